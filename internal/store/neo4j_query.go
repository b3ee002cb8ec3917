package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"newsgraph/internal/graph"
	"newsgraph/internal/query"
)

// Query runs one statement in a read-only transaction. What lies beyond the limit is not fetched.
func (n *Neo4j) Query(ctx context.Context, statement string, params map[string]any, limit int) (Result, error) {
	session := n.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing was written
	answer, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return fetch(ctx, tx, statement, params, limit)
	})
	if err != nil {
		return Result{}, fmt.Errorf("running query: %w", classify(err))
	}
	return answer.(Result), nil
}

func fetch(ctx context.Context, tx neo4j.ManagedTransaction, statement string, params map[string]any, limit int) (Result, error) {
	result, err := tx.Run(ctx, statement, params)
	if err != nil {
		return Result{}, err
	}
	var out Result
	if out.Columns, err = result.Keys(); err != nil {
		return Result{}, err
	}
	for result.Next(ctx) {
		if limit > 0 && len(out.Rows) == limit {
			out.Truncated = true
			break
		}
		values := result.Record().Values
		row := make([]any, len(values))
		for i, value := range values {
			row[i] = plain(value)
		}
		out.Rows = append(out.Rows, row)
	}
	if err := result.Err(); err != nil {
		return Result{}, err
	}
	_, err = result.Consume(ctx)
	return out, err
}

// plain makes of the driver's values those that Result promises.
func plain(value any) any {
	switch v := value.(type) {
	case neo4j.Date:
		return graph.Date(v.String())
	case neo4j.Duration: // as Neo4j writes it, not the driver
		return query.Duration{Months: v.Months, Days: v.Days, Seconds: v.Seconds, Nanos: int64(v.Nanos)}.String()
	case neo4j.LocalDateTime:
		return v.String()
	case time.Time, nil, bool, int64, float64, string:
		return v
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = plain(item)
		}
		return out
	case map[string]any:
		return plainMap(v)
	case neo4j.Node:
		return plainNode(v)
	case neo4j.Relationship:
		return Relationship{Type: v.Type, Properties: plainMap(v.Props)}
	case neo4j.Path:
		p := Path{}
		for _, node := range v.Nodes {
			p.Nodes = append(p.Nodes, plainNode(node))
		}
		for i, r := range v.Relationships {
			p.Relationships = append(p.Relationships, Relationship{Type: r.Type, Properties: plainMap(r.Props)})
			p.Forward = append(p.Forward, r.StartElementId == v.Nodes[i].ElementId)
		}
		return p
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprint(value)
}

func plainMap(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for key, value := range m {
		out[key] = plain(value)
	}
	return out
}

func plainNode(n neo4j.Node) Node {
	labels := slices.Clone(n.Labels)
	slices.Sort(labels)
	return Node{Labels: labels, Properties: plainMap(n.Props)}
}
