package store

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

// differs says how an answer is not the one that is wanted: columns, types, values and, where it counts, order. Floats may
// differ by a billionth.
func differs(got, want Result, ordered bool) string {
	if !slices.Equal(got.Columns, want.Columns) {
		return fmt.Sprintf("columns %q, want %q", got.Columns, want.Columns)
	}
	if len(got.Rows) != len(want.Rows) {
		return fmt.Sprintf("%d rows, want %d\n%s", len(got.Rows), len(want.Rows), excess(got, want))
	}
	if !ordered {
		byText := func(a, b []any) int { return strings.Compare(shown(a), shown(b)) }
		slices.SortFunc(got.Rows, byText)
		slices.SortFunc(want.Rows, byText)
	}
	for i, row := range want.Rows {
		if !alike(got.Rows[i], row) {
			return fmt.Sprintf("row %d of %d is\n%s\nwant\n%s", i+1, len(want.Rows), shown(got.Rows[i]), shown(row))
		}
	}
	return ""
}

// excess is a row that only one of two answers has.
func excess(got, want Result) string {
	n := map[string]int{}
	for _, row := range got.Rows {
		n[shown(row)]++
	}
	for _, row := range want.Rows {
		n[shown(row)]--
	}
	for _, row := range slices.Sorted(maps.Keys(n)) {
		if n[row] != 0 {
			return fmt.Sprintf("%+d times %s", n[row], row)
		}
	}
	return ""
}

// shown is a value in such a way that types can be told apart.
func shown(v any) string {
	switch x := v.(type) {
	case float64:
		if x == math.Trunc(x) && math.Abs(x) < 1e15 {
			return fmt.Sprintf("%.1f", x)
		}
		return fmt.Sprintf("%.9g", x)
	case string:
		return fmt.Sprintf("%q", x)
	case []any:
		var items []string
		for _, item := range x {
			items = append(items, shown(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		var entries []string
		for _, key := range slices.Sorted(maps.Keys(x)) {
			entries = append(entries, key+": "+shown(x[key]))
		}
		return "{" + strings.Join(entries, ", ") + "}"
	case Node:
		return "(:" + strings.Join(x.Labels, ":") + " " + shown(x.Properties) + ")"
	case Relationship:
		return "[:" + x.Type + " " + shown(x.Properties) + "]"
	case Path:
		s := shown(x.Nodes[0])
		for i, r := range x.Relationships {
			s += fmt.Sprintf("-%s-%v-%s", shown(r), x.Forward[i], shown(x.Nodes[i+1]))
		}
		return s
	case time.Time:
		return fmt.Sprintf("time %s %s", x.Format(time.RFC3339Nano), zone(x))
	}
	return fmt.Sprintf("%T %v", v, v)
}

// zone names the zone of a time, but not one that is only an offset.
func zone(t time.Time) string {
	if name := t.Location().String(); strings.Contains(name, "/") {
		return name
	}
	return ""
}

func alike(got, want any) bool {
	switch w := want.(type) {
	case float64:
		g, ok := got.(float64)
		return ok && (g == w || math.IsNaN(g) && math.IsNaN(w) || math.Abs(g-w) <= 1e-9*math.Abs(w))
	case []any:
		g, ok := got.([]any)
		return ok && slices.EqualFunc(g, w, alike)
	case map[string]any:
		g, ok := got.(map[string]any)
		return ok && maps.EqualFunc(g, w, alike)
	}
	return shown(got) == shown(want)
}

// The comparison itself must see what it is for.
func TestDiffers(t *testing.T) {
	answer := func(values ...any) Result {
		r := Result{Columns: []string{"x"}}
		for _, v := range values {
			r.Rows = append(r.Rows, []any{v})
		}
		return r
	}
	for _, pair := range [][2]any{
		{int64(1), 1.0}, {int64(1), "1"}, {nil, false}, {1.0, 1.00001}, {math.NaN(), 1.0}, {[]any{int64(1)}, []any{int64(1), nil}},
		{map[string]any{"a": nil}, map[string]any{}}, {Node{Labels: []string{"A"}}, Node{Labels: []string{"B"}}},
		{Relationship{Type: "A"}, Relationship{Type: "A", Properties: map[string]any{"x": int64(1)}}}, {[]any{}, nil},
		{time.Unix(0, 0).UTC(), time.Unix(0, 0).In(time.FixedZone("", 3600))},
	} {
		if differs(answer(pair[0]), answer(pair[1]), true) == "" {
			t.Errorf("%v and %v are alike", pair[0], pair[1])
		}
		if fault := differs(answer(pair[0]), answer(pair[0]), true); fault != "" {
			t.Errorf("%v differs from itself: %s", pair[0], fault)
		}
	}
	if differs(answer(int64(1), int64(2)), answer(int64(2), int64(1)), false) != "" || differs(answer(int64(1), int64(2)), answer(int64(2), int64(1)), true) == "" {
		t.Error("order")
	}
	if differs(answer(1.0), answer(1.0+1e-13), false) != "" || differs(answer(), answer(nil), false) == "" {
		t.Error("floats or rows")
	}
}
