package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"newsgraph/internal/graph"
)

func write(t *testing.T, s Store, batches ...graph.Batch) Written {
	t.Helper()
	written, err := s.Write(t.Context(), batches)
	if err != nil {
		t.Fatal(err)
	}
	return written
}

// column is the first column of an answer, in one line.
func column(t *testing.T, q Querier, query string) string {
	t.Helper()
	result, err := q.Query(t.Context(), query, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for _, row := range result.Rows {
		if row[0] != nil {
			values = append(values, fmt.Sprint(row[0]))
		}
	}
	return strings.Join(values, " ")
}

// holds compares the whole graph with what the articles define, and names the differences.
func holds(t *testing.T, q Querier, batches []graph.Batch) bool {
	t.Helper()
	got, want := dump(t, q), expected(t, batches)
	if slices.Equal(got, want) {
		return true
	}
	for _, line := range got {
		if _, ok := slices.BinarySearch(want, line); !ok {
			t.Errorf("too much: %s", line)
		}
	}
	for _, line := range want {
		if _, ok := slices.BinarySearch(got, line); !ok {
			t.Errorf("lacking:  %s", line)
		}
	}
	t.Errorf("%d lines, want %d", len(got), len(want))
	return false
}

// dump lists all nodes and relationships with all their properties but load runs, a line each, sorted.
func dump(t *testing.T, q Querier) []string {
	t.Helper()
	var lines []string
	for _, query := range []string{
		"MATCH (n) WHERE NOT n:LoadRun RETURN n",
		"MATCH (a)-[r]->(b) RETURN r, a.id AS from, b.id AS to",
	} {
		result, err := q.Query(t.Context(), query, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range result.Rows {
			lines = append(lines, line(t, row...))
		}
	}
	slices.Sort(lines)
	return lines
}

// expected lists the same of the graph that the articles define.
func expected(t *testing.T, batches []graph.Batch) []string {
	t.Helper()
	g := graph.Assemble(batches)
	var lines []string
	for _, n := range g.Nodes {
		labels := graph.Labels(n.Label)
		slices.Sort(labels)
		lines = append(lines, line(t, Node{Labels: labels, Properties: n.Props}))
	}
	for _, e := range g.Edges {
		properties := map[string]any(e.Props)
		if properties == nil {
			properties = map[string]any{}
		}
		lines = append(lines, line(t, Relationship{Type: e.Type, Properties: properties}, e.From, e.To))
	}
	slices.Sort(lines)
	return lines
}

func line(t *testing.T, values ...any) string {
	t.Helper()
	text, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
