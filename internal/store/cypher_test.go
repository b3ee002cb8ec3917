package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"newsgraph/cypher"
)

// examCypher has the server plan every statement on an empty graph. It may complain of none, and what the loader runs must
// begin with indexes.
func examCypher(t *testing.T, s testee, c Config) {
	driver, err := neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	if err := s.(Preparer).Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, statement := range slices.Concat(cypher.Reports(), cypher.Writes()) {
		params := map[string]any{}
		for _, p := range statement.Params {
			params[p.Name] = nil
		}
		text := "EXPLAIN " + keepPlan + statement.For("CONDEMNS")
		result, err := neo4j.ExecuteQuery(t.Context(), driver, text, params, neo4j.EagerResultTransformer,
			neo4j.ExecuteQueryWithDatabase(c.Database))
		if err != nil {
			t.Errorf("%s: %v", statement.Name, err)
			continue
		}
		for _, n := range result.Summary.Notifications() {
			if !strings.Contains(n.Code(), "UnknownPropertyKey") && !strings.Contains(n.Code(), "UnknownRelationshipType") && !strings.Contains(n.Code(), "CartesianProduct") {
				t.Errorf("%s: %s %s", statement.Name, n.Code(), n.Description())
			}
		}
		if isWrite := i >= len(cypher.Reports()); isWrite && planned(result.Summary.Plan(), "Scan") {
			t.Errorf("%s does without an index", statement.Name)
		}
	}
}

// planned tells whether a plan uses an operator.
func planned(p neo4j.Plan, operator string) bool {
	return strings.Contains(p.Operator(), operator) ||
		slices.ContainsFunc(p.Children(), func(child neo4j.Plan) bool { return planned(child, operator) })
}

// examReports runs every report as it is, for the columns that its header declares, and with other parameters.
func examReports(t *testing.T, s testee) {
	stories := koreanNews()
	for i := range uint64(30) {
		stories = append(stories, anything(fmt.Sprintf("article-%d", i), i))
	}
	write(t, s, batch(t, stories...)...)
	run, err := s.BeginRun(t.Context(), "v1")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.EndRun(t.Context(), run); err != nil {
		t.Fatal(err)
	}
	for _, report := range cypher.Reports() {
		params, err := report.Bind(nil)
		if err != nil {
			t.Fatal(err)
		}
		result, err := s.Query(t.Context(), report.Text, params, 0)
		if err != nil {
			t.Errorf("%s: %v", report.Name, err)
		}
		if !slices.Equal(result.Columns, report.Returns) {
			t.Errorf("%s: columns %v, declared %v", report.Name, result.Columns, report.Returns)
		}
	}
	for _, want := range []struct {
		report, params string
		rows           func(int) bool
	}{
		{"dyads", "kind=Country", func(n int) bool { return n > 0 }},
		{"timeline", "actor=The PRK", func(n int) bool { return n > 3 }},
		{"timeline", "actor=country:PRK", func(n int) bool { return n > 3 }},
		{"timeline", "actor=Nobody", func(n int) bool { return n == 0 }},
		{"why", "source=person:borrell target=country:PRK type=CONDEMNS", func(n int) bool { return n >= 2 }},
		{"why", "source=org:eu target=country:PRK type=CONDEMNS", func(n int) bool { return n >= 2 }},
		{"event", "", func(n int) bool { return n > 0 }},
		{"unrealised", "status=denied", func(n int) bool { return n > 0 }},
		{"statements", "speaker=Borrell about=country:RUS", func(n int) bool { return n > 0 }},
		{"deployments", "", func(n int) bool { return n > 0 }},
		{"paths", "from=The KOR to=country:RUS", func(n int) bool { return n > 0 }},
		{"contested", "", func(n int) bool { return n > 0 }},
		{"representatives", "principal=org:eu", func(n int) bool { return n > 0 }},
		{"outlets", "", func(n int) bool { return n >= 3 }},
		{"profile", "actor=country:PRK", func(n int) bool { return n > 0 }},
		{"places", "", func(n int) bool { return n >= 2 }},
		{"replies", "days=700", func(n int) bool { return n > 0 }},
		{"neighbourhood", "actor=country:PRK", func(n int) bool { return n > 0 }},
		{"runs", "", func(n int) bool { return n == 1 }},
		{"actors", "kind=Person", func(n int) bool { return n == 3 }},
		{"newest", "limit=3", func(n int) bool { return n == 3 }},
		{"cooperation", "", func(n int) bool { return n > 0 }},
	} {
		if n := len(answer(t, s, want.report, want.params)); !want.rows(n) {
			t.Errorf("%s %s: %d rows", want.report, want.params, n)
		}
	}
}

// answer runs a report with parameters "key=value key=value"; a value goes up to the next key.
func answer(t *testing.T, s testee, name, given string) [][]any {
	t.Helper()
	report, ok := cypher.Report(name)
	if !ok {
		t.Fatalf("no report %s", name)
	}
	params := map[string]string{}
	last := ""
	for _, word := range strings.Fields(given) {
		if key, value, ok := strings.Cut(word, "="); ok {
			last = key
			params[key] = value
		} else {
			params[last] += " " + word
		}
	}
	bound, err := report.Bind(params)
	if err != nil {
		t.Fatal(err)
	}
	result, err := s.Query(t.Context(), report.Text, bound, 0)
	if err != nil {
		t.Fatal(err)
	}
	return result.Rows
}
