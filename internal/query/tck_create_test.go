package query

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// create carries out a statement of clauses that read and clauses CREATE, whose patterns have the form of those of MATCH.
// What reads, and the values of properties, is left to the engine.
func (m *memory) create(text string) error {
	tokens, err := scan(text)
	if err != nil {
		return err
	}
	p := &parser{text: text, tokens: tokens, failed: map[int]bool{}}
	rows := []any{map[string]any{}}
	for p.peek().kind != end {
		from := p.at
		for depth := 0; p.peek().kind != end && (depth > 0 || !p.is("CREATE")); p.at++ {
			switch p.peek().value {
			case "(", "[", "{":
				depth++
			case ")", "]", "}":
				depth--
			}
		}
		if reading := strings.TrimSuffix(p.textOf(from, p.at), ";"); reading != "" {
			if rows, err = m.extend(rows, reading+" RETURN *"); err != nil {
				return err
			}
		}
		if !p.accept("CREATE") {
			return nil
		}
		var paths []*pathPattern
		if err := catch(func() {
			for more := true; more; more = p.accept(",") {
				paths = append(paths, p.path())
			}
		}); err != nil {
			return err
		}
		for _, row := range rows {
			for _, path := range paths {
				if err := m.createPath(p, path, row.(map[string]any)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// textOf is the text of some tokens.
func (p *parser) textOf(from, to int) string {
	if from == to {
		return ""
	}
	return p.text[p.tokens[from].from:p.tokens[to-1].to]
}

// extend answers a statement from rows.
func (m *memory) extend(rows []any, text string) ([]any, error) {
	var names []string
	for name := range maps.Keys(rows[0].(map[string]any)) {
		names = append(names, "row."+name+" AS "+name)
	}
	prefix := "UNWIND $rows AS row "
	if len(names) > 0 {
		prefix += "WITH " + strings.Join(names, ", ") + " "
	} else {
		prefix, text = "", strings.TrimPrefix(text, "WITH * ")
	}
	s, err := Parse(prefix + text)
	if err != nil {
		return nil, err
	}
	result, err := s.Run(context.Background(), m, map[string]any{"rows": rows}, 0)
	if err != nil {
		return nil, err
	}
	var out []any
	for _, values := range result.Rows {
		row := map[string]any{}
		for i, name := range result.Columns {
			row[name] = values[i]
		}
		out = append(out, row)
	}
	return out, nil
}

func (m *memory) createPath(p *parser, path *pathPattern, row map[string]any) error {
	var nodes []*Node
	for _, pattern := range path.nodes {
		node, known := row[pattern.variable].(*Node)
		if !known {
			properties, err := m.propertiesOf(p, pattern, row)
			if err != nil {
				return err
			}
			node = &Node{ID: ID(len(m.nodes) + 1), Labels: pattern.labels.all(), Properties: properties}
			slices.Sort(node.Labels)
			m.nodes = append(m.nodes, node)
			if pattern.variable != "" {
				row[pattern.variable] = node
			}
		}
		nodes = append(nodes, node)
	}
	for i, pattern := range path.relationships {
		properties, err := m.propertiesOf(p, &pattern.nodePattern, row)
		if err != nil {
			return err
		}
		r := &Relationship{
			ID: ID(len(m.relationships) + 1), Type: pattern.labels.all()[0], Start: nodes[i].ID, End: nodes[i+1].ID, Properties: properties,
		}
		if pattern.direction == Incoming {
			r.Start, r.End = r.End, r.Start
		}
		m.relationships = append(m.relationships, r)
		if pattern.variable != "" {
			row[pattern.variable] = r
		}
	}
	return nil
}

// all are the names, in order.
func (l labels) all() []string {
	return slices.Compact(slices.Sorted(slices.Values(slices.Concat(l...))))
}

func (m *memory) propertiesOf(p *parser, pattern *nodePattern, row map[string]any) (map[string]any, error) {
	if pattern.properties == nil {
		return map[string]any{}, nil
	}
	rows, err := m.extend([]any{row}, "RETURN "+p.textOf(pattern.properties.from, pattern.properties.to)+" AS properties")
	if err != nil {
		return nil, err
	}
	properties := maps.Clone(rows[0].(map[string]any)["properties"].(map[string]any))
	maps.DeleteFunc(properties, func(_ string, v any) bool { return v == nil })
	return properties, nil
}
