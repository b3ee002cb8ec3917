package query

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		text         string
		line, column int
		word, says   string
	}{
		// What writes.
		{"CREATE (n:Actor {id: 'x'}) RETURN n", 1, 1, "CREATE", "read only"},
		{"MATCH (n)\nSET n.x = 1", 2, 1, "SET", "read only"},
		{"MATCH (n) DETACH DELETE n", 1, 11, "DETACH", "read only"},
		{"MATCH (n) REMOVE n:X RETURN n", 1, 11, "REMOVE", "read only"},
		{"merge (n) return n", 1, 1, "merge", "read only"},
		{"LOAD CSV FROM 'x' AS row RETURN row", 1, 1, "LOAD", "read only"},
		{"MATCH (n) FOREACH (x IN [1] | SET n.x = x)", 1, 11, "FOREACH", "read only"},
		{"MATCH (n) CALL (n) { SET n.x = 1 } RETURN n", 1, 11, "CALL", "not supported"},
		{"DROP INDEX x", 1, 1, "DROP", "read only"},
		// What is outside.
		{"CALL db.labels() YIELD label RETURN label", 1, 1, "CALL", "not supported"},
		{"UNWIND [1] AS x OPTIONAL CALL (x) { RETURN 2 AS y } RETURN x", 1, 17, "OPTIONAL", "not supported"},
		{"RETURN COLLECT { MATCH (n) RETURN n }", 1, 8, "COLLECT", "not supported"},
		{"MATCH (a)-[:X]->{1,2}(b) RETURN a", 1, 17, "{", "Quantified relationships are not supported"},
		{"MATCH (a)-[:X]->+(b) RETURN a", 1, 17, "+", "Quantified relationships are not supported"},
		{"RETURN CASE 1 WHEN 2, 3 THEN 4 END", 1, 21, ",", "expected 'THEN'"},
		{"RETURN CASE 1 WHEN > 3 THEN 4 END", 1, 20, ">", "expected an expression"},
		{"RETURN date.truncate('month', date(), {day: 2})", 1, 8, "date", "Too many parameters"},
		{"SHOW INDEXES", 1, 1, "SHOW", "not supported"},
		{"RETURN foo.bar(1)", 1, 8, "foo", "Unknown function 'foo.bar'"},
		{"MATCH ((a)-->(b)){1,2} RETURN a", 1, 8, "(", "not supported"},
		{"MATCH p = ANY SHORTEST (a)-->(b) RETURN a", 1, 11, "ANY", "not supported"},
		{"MATCH (a $p) RETURN a", 1, 10, "$p", "Parameter maps"},
		{"RETURN 1 IS :: INTEGER", 1, 13, "::", "Invalid input '::': expected 'NULL' or 'NOT NULL'"},
		{"RETURN localtime('10:00')", 1, 8, "localtime", "Unknown function"},
		{"RETURN point({x: 1})", 1, 8, "point", "Unknown function"},
		// Grammar.
		{"MATCH (n RETURN n", 1, 10, "RETURN", "Invalid input 'RETURN': expected ')'"},
		{"MATCH (c:Country) WHER c.iso = 'DE' RETURN c.iso AS x", 1, 19, "WHER", "Invalid input 'WHER'"},
		{"RETURN 1 +", 1, 11, "", "Invalid input ''"},
		{"RETURN", 1, 7, "", "expected an expression"},
		{"", 1, 1, "", "expected"},
		{"RETURN 'abc", 1, 8, "'", "quotes"},
		{"RETURN 1 /* x", 1, 10, "/*", "comment"},
		{"RETURN 'a\\q'", 1, 10, "\\q", "escape"},
		{"RETURN 1 != 2", 1, 10, "!=", "<>"},
		{"RETURN 1; RETURN 2", 1, 11, "RETURN", "Invalid input"},
		{"RETURN 9223372036854775808", 1, 8, "9223372036854775808", "integer is too large"},
		{"RETURN 12abc", 1, 8, "12abc", "digit"},
		{"RETURN #", 1, 8, "#", "Invalid input '#'"},
		{"RETURN 'é', x", 1, 13, "x", "Variable `x` not defined"},
		{"MATCH (n)", 1, 1, "MATCH", "Query cannot conclude with MATCH"},
		{"RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a", 1, 35, "UNION", "Invalid combination"},
		{"RETURN 1 AS a UNION RETURN 2 AS b", 1, 21, "RETURN", "same return column names"},
		// Names.
		{"MATCH (c:Country) RETURN d.iso AS x", 1, 26, "d", "Variable `d` not defined"},
		{"MATCH (a) WITH 1 AS x RETURN a", 1, 30, "a", "Variable `a` not defined"},
		{"MATCH (a) RETURN [x IN [1] | x] + x", 1, 35, "x", "not defined"},
		{"MATCH (a) WHERE (a)-->(b) RETURN a", 1, 23, "(", "not allowed to introduce new variables: 'b'"},
		{"MATCH (a)-[a]->(b) RETURN a", 1, 10, "-", "conflicting type Node"},
		{"MATCH (a)-[r]->(b)-[r]->(c) RETURN a", 1, 19, "-", "same relationship variable 'r'"},
		{"MATCH p = (a) MATCH p = (b) RETURN p", 1, 21, "p", "already declared"},
		{"UNWIND [1] AS x UNWIND [2] AS x RETURN x", 1, 31, "x", "already declared"},
		{"RETURN 1 AS a, 2 AS a", 1, 16, "2", "same name"},
		{"MATCH (a) WITH a.name RETURN 1", 1, 16, "a", "must be aliased"},
		{"RETURN *", 1, 1, "RETURN", "RETURN * is not allowed"},
		{"MATCH (n) RETURN n LIMIT n.x", 1, 26, "n", "not defined"},
		// Aggregation.
		{"MATCH (c:Country) WHERE count(c) > 1 RETURN c.iso", 1, 25, "count", "Invalid use of aggregating function count(...)"},
		{"MATCH (n) RETURN count(count(n))", 1, 24, "count", "Invalid use of aggregating function"},
		{"MATCH (n) RETURN n.a + n.b + count(*)", 1, 18, "n", "implicit grouping expressions"},
		{"MATCH (n) RETURN n.a, n.a + n.b + count(*)", 1, 29, "n", "implicit grouping expressions"},
		{"MATCH (n) RETURN n.a, count(*) ORDER BY n.b", 1, 41, "n", "In a WITH/RETURN with DISTINCT or an aggregation"},
		{"MATCH (n) RETURN DISTINCT n.a ORDER BY n.b", 1, 40, "n", "In a WITH/RETURN with DISTINCT or an aggregation"},
		{"MATCH (n) RETURN n.a ORDER BY count(*)", 1, 31, "count", "Invalid use of aggregating function"},
		{"RETURN toUpper()", 1, 8, "toUpper", "Insufficient parameters for function 'toUpper'"},
		{"RETURN toUpper('a', 'b')", 1, 8, "toUpper", "Too many parameters for function 'toUpper'"},
		{"RETURN sum()", 1, 8, "sum", "Insufficient parameters"},
		{"MATCH p = shortestPath((a)-[*2..3]-(b)) RETURN p", 1, 27, "-", "minimal length"},
		{"RETURN 'a' =~ '('", 1, 15, "'('", "invalid regex"},
		{"RETURN " + strings.Repeat("(", 1000) + "1" + strings.Repeat(")", 1000), 1, 0, "", "nested too deeply"},
	} {
		_, err := Parse(test.text)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if test.column > 0 && (e.Line != test.line || e.Column != test.column || e.Word != test.word) || !strings.Contains(e.Message, test.says) {
			t.Errorf("%s: line %d, column %d, word %q: %s", test.text, e.Line, e.Column, e.Word, e.Message)
		}
	}
}

func TestErrorText(t *testing.T) {
	_, err := Parse("MATCH (é)\nRETURN\tx")
	want := "Variable `x` not defined (line 2, column 8 (offset: 17))\n\"RETURN x\"\n        ^"
	if err == nil || err.Error() != want {
		t.Errorf("got:\n%v\nwant:\n%s", err, want)
	}
}

func TestFailing(t *testing.T) {
	for text, says := range map[string]string{
		"RETURN 1 / 0":                           "/ by zero",
		"RETURN 1.0 / 0":                         "/ by zero",
		"RETURN 1 % 0":                           "/ by zero",
		"RETURN 9223372036854775807 + 1":         "overflow",
		"RETURN -9223372036854775808 - 1":        "overflow",
		"RETURN 4611686018427387904 * 2":         "overflow",
		"RETURN 1 + date('2026-01-01')":          "type mismatch",
		"WITH 1 AS x RETURN x AND true":          "expected Boolean but was Integer",
		"MATCH (n:Person) WHERE n.name RETURN n": "expected Boolean but was String",
		"RETURN 1 IN 2":                          "expected List<T> but was Integer",
		"RETURN toUpper(1)":                      "toUpper(): type mismatch: expected String but was Integer",
		"RETURN toInteger([1])":                  "type mismatch",
		"RETURN date('2026-02-30')":              "cannot be parsed to a Date",
		"RETURN date('x')":                       "cannot be parsed to a Date",
		"RETURN date({month: 2})":                "year must be specified",
		"RETURN date({year: 2026, day: 3})":      "invalid date",
		"RETURN date({year: 2026, x: 3})":        "no such field",
		"RETURN date('2026-01-01').hour":         "no such field: hour",
		"RETURN datetime('2026-01-01T25:00')":    "cannot be parsed to a DateTime",
		"RETURN duration('P')":                   "cannot be parsed to a Duration",
		"RETURN range(1, 2, 0)":                  "zero",
		"RETURN range(1, 1000000000)":            "more than",
		"RETURN substring('a', -1)":              "negative",
		"RETURN [1]['a']":                        "expected Integer",
		"WITH 1 AS x RETURN x.y":                 "type mismatch",
		"RETURN $absent":                         "expected parameter(s): absent",
		"MATCH (n) RETURN n LIMIT -1":            "non-negative",
		"MATCH (n:Person) RETURN sum(n.name)":    "numerical",
		"WITH 1 AS n MATCH (n) RETURN n":         "expected Node but was Integer",
		"MATCH p = shortestPath((a {id: 'p1'})-[*]-(b {id: 'p1'})) RETURN p": "same",
		"WITH '(' AS re RETURN 'a' =~ re":                                    "invalid regex",
		"RETURN datetime(date('2026-01-01'))":                                "cannot get the time",
	} {
		s, err := Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if _, err := s.Run(t.Context(), news(), nil, 0); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %s", text, err, says)
		}
	}
	s, _ := Parse("RETURN $x")
	if _, err := s.Run(t.Context(), news(), map[string]any{"x": struct{}{}}, 0); err == nil {
		t.Error("a parameter of no type of Cypher is taken")
	}
}

// What nests is compiled once a level, not twice.
func TestNested(t *testing.T) {
	deep := func(before, inner, after string) string {
		return "MATCH (n) RETURN " + strings.Repeat(before, 60) + inner + strings.Repeat(after, 60) + " AS x"
	}
	for _, text := range []string{
		deep("(1 < ", "2", " < 3)"),
		deep("CASE ", "1", " WHEN 1 THEN 2 WHEN 3 THEN 4 END"),
		deep("COUNT { MATCH (m) WHERE m.x = ", "1", " }"),
		deep("COUNT { MATCH (m) RETURN max(", "1", ") AS y }"),
		deep("[(n {x: ", "1", "}) IS NULL]"),
		deep("[(n)-->({x: ", "1", "}) | 1]"),
	} {
		if _, err := Parse(text); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// The canned reports parse, and answer an empty graph.
func TestReports(t *testing.T) {
	files, err := filepath.Glob("../../cypher/report/*.cypher")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	params := map[string]any{"limit": "10", "since": "1900-01-01", "until": "2100-01-01", "days": 7}
	for _, name := range []string{"actor", "kind", "source", "target", "type", "event", "from", "to", "status", "speaker", "about", "principal"} {
		params[name] = ""
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Parse(string(text))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		_, returns, _ := strings.Cut(string(text), "// returns: ")
		returns, _, _ = strings.Cut(returns, "\n")
		if got := strings.Join(s.Columns(), ", "); got != strings.TrimSpace(returns) {
			t.Errorf("%s: columns %s", file, got)
		}
		if result, err := s.Run(t.Context(), &memory{}, params, 0); err != nil || len(result.Rows) != 0 {
			t.Errorf("%s: %v, %v", file, result.Rows, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("../../cypher/report/*.cypher")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, text := range []string{
		"MATCH (a:A|B {x: 1})-[r:T*1..2 {y: $p}]-(b WHERE b.x IN [1, 2.5, 'é\\n']) OPTIONAL MATCH p = shortestPath((a)-[*]-(b)) RETURN DISTINCT *, p ORDER BY a.x DESC SKIP 1 LIMIT 2;",
		"UNWIND [x IN range(1, 3) WHERE x > 1 | x] AS y CALL (y) { RETURN y + 1 AS z UNION ALL RETURN 2 AS z } RETURN CASE z WHEN > 3 THEN 1 ELSE y END, n {.a, .*, b: 1}",
		"RETURN EXISTS { (a)-->(b) }, COLLECT { MATCH (n) RETURN n }, [(a)-->(b) | b], reduce(a = 1, b IN [] | a), trim('b'), `a``b`[1..][0]",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse(text)
		var e *Error
		switch {
		case err == nil && len(s.Columns()) == 0:
			t.Error("a statement without columns")
		case err == nil:
		case !errors.As(err, &e):
			t.Errorf("a %T: %v", err, err)
		case e.Line < 1 || e.Column < 1 || !strings.Contains(text, e.Word):
			t.Errorf("line %d, column %d, word %q", e.Line, e.Column, e.Word)
		}
	})
}
