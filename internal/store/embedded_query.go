package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"newsgraph/internal/query"
)

// Query runs one statement on the graph as it stands at its beginning.
func (e *Embedded) Query(ctx context.Context, text string, params map[string]any, limit int) (Result, error) {
	var out Result
	statement, err := query.Parse(text)
	if err == nil {
		err = e.view(ctx, func(s *snapshot) error {
			result, err := statement.Run(ctx, s, params, limit)
			if err != nil {
				return err
			}
			out = Result{Columns: result.Columns, Truncated: result.Truncated}
			for _, row := range result.Rows {
				out.Rows = append(out.Rows, offeredList(row))
			}
			return nil
		})
	}
	if err != nil {
		return Result{}, fmt.Errorf("running query: %w", err)
	}
	return out, nil
}

// offered makes of the engine's values those that Result promises.
func offered(value any) any {
	switch v := value.(type) {
	case query.Date:
		return dateOf(v)
	case []any:
		return offeredList(v)
	case map[string]any:
		return offeredMap(v)
	case *query.Node:
		return offeredNode(v)
	case *query.Relationship:
		return offeredRelationship(v)
	case query.Path:
		p := Path{}
		for _, n := range v.Nodes {
			p.Nodes = append(p.Nodes, offeredNode(n))
		}
		for i, r := range v.Relationships {
			p.Relationships = append(p.Relationships, offeredRelationship(r))
			p.Forward = append(p.Forward, r.Start == v.Nodes[i].ID)
		}
		return p
	case time.Time:
		return v
	case fmt.Stringer:
		return v.String()
	}
	return value
}

func offeredList(list []any) []any {
	out := make([]any, len(list))
	for i, item := range list {
		out[i] = offered(item)
	}
	return out
}

func offeredMap(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for key, value := range m {
		out[key] = offered(value)
	}
	return out
}

func offeredNode(n *query.Node) Node {
	return Node{Labels: slices.Clone(n.Labels), Properties: offeredMap(n.Properties)}
}

func offeredRelationship(r *query.Relationship) Relationship {
	return Relationship{Type: r.Type, Properties: offeredMap(r.Properties)}
}
