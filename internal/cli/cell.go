package cli

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"newsgraph/internal/store"
)

// cell is the text of a value in a table.
func cell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		return v.Format(time.RFC3339)
	case []any:
		parts := make([]string, len(v))
		for i, part := range v {
			parts[i] = cell(part)
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		data, err := json.Marshal(v)
		if err != nil {
			return fmt.Sprint(v)
		}
		return string(data)
	case store.Node:
		return node(v)
	case store.Relationship:
		return "[:" + v.Type + "]"
	case store.Path:
		return path(v)
	}
	return fmt.Sprint(value)
}

// node names a node by what a person knows it by.
func node(n store.Node) string {
	for _, key := range []string{"name", "label", "title", "text", "id"} {
		if name, ok := n.Properties[key].(string); ok && name != "" {
			return "(" + name + ")"
		}
	}
	return "(:" + strings.Join(n.Labels, ":") + ")"
}

// path draws a path as Cypher does.
func path(p store.Path) string {
	var b strings.Builder
	for i, n := range p.Nodes {
		if i > 0 && i <= len(p.Relationships) {
			arrow := "-[:%s]->"
			if i <= len(p.Forward) && !p.Forward[i-1] {
				arrow = "<-[:%s]-"
			}
			fmt.Fprintf(&b, arrow, p.Relationships[i-1].Type)
		}
		b.WriteString(node(n))
	}
	return b.String()
}

// visible puts a blank for control characters: a text from the net must not steer the terminal.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}
