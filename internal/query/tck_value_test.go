package query

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// notation writes a value as the tables of the TCK do, keys and labels in order; lists too, where their order is free.
func notation(v any, unordered bool) string {
	switch x := v.(type) {
	case nil:
		return "null"
	case bool, int64:
		return fmt.Sprint(x)
	case float64:
		return formatFloat(x)
	case []any:
		return listed(len(x), func(i int) string { return notation(x[i], unordered) }, unordered)
	case map[string]any:
		return mapped(sortedKeys(x), func(key string) string { return notation(x[key], unordered) })
	case *Node:
		return bracketed("(", x.Labels, x.Properties, unordered) + ")"
	case *Relationship:
		return bracketed("[", []string{x.Type}, x.Properties, unordered) + "]"
	case Path:
		s := "<" + notation(x.Nodes[0], unordered)
		for i, r := range x.Relationships {
			arrow := [2]string{"-", "->"}
			if r.Start != x.Nodes[i].ID {
				arrow = [2]string{"<-", "-"}
			}
			s += arrow[0] + notation(r, unordered) + arrow[1] + notation(x.Nodes[i+1], unordered)
		}
		return s + ">"
	case time.Time:
		return "'" + brief(formatTime(x)) + "'"
	}
	return "'" + brief(fmt.Sprint(v)) + "'"
}

var noSeconds = regexp.MustCompile(`^((?:.*T)?\d\d:\d\d):00([Z+\-\[].*)?$`)

// brief leaves out the seconds of a time where they are 0, as the TCK does and Neo4j doesn't.
func brief(text string) string { return noSeconds.ReplaceAllString(text, "$1$2") }

func listed(n int, item func(int) string, unordered bool) string {
	items := make([]string, n)
	for i := range items {
		items[i] = item(i)
	}
	if unordered {
		slices.Sort(items)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

func mapped(keys []string, value func(string) string) string {
	var entries []string
	for _, key := range keys {
		entries = append(entries, key+": "+value(key))
	}
	return "{" + strings.Join(entries, ", ") + "}"
}

func bracketed(open string, names []string, properties map[string]any, unordered bool) string {
	s := open
	for _, name := range names {
		s += ":" + name
	}
	if len(properties) > 0 {
		s += " " + notation(properties, unordered)
	}
	return s
}

// cell reads a value of a table and writes it as notation does.
type cell struct {
	text      string
	unordered bool
}

func canonical(text string, unordered bool) string {
	c := &cell{text, unordered}
	s := c.value()
	if c.space(); c.text != "" {
		return text // which is equal to nothing
	}
	return s
}

func (c *cell) space() { c.text = strings.TrimLeft(c.text, " ") }

func (c *cell) accept(prefix string) bool {
	c.space()
	rest, ok := strings.CutPrefix(c.text, prefix)
	if ok {
		c.text = rest
	}
	return ok
}

func (c *cell) value() string {
	switch {
	case c.accept("<"):
		s := "<"
		for !c.accept(">") && c.text != "" {
			switch {
			case c.accept("<-"):
				s += "<-"
			case c.accept("->"):
				s += "->"
			case c.accept("-"):
				s += "-"
			default:
				s += c.value()
			}
		}
		return s + ">"
	case c.accept("("):
		return c.entity("(", ")")
	case c.accept("[:"):
		c.text = ":" + c.text
		return c.entity("[", "]")
	case c.accept("["):
		items := c.items("]", c.value)
		return listed(len(items), func(i int) string { return items[i] }, c.unordered)
	case c.accept("{"):
		entries := map[string]string{}
		c.items("}", func() string {
			key, rest, _ := strings.Cut(c.text, ":")
			c.text = rest
			key = strings.TrimSpace(key)
			entries[key] = c.value()
			return key
		})
		return mapped(slices.Sorted(maps.Keys(entries)), func(key string) string { return entries[key] })
	case c.accept("'"):
		s := ""
		for ; c.text != "" && c.text[0] != '\''; c.text = c.text[1:] {
			if c.text[0] == '\\' {
				c.text = c.text[1:]
			}
			s += c.text[:1]
		}
		c.accept("'")
		return "'" + brief(s) + "'"
	}
	end := strings.IndexAny(c.text, ",]}) >")
	if end < 0 {
		end = len(c.text)
	}
	word := c.text[:end]
	c.text = c.text[end:]
	if _, err := strconv.ParseInt(word, 10, 64); err == nil {
		return word
	}
	if f, err := strconv.ParseFloat(word, 64); err == nil && !math.IsNaN(f) {
		return formatFloat(f)
	}
	return word
}

func (c *cell) items(end string, item func() string) []string {
	var items []string
	for !c.accept(end) && c.text != "" {
		items = append(items, item())
		c.accept(",")
	}
	return items
}

func (c *cell) entity(open, end string) string {
	var names []string
	for c.accept(":") {
		n := strings.IndexAny(c.text, ": {)]")
		names = append(names, c.text[:n])
		c.text = c.text[n:]
	}
	slices.Sort(names)
	s := open
	for _, name := range names {
		s += ":" + name
	}
	if c.accept("{") {
		c.text = "{" + c.text
		s += " " + c.value()
	}
	c.accept(end)
	return s + end
}
