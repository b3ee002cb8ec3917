package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"newsgraph/cypher"
	"newsgraph/internal/article"
	"newsgraph/internal/graph"
	"newsgraph/internal/pipeline"
	"newsgraph/internal/query"
)

// TestDifferential loads the same articles into Neo4j, in containers or the server that NEWSGRAPH_TEST_NEO4J_URI names, and
// into a file, asks both the same, and compares the answers.
func TestDifferential(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a Neo4j server, which is not short")
	}
	batches := realNews(t)
	if uri := os.Getenv("NEWSGRAPH_TEST_NEO4J_URI"); uri != "" {
		compare(t, batches, Config{
			URI: uri, Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD"), Database: os.Getenv("NEO4J_DATABASE"),
		})
		return
	}
	for _, image := range images {
		t.Run(image, func(t *testing.T) { compare(t, batches, start(t, image)) })
	}
}

func compare(t *testing.T, batches []graph.Batch, c Config) {
	server, file := open(t, c), embedded(t)
	if got := column(t, server, "MATCH (n) RETURN count(n)"); got != "0" {
		t.Fatalf("the graph at %s is not empty; the test would clear it", c.URI)
	}
	t.Cleanup(func() { clearGraph(t, server); server.Close(context.Background()) }) //nolint:errcheck // the test is over
	for _, s := range []testee{server, file} {
		write(t, s, batches...)
		run, err := s.BeginRun(t.Context(), "v1")
		if err != nil {
			t.Fatal(err)
		}
		run.Articles = len(batches)
		if err := s.EndRun(t.Context(), run); err != nil {
			t.Fatal(err)
		}
	}
	holds(t, file, batches)
	t.Run("statements", func(t *testing.T) { compareStatements(t, server, file) })
	t.Run("reports", func(t *testing.T) { compareReports(t, server, file) })
}

// realNews extracts the articles of the repository and, where it is there, of the shared folder.
func realNews(t *testing.T) []graph.Batch {
	t.Helper()
	paths := []string{"../../testdata/articles"}
	if shared := "../../../shared/dev/articles"; exists(shared) {
		paths = append(paths, shared)
	}
	in, err := article.Open(paths, strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	extract, err := pipeline.NewExtractor()
	if err != nil {
		t.Fatal(err)
	}
	var rows rowSink
	if _, err := pipeline.Run(t.Context(), in.Records(t.Context()), extract, &rows, pipeline.Options{Now: time.Now}); err != nil {
		t.Fatal(err)
	}
	return rows
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// rowSink keeps what the pipeline makes for a store.
type rowSink []graph.Batch

func (s *rowSink) Write(_ context.Context, results []pipeline.Result) error {
	for _, r := range results {
		*s = append(*s, r.Rows)
	}
	return nil
}

// probe is a statement of testdata/differential with its comment, which says what it probes.
type probe struct {
	comment, text string
}

func probes(t *testing.T, file string) []probe {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []probe
	for block := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		comment, statement, _ := strings.Cut(block, "\n")
		all = append(all, probe{strings.TrimPrefix(comment, "// "), statement})
	}
	return all
}

// compareStatements asks the corpus. A statement is an error on both sides where its comment says so, and nowhere else.
func compareStatements(t *testing.T, server, file Querier) {
	params := map[string]any{
		"actor": "country:USA", "since": "2019-01-01", "ids": []any{"country:USA", "country:RUS", "nobody"}, "n": int64(3),
		"half": 0.5, "flag": true, "nothing": nil, "map": map[string]any{"a": int64(1), "list": []any{int64(1), "x"}},
	}
	files, err := filepath.Glob("testdata/differential/*.cypher")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, name := range files {
		for _, p := range probes(t, name) {
			count++
			want, wantErr := server.Query(t.Context(), p.text, params, 0)
			got, err := file.Query(t.Context(), p.text, params, 0)
			wrong := strings.HasPrefix(p.comment, "error: ")
			switch {
			case (wantErr != nil) != wrong || (err != nil) != wrong:
				t.Errorf("%s: %s\n%s\nNeo4j says %v\nthe file says %v", filepath.Base(name), p.comment, p.text, wantErr, err)
			case !wrong:
				if fault := differs(got, want, isOrdered(p.text)); fault != "" {
					t.Errorf("%s: %s\n%s\n%s", filepath.Base(name), p.comment, p.text, fault)
				}
			}
		}
	}
	t.Logf("%d statements", count)
}

// isOrdered tells whether a statement orders its rows at its end.
func isOrdered(text string) bool {
	return strings.Contains(text[max(0, strings.LastIndex(text, "RETURN")):], "ORDER BY")
}

// compareReports asks every report with its defaults, with each of its parameters changed alone, and with all of its rows.
func compareReports(t *testing.T, server, file Querier) {
	newest := column(t, server, "MATCH (e:Event) RETURN e.id ORDER BY e.date DESC, e.id LIMIT 1")
	values := map[string][]string{
		"limit": {"1", "1000"}, "since": {"2019-06-01", "2100-01-01"}, "until": {"2019-06-01", "1900-01-01"},
		"kind": {"Country", "Person", "Nothing"}, "type": {"CONDEMNS", "NOTHING"}, "status": {"denied", "planned", "nothing"},
		"event": {newest, "nothing"}, "days": {"0", "30", "4000"},
	}
	actors := []string{"", "country:USA", "united states", "US", "person:nobody", "Russia"}
	count := 0
	for _, report := range cypher.Reports() {
		sets := []map[string]string{{}}
		for _, p := range report.Params {
			changed := values[p.Name]
			if p.Kind == "actor" {
				changed = actors
			}
			if changed == nil {
				t.Errorf("%s: no values for %s %s", report.Name, p.Kind, p.Name)
			}
			for _, value := range changed {
				sets = append(sets, map[string]string{p.Name: value})
				if p.Kind == "actor" {
					sets = append(sets, map[string]string{p.Name: value, "limit": "1000", "since": "2018-01-01"})
				}
			}
		}
		for _, set := range sets {
			maps.DeleteFunc(set, func(name, _ string) bool {
				return !slices.ContainsFunc(report.Params, func(p cypher.Param) bool { return p.Name == name })
			})
			params, err := report.Bind(set)
			if err != nil {
				t.Fatal(err)
			}
			count++
			want, wantErr := server.Query(t.Context(), report.Text, params, 0)
			got, err := file.Query(t.Context(), report.Text, params, 0)
			if err := errors.Join(err, wantErr); err != nil {
				t.Errorf("%s %v: %v", report.Name, set, err)
				continue
			}
			if report.Name == "runs" { // each store has runs of its own
				got, want = without(got, "run", "started", "finished"), without(want, "run", "started", "finished")
			}
			if fault := differs(got, want, true); fault != "" {
				t.Errorf("%s %v: %s", report.Name, set, fault)
			}
		}
	}
	t.Logf("%d reports with parameters", count)
}

// without leaves some columns out.
func without(r Result, columns ...string) Result {
	for _, name := range columns {
		if i := slices.Index(r.Columns, name); i >= 0 {
			r.Columns = slices.Delete(slices.Clone(r.Columns), i, i+1)
			for j, row := range r.Rows {
				r.Rows[j] = slices.Delete(row, i, i+1)
			}
		}
	}
	return r
}

// TestRefused holds what the engine refuses, and where it says that the fault is.
func TestRefused(t *testing.T) {
	file := embedded(t, koreanNews()...)
	for _, p := range probes(t, "testdata/refused.cypher") {
		_, err := file.Query(t.Context(), p.text, map[string]any{}, 0)
		var fault *query.Error
		if !errors.As(err, &fault) {
			t.Errorf("%s\ngives %v", p.text, err)
			continue
		}
		if got := strings.TrimSpace(fmt.Sprintf("%d:%d %s", fault.Line, fault.Column, fault.Word)); got != p.comment {
			t.Errorf("%s\nis refused at %s, want %s: %v", p.text, got, p.comment, err)
		}
	}
}
