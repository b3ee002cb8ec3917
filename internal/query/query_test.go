package query

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

func day(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// news is a small graph: four people, two organisations, three countries, articles, events, who condemns whom.
func news() *memory {
	m := &memory{indexed: map[string]bool{"Actor.id": true, "Country.iso": true, "Article.id": true, "Event.id": true, "Event.type": true}}
	for i, name := range []string{"Alice", "Bob", "Carol", "Dave"} {
		m.node(fmt.Sprint("p", i+1), "Actor Person", "name", name, "seen", day(fmt.Sprint("2026-01-0", i+1)))
	}
	m.node("o1", "Actor Organization", "name", "NATO", "aliases", []string{"Alliance", "Nato"})
	m.node("o2", "Actor Organization", "name", "ACME")
	for _, c := range []string{"US United States", "DE Germany", "FR France"} {
		m.node(c[:2], "Actor Country Place", "iso", c[:2], "name", c[3:])
	}
	m.node("a1", "Article", "title", "Alice slams Bob", "published", day("2026-01-05"), "words", 100, "tags", []string{"war", "eu"},
		"fetched", time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC))
	m.node("a2", "Article", "title", "NATO deploys", "published", day("2026-01-12"), "words", 200, "tags", []string{"war"})
	m.node("a3", "Article", "title", "Carol's \"plan\"", "published", day("2026-01-14"), "words", 300, "tags", []string{"talks"})
	m.node("a4", "Article", "title", "Été à Paris", "published", day("2026-02-02"), "tags", []string{})
	m.node("e1", "Event", "type", "CONDEMNS", "date", day("2026-01-05"))
	m.node("e2", "Event", "type", "MEETS", "date", day("2026-01-12"))
	m.relate("p1", "CONDEMNS", "p2", "article", "a1", "date", day("2026-01-05"), "confidence", 0.9)
	m.relate("p1", "CONDEMNS", "p2", "article", "a3", "date", day("2026-01-14"), "confidence", 0.4)
	m.relate("p2", "CONDEMNS", "p3", "article", "a3", "date", day("2026-01-14"), "confidence", 0.7)
	m.relate("o1", "CONDEMNS", "p2", "article", "a2", "date", day("2026-01-12"), "confidence", 0.8)
	m.relate("p3", "SUPPORTS", "o1", "confidence", 0.6)
	m.relate("o1", "SUPPORTS", "p4", "confidence", 0.5)
	m.relate("o1", "DEPLOYS_TO", "DE", "troops", 500)
	for _, pair := range []string{"a1 US", "a1 DE", "a2 DE", "a2 o1", "a3 US", "a3 p3", "a3 p1", "a4 FR"} {
		m.relate(pair[:2], "MENTIONS", pair[3:])
	}
	m.relate("a1", "REPORTS", "e1", "sentence", "Alice slams Bob.")
	m.relate("a3", "REPORTS", "e1", "sentence", "She did.")
	m.relate("a2", "REPORTS", "e2", "sentence", "They met.")
	m.relate("e1", "SOURCE", "p1")
	m.relate("e1", "TARGET", "p2")
	return m
}

// write shows a value so that its type is seen.
func write(v any) string {
	switch x := v.(type) {
	case nil:
		return "null"
	case string:
		return "'" + x + "'"
	case float64:
		if math.IsNaN(x) {
			return "NaN"
		}
		return formatFloat(x)
	case []any:
		var parts []string
		for _, item := range x {
			parts = append(parts, write(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		var parts []string
		for _, key := range sortedKeys(x) {
			parts = append(parts, key+": "+write(x[key]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case *Node:
		return "(" + fmt.Sprint(x.Properties["id"]) + ")"
	case *Relationship:
		return "[:" + x.Type + "]"
	case Path:
		s := write(x.Nodes[0])
		for i, r := range x.Relationships {
			if r.Start == x.Nodes[i].ID {
				s += "-" + write(r) + "->"
			} else {
				s += "<-" + write(r) + "-"
			}
			s += write(x.Nodes[i+1])
		}
		return s
	case time.Time:
		return formatTime(x)
	}
	return fmt.Sprint(v)
}

func answer(t *testing.T, g Graph, text string, params map[string]any, limit int) (Result, string) {
	t.Helper()
	s, err := Parse(text)
	if err != nil {
		t.Fatalf("%s\n%v", text, err)
	}
	result, err := s.Run(t.Context(), g, params, limit)
	if err != nil {
		t.Fatalf("%s\n%v", text, err)
	}
	var rows []string
	for _, row := range result.Rows {
		var cells []string
		for _, v := range row {
			cells = append(cells, write(v))
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	return result, strings.Join(rows, "\n")
}

type example struct{ text, want string }

func check(t *testing.T, examples []example, params map[string]any) {
	t.Helper()
	g := news()
	for _, e := range examples {
		t.Run(e.text, func(t *testing.T) {
			if _, got := answer(t, g, e.text, params, 0); got != e.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, e.want)
			}
		})
	}
}

func TestSmoke(t *testing.T) {
	check(t, []example{
		{"RETURN 1 AS x", "1"},
		{"MATCH (c:Country) RETURN c.iso ORDER BY c.iso", "'DE'\n'FR'\n'US'"},
	}, nil)
}
