package query

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

func day(s string) Date { return DateOf(parseTime(s, false)) }

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

func TestClauses(t *testing.T) {
	params := map[string]any{"s": 1, "l": 2, "isos": []string{"US", "DE", "XX"}, "f": map[string]any{"iso": "US", "list": []any{1, 2}}, "since": "2026-01-12", "c": "US"}
	check(t, []example{
		{"MATCH (a:Person) RETURN a.id AS id ORDER BY a.seen DESC, a.name SKIP $s LIMIT $l", "'p3'\n'p2'"},
		{"MATCH (a:Person) RETURN a.id AS id ORDER BY id LIMIT toInteger('1')", "'p1'"},
		{"MATCH (a:Article) RETURN a.id ORDER BY a.words DESC", "'a4'\n'a3'\n'a2'\n'a1'"},
		{"MATCH (a:Article) RETURN a.id ORDER BY a.words", "'a1'\n'a2'\n'a3'\n'a4'"},
		{"MATCH (a:Actor)-[:CONDEMNS]->(b) WITH DISTINCT a, b WITH *, a.name + '>' + b.name AS k RETURN k ORDER BY k", "'Alice>Bob'\n'Bob>Carol'\n'NATO>Bob'"},
		{"WITH 1 AS b, 2 AS a RETURN *", "2 | 1"},
		{"WITH 1 AS b, 2 AS a RETURN *, a + b AS c", "2 | 1 | 3"},
		{"WITH 1 AS a, 2 AS b WITH b AS a, a AS b RETURN a, b", "2 | 1"},
		{"UNWIND [3, 1, 2] AS x WITH x ORDER BY x WHERE x > 1 RETURN collect(x)", "[2, 3]"},
		{"UNWIND [3, 1, 2] AS x WITH x ORDER BY x DESC LIMIT 2 WHERE x < 3 RETURN x", "2"},
		{"UNWIND [] AS x RETURN x", ""},
		{"UNWIND null AS x RETURN x", ""},
		{"UNWIND 5 AS x RETURN x", "5"},
		{"UNWIND [1, 2] AS x UNWIND [x, x * 10] AS y RETURN y", "1\n10\n2\n20"},
		{"MATCH (c:Country) WHERE c.iso IN $isos RETURN c.iso ORDER BY c.iso", "'DE'\n'US'"},
		{"WITH $f AS f RETURN f.iso, f['iso'], f.list[1]", "'US' | 'US' | 2"},
		{"RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x", "1\n2"},
		{"RETURN 1 AS x UNION ALL RETURN 1 AS x", "1\n1"},
		{"RETURN 1 AS x, 2 AS y UNION RETURN 3 AS y, 4 AS x", "1 | 2\n4 | 3"},
		{"MATCH (a:Article) WHERE date($since) <= a.published <= date('2026-01-31') RETURN a.id ORDER BY a.id", "'a2'\n'a3'"},
		{"MATCH (c:Country {iso: $c})<-[:MENTIONS]-(art:Article) OPTIONAL MATCH (art)-[:MENTIONS]->(act:Person) WITH art, act ORDER BY act.name WITH art, collect(DISTINCT act.name) AS actors, count(act) AS n RETURN art.id AS id, art.published AS day, n, actors[0..1] AS top, CASE WHEN n > 1 THEN 'hot' WHEN n = 0 THEN 'none' ELSE 'cold' END AS heat ORDER BY n DESC, id LIMIT 10",
			"'a3' | 2026-01-14 | 2 | ['Alice'] | 'hot'\n'a1' | 2026-01-05 | 0 | [] | 'none'"},
		{"MATCH (c:Country)<-[:MENTIONS]-(a:Article) WITH c, a ORDER BY a.published DESC WITH c.iso AS iso, collect(a.id)[0] AS latest, count(*) AS n RETURN iso, latest, n ORDER BY iso", "'DE' | 'a2' | 2\n'FR' | 'a4' | 1\n'US' | 'a3' | 2"},
		{"MATCH (a:Person) WITH a WHERE a.id STARTS WITH 'p' WITH a.name AS name, size(a.name) AS len WITH name, len, len * 2 AS dbl WHERE dbl >= 8 WITH collect(name) AS names, sum(len) AS tot UNWIND names AS nm WITH nm, tot ORDER BY nm DESC LIMIT 2 RETURN nm, tot", "'Dave' | 14\n'Carol' | 14"},
		{"// a report\nMATCH (c:Country) /* all RETURN */ WHERE c.iso = 'DE' // only\nRETURN c.name;", "'Germany'"},
		{"MATCH (matched:Country {iso: 'DE'}) WITH matched AS returned, 1 AS orders, 2 AS limits RETURN returned.name AS settings, orders + limits AS skipped", "'Germany' | 3"},
		{"WITH 1 AS `a b` RETURN `a b` AS `c``d`", "1"},
		{"MATCH (a:Person) WITH a.name AS n ORDER BY a.seen DESC LIMIT 1 RETURN n", "'Dave'"},
		{"MATCH (a:Person) WITH a.name AS n WHERE a.seen > date('2026-01-03') RETURN n", "'Dave'"},
		{"MATCH (a:Person) RETURN a.name AS n LIMIT 0", ""},
	}, params)
}

func TestAggregation(t *testing.T) {
	check(t, []example{
		{"MATCH (a:Article) RETURN count(*) AS n, count(a.words) AS c, sum(a.words) AS s, avg(a.words) AS v, min(a.published) AS lo, max(a.published) AS hi",
			"4 | 3 | 600 | 200.0 | 2026-01-05 | 2026-02-02"},
		{"MATCH (a:Actor)-[e:CONDEMNS]->() RETURN a.id AS id, count(*) * 2 + 1 AS k, toString(count(e)) + '!' AS s ORDER BY id", "'o1' | 3 | '1!'\n'p1' | 5 | '2!'\n'p2' | 3 | '1!'"},
		{"MATCH (x:Nothing) RETURN count(x), collect(x), sum(x.v), max(x.v), avg(x.v)", "0 | [] | 0 | null | null"},
		{"MATCH (x:Nothing) RETURN x.id, count(*)", ""},
		{"MATCH (:Article)-[:MENTIONS]->(x) RETURN count(x), count(DISTINCT x)", "8 | 6"},
		{"UNWIND [1, 1.0, 2, null, null] AS x RETURN collect(DISTINCT x), count(DISTINCT x)", "[1, 2] | 2"},
		{"UNWIND [1, 1.0, null, null] AS x RETURN DISTINCT x", "1\nnull"},
		{"UNWIND [1, 2.5] AS x RETURN sum(x), avg(x)", "3.5 | 1.75"},
		{"UNWIND [1, 'b', true, [1], {a: 1}] AS x RETURN min(x), max(x)", "{a: 1} | 1"},
		{"UNWIND [duration('P1D'), duration('PT12H')] AS d RETURN sum(d), avg(d)", "P1DT12H | PT18H"},
		{"MATCH (a:Actor) RETURN a.name, count(*) ORDER BY a.name LIMIT 1", "'ACME' | 1"},
		{"MATCH (a:Person) RETURN count(*) AS n ORDER BY count(*) + 1", "4"},
		{"MATCH (a)-[:CONDEMNS]->(b) RETURN b.name, count(*) ORDER BY max(a.name) DESC", "'Bob' | 3\n'Carol' | 1"},
		{"MATCH (a)-[:CONDEMNS]->(b) WITH a AS x, count(b) AS n ORDER BY a.name LIMIT 1 RETURN x.name, n", "'Alice' | 2"},
		{"MATCH (a:Person) WITH a, count(*) AS n RETURN a.name + n AS s ORDER BY s LIMIT 1", "'Alice1'"},
		{"MATCH (a:Person {id: 'p1'}) RETURN a, a.name + '/' + count(*) AS s", "(p1) | 'Alice/1'"},
		{"MATCH (a:Person) RETURN {n: count(*), names: collect(a.name)} AS m", "{n: 4, names: ['Alice', 'Bob', 'Carol', 'Dave']}"},
		{"MATCH (c:Country) RETURN size(collect(c)) AS n, [x IN collect(c.iso) WHERE x > 'E' | x + '!'] AS l", "3 | ['US!', 'FR!']"},
		{"MATCH (a:Person) RETURN a.name STARTS WITH 'A' AS k, count(*) AS n ORDER BY k", "false | 3\ntrue | 1"},
		{"MATCH (a:Person) RETURN DISTINCT substring(a.name, 1, 1) AS c ORDER BY c", "'a'\n'l'\n'o'"},
	}, nil)
}

// What depends on no row is computed once, but all else for each row.
func TestOnce(t *testing.T) {
	check(t, []example{
		{"UNWIND range(1, 50) AS i WITH DISTINCT rand() AS x, toString(rand()) AS s RETURN count(*) > 1 AS many", "true"},
		{"UNWIND [1, 2] AS i RETURN toString(i) AS a, toString([x IN [i] | x][0]) AS b, toString($p) AS c", "'1' | '1' | '7'\n'2' | '2' | '7'"},
		{"UNWIND [1, 1, 2] AS i RETURN i, toString(count(*)) AS n, toString(sum(i) + 1) AS s", "1 | '2' | '3'\n2 | '1' | '3'"},
		{"MATCH (a:Actor) RETURN DISTINCT abs(COUNT { (a)-->() }) AS n ORDER BY n", "0\n1\n2\n3"},
	}, map[string]any{"p": 7})
}

func TestColumns(t *testing.T) {
	for text, want := range map[string]string{
		"MATCH (a) RETURN a, a.name,  count( * )":                 "a, a.name, count( * )",
		"RETURN 1+1, (2), 'x' , toUpper( 'y' ) AS z":              "1+1, (2), 'x', z",
		"WITH 1 AS b, 2 AS a RETURN *":                            "a, b",
		"RETURN [x IN [1] | /* c */ x], CASE 1 WHEN 1 THEN 2 END": "[x IN [1] | /* c */ x], CASE 1 WHEN 1 THEN 2 END",
	} {
		s, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(s.Columns(), ", "); got != want {
			t.Errorf("%s: columns %s, want %s", text, got, want)
		}
	}
}

func TestLimit(t *testing.T) {
	g := news()
	result, got := answer(t, g, "MATCH (n:Actor) RETURN n.id", nil, 2)
	if got != "'p1'\n'p2'" || !result.Truncated || g.scanned > 3 {
		t.Errorf("%s, truncated %v, %d nodes met", got, result.Truncated, g.scanned)
	}
	if result, got := answer(t, g, "MATCH (n:Country) RETURN n.iso ORDER BY n.iso", nil, 3); got != "'DE'\n'FR'\n'US'" || result.Truncated {
		t.Errorf("%s, truncated %v", got, result.Truncated)
	}
	if result, got := answer(t, g, "MATCH (n:Country) RETURN n.iso ORDER BY n.iso", nil, 1); got != "'DE'" || !result.Truncated {
		t.Errorf("%s, truncated %v", got, result.Truncated)
	}
	if _, got := answer(t, g, "UNWIND range(1, 9000) AS x RETURN x ORDER BY x DESC LIMIT 2", nil, 0); got != "9000\n8999" {
		t.Error(got)
	}
}

// A pattern begins where it is cheapest, and nodes that nobody reads aren't loaded.
func TestPlan(t *testing.T) {
	for _, test := range []struct {
		text            string
		scanned, loaded int
	}{
		{"MATCH (a:Actor {id: 'p1'})-[:CONDEMNS]->(b:Person) RETURN b.name", 0, 3},
		{"MATCH (b:Person)<-[:CONDEMNS]-(a:Actor) WHERE $id = a.id RETURN b.name", 0, 3},
		{"MATCH (b:Person)<-[:CONDEMNS]-(a) WHERE a.id IN ['p1'] AND a:Actor RETURN b.name", 0, 3},
		{"MATCH (a:Actor) RETURN count(*)", 9, 0},
		{"MATCH (a:Actor) RETURN count(a), count(DISTINCT a)", 9, 0},
		{"MATCH (a:Actor)-[:MENTIONS]-() RETURN count(*)", 9, 0},
		{"MATCH (c:Country)--(a:Actor) RETURN count(*)", 3, 6},
		{"MATCH (x:Actor {id: 'p1'}), (a:Article) RETURN count(*)", 4, 1},
	} {
		g := news()
		answer(t, g, test.text, map[string]any{"id": "p1"}, 0)
		if g.scanned != test.scanned || g.loaded != test.loaded {
			t.Errorf("%s: %d nodes listed, %d loaded, want %d and %d", test.text, g.scanned, g.loaded, test.scanned, test.loaded)
		}
	}
}

func TestCancel(t *testing.T) {
	for _, text := range []string{
		"MATCH (a)-[*]-(b), (c)-[*]-(d), (e)-[*]-(f) RETURN count(*)",
		"UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(*)",
		"RETURN reduce(s = 0, x IN range(1, 1000000) | s + reduce(t = 0, y IN range(1, 1000000) | t + 1))",
		"MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j) RETURN count(*)",
	} {
		s, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		if _, err := s.Run(ctx, news(), nil, 0); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", text, err)
		}
		cancel()
	}
	s, _ := Parse("RETURN 1")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Run(ctx, news(), nil, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("ended before: %v", err)
	}
}
