package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"newsgraph/internal/article"
	"newsgraph/internal/graph"
	"newsgraph/internal/pipeline"
	"newsgraph/internal/store"
)

// shelf is a graph in memory that answers every query with one result.
type shelf struct {
	config  store.Config
	batches []graph.Batch
	run     store.Run
	closed  bool
	text    string
	params  map[string]any
	answer  store.Result
	fault   error
	onWrite func()
}

func (s *shelf) Write(_ context.Context, batches []graph.Batch) (store.Written, error) {
	if s.onWrite != nil {
		s.onWrite()
	}
	s.batches = append(s.batches, batches...)
	return store.Written{New: len(batches)}, s.fault
}

func (s *shelf) BeginRun(context.Context, string) (store.Run, error) {
	return store.Run{ID: "run"}, nil
}

func (s *shelf) EndRun(_ context.Context, run store.Run) error {
	s.run = run
	return nil
}

func (s *shelf) Close(context.Context) error {
	s.closed = true
	return nil
}

func (s *shelf) Query(_ context.Context, text string, params map[string]any, _ int) (store.Result, error) {
	s.text, s.params = text, params
	return s.answer, s.fault
}

// world is an Env whose streams are kept, whose clock moves a second each time it is read, and whose graph is a shelf.
type world struct {
	Env
	out, err bytes.Buffer
	shelf    *shelf
	vars     map[string]string
}

func newWorld(stdin string) *world {
	w := &world{shelf: &shelf{}, vars: map[string]string{"NEO4J_URI": "neo4j://graph"}}
	now := time.Date(2024, 11, 5, 0, 0, 0, 0, time.UTC)
	w.Env = Env{
		Stdin: strings.NewReader(stdin), Stdout: &w.out, Stderr: &w.err,
		Getenv: func(key string) string { return w.vars[key] },
		Now: func() time.Time {
			now = now.Add(time.Second)
			return now
		},
		Width:        func(io.Writer) int { return 0 },
		NewExtractor: func() (pipeline.Extractor, error) { return condemn, nil },
		OpenStore: func(_ context.Context, c store.Config) (store.Store, error) {
			w.shelf.config = c
			return w.shelf, nil
		},
	}
	return w
}

// condemn reads in every article that North Korea was condemned.
func condemn(_ context.Context, a *article.Article) (graph.Extraction, error) {
	span := graph.Span{Start: 0, End: len(a.Text), Text: a.Text}
	e := graph.Event{
		Type: "CONDEMNS", Plover: "ACCUSE", Sources: []string{"org:european-union"}, Targets: []string{"country:PRK"}, Status: "asserted",
		Date: article.Day(a.Published), DatePrecision: "published", Confidence: 0.9, Trigger: span, Evidence: span, Rule: "test", Place: "Seoul",
	}
	e.ID = graph.EventID(e.Type, e.Sources, e.Targets, e.Date, e.Status)
	s := graph.Statement{Speaker: "org:european-union", Kind: "indirect", Text: a.Text, Verb: "said", About: []string{"country:PRK"}, Date: e.Date, Evidence: span}
	s.ID = graph.StatementID(s.Speaker, s.Text, s.Date)
	return graph.Extraction{
		Article: graph.Article{ID: a.ID, Path: a.Path, Title: a.Title, Published: e.Date, Lang: a.Lang, Text: a.Text},
		Actors: []graph.Actor{
			{ID: "country:PRK", Kind: "Country", Name: "North Korea", ISO3: "PRK"},
			{ID: "org:european-union", Kind: "Organization", Name: "European Union", Aliases: []string{"EU"}},
		},
		Events: []graph.Event{e}, Statements: []graph.Statement{s},
	}, nil
}

func (w *world) run(args ...string) int { return run(context.Background(), args, w.Env) }

func line(text string) string { return fmt.Sprintf(`{"published":"2024-11-04","text":%q}`+"\n", text) }

func TestLoad(t *testing.T) {
	w := newWorld(line("One.") + "{broken\n" + line("Two."))
	if code := w.run("load", "-"); code != exitRejected {
		t.Errorf("exit code %d, want %d", code, exitRejected)
	}
	if len(w.shelf.batches) != 2 || !w.shelf.closed || w.out.Len() > 0 {
		t.Errorf("%d batches, closed %t, output %q", len(w.shelf.batches), w.shelf.closed, &w.out)
	}
	want := store.Run{ID: "run", Articles: 2, Rejected: 1, Events: 2, Statements: 2, FinishedAt: w.shelf.run.FinishedAt}
	if w.shelf.run != want || want.FinishedAt.IsZero() {
		t.Errorf("recorded %+v, want %+v", w.shelf.run, want)
	}
	for _, line := range []string{
		"newsgraph: rejected -:2: broken JSON at byte 2: ",
		"(2 new, 0 replaced, 0 unchanged): 2 events, 2 statements; 1 rejected\n",
		"  CONDEMNS                  2\n",
	} {
		if !strings.Contains(w.err.String(), line) {
			t.Errorf("standard error lacks %q: %s", line, &w.err)
		}
	}
}

func TestExtractThenLoad(t *testing.T) {
	direct, first := newWorld(line("One.")), newWorld(line("One."))
	if code := first.run("extract", "-"); code != exitDone || first.err.Len() > 0 {
		t.Fatalf("extract: exit code %d, %s", code, &first.err)
	}
	second := newWorld(first.out.String())
	if code := second.run("load", "-") + direct.run("load", "-"); code != exitDone {
		t.Fatalf("load: exit code %d, %s%s", code, &second.err, &direct.err)
	}
	if got, want := fmt.Sprint(second.shelf.batches), fmt.Sprint(direct.shelf.batches); got != want {
		t.Errorf("by way of extract: %s\ndirectly: %s", got, want)
	}
}

func TestInterrupt(t *testing.T) {
	w := newWorld(strings.Repeat(line("One."), 5000))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	w.shelf.onWrite = cancel
	if code := run(ctx, []string{"load", "-"}, w.Env); code != exitInterrupted {
		t.Errorf("exit code %d, want %d", code, exitInterrupted)
	}
	if n := len(w.shelf.batches); n == 0 || n == 5000 || w.shelf.run.Articles != n || !w.shelf.closed {
		t.Errorf("%d articles written, %d recorded, closed %t", n, w.shelf.run.Articles, w.shelf.closed)
	}
	if !strings.HasSuffix(w.err.String(), "newsgraph: interrupted\n") {
		t.Errorf("standard error is %s", &w.err)
	}
}

func TestExitCodes(t *testing.T) {
	tests := []struct {
		args  string
		fault error
		code  int
		says  string
	}{
		{"report nosuch", nil, exitMisused, `there is no report "nosuch"`},
		{"report newest -P limit=some", nil, exitMisused, "limit"},
		{"report newest -P limit", nil, exitMisused, `-P "limit" is not key=value`},
		{"report newest -o xml", nil, exitMisused, `--output "xml" is none of table, json, csv, markdown`},
		{"report a b", nil, exitMisused, ""},
		{"query", nil, exitMisused, "one statement is wanted"},
		{"query -", nil, exitMisused, "the statement is empty"},
		{"query RETURN --graph a.db --uri bolt://b", nil, exitMisused, "--graph and --uri name two graphs"},
		{"query RETURN --graph a.db --database b", nil, exitMisused, "--username and --database are for a Neo4j server"},
		{"load", nil, exitMisused, "a PATH is wanted"},
		{"load - --workers -1", nil, exitMisused, "--workers must be 1 or more"},
		{"load --password x -", nil, exitMisused, "unknown flag: --password"},
		{"nosuch", nil, exitMisused, `unknown command "nosuch"`},
		{"load nosuch.txt", nil, exitFailed, "reading nosuch.txt: no such file or directory"},
		{"query RETURN", errors.New("no good\nhere"), exitFailed, "newsgraph: no good here\n"},
		{"query RETURN", fmt.Errorf("opening graph: %w", store.ErrUnreachable), exitUnreachable, "the graph can't be reached"},
		{"query RETURN", store.ErrRefused, exitUnreachable, "refused"},
		{"query RETURN", store.ErrBusy, exitUnreachable, "in use"},
		{"explain 00000000000000000000000000000000", nil, exitFailed, "no event 0000"},
	}
	for _, test := range tests {
		w := newWorld("")
		w.shelf.fault = test.fault
		if code := w.run(strings.Fields(test.args)...); code != test.code || !strings.Contains(w.err.String(), test.says) {
			t.Errorf("%s: exit code %d, want %d; standard error %q, want %q", test.args, code, test.code, &w.err, test.says)
		}
		if !strings.HasPrefix(w.err.String(), "newsgraph: ") || w.out.Len() > 0 {
			t.Errorf("%s: standard error %q, standard output %q", test.args, &w.err, &w.out)
		}
	}
}

func TestConnection(t *testing.T) {
	tests := []struct {
		name string
		vars map[string]string
		args string
		want store.Config
	}{
		{"environment", map[string]string{"NEO4J_URI": "bolt://a", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "d"}, "",
			store.Config{URI: "bolt://a", Username: "u", Password: "p", Database: "d"}},
		{"flags first", map[string]string{"NEO4J_URI": "bolt://a", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "d"},
			" --uri neo4j://b --username v --database e", store.Config{URI: "neo4j://b", Username: "v", Password: "p", Database: "e"}},
		{"default user", map[string]string{"NEO4J_URI": "bolt://a", "NEO4J_PASSWORD": "p"}, "", store.Config{URI: "bolt://a", Username: "neo4j", Password: "p"}},
		{"no login", map[string]string{"NEO4J_URI": "bolt://a"}, "", store.Config{URI: "bolt://a"}},
		{"no setting", nil, "", store.Config{URI: "file:newsgraph.db"}},
		{"file in the environment", map[string]string{"NEWSGRAPH_FILE": "/a/b.db"}, "", store.Config{URI: "file:/a/b.db"}},
		{"server before file", map[string]string{"NEWSGRAPH_FILE": "b.db", "NEO4J_URI": "bolt://a"}, "", store.Config{URI: "bolt://a"}},
		{"file by flag", map[string]string{"NEWSGRAPH_FILE": "b.db", "NEO4J_URI": "bolt://a", "NEO4J_PASSWORD": "p"}, " --graph c.db",
			store.Config{URI: "file:c.db"}},
	}
	for _, test := range tests {
		w := newWorld("")
		w.vars = test.vars
		if code := w.run(strings.Fields("query RETURN" + test.args)...); code != exitDone || w.shelf.config != test.want {
			t.Errorf("%s: exit code %d, got %+v, want %+v", test.name, code, w.shelf.config, test.want)
		}
	}
}

func TestQueryParameters(t *testing.T) {
	w := newWorld("RETURN $a")
	args := []string{"query", "-"}
	for _, p := range []string{"int=10", "float=0.5", "yes=true", "none=null", "text=North Korea", `quoted="10"`, "list=[1, \"a\"]", "day=2024-11-04", "eq=a=b", "empty="} {
		args = append(args, "-P", p)
	}
	if code := w.run(args...); code != exitDone || w.shelf.text != "RETURN $a" {
		t.Fatalf("exit code %d, text %q, %s", code, w.shelf.text, &w.err)
	}
	want := map[string]any{"int": int64(10), "float": 0.5, "yes": true, "none": nil, "text": "North Korea", "quoted": "10",
		"list": []any{int64(1), "a"}, "day": "2024-11-04", "eq": "a=b", "empty": ""}
	if got := fmt.Sprintf("%#v", w.shelf.params); got != fmt.Sprintf("%#v", want) {
		t.Errorf("got  %s\nwant %#v", got, want)
	}
}

func TestProgress(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(path, []byte(strings.Repeat(line("One."), 50)), 0o600); err != nil {
		t.Fatal(err)
	}
	w := newWorld("")
	w.run("load", path)
	if !strings.Contains(w.err.String(), " articles read (100 % of the input), 0 rejected\n") || strings.Contains(w.err.String(), "\r") {
		t.Errorf("in a pipe: %q", &w.err)
	}
	w = newWorld("")
	w.run("load", "--quiet", path)
	if strings.Contains(w.err.String(), " read") {
		t.Errorf("quietly: %q", &w.err)
	}
	w = newWorld("")
	w.Width = func(io.Writer) int { return 80 }
	w.run("load", path)
	if !strings.Contains(w.err.String(), "\r") || strings.Contains(w.err.String(), "of the input") {
		t.Errorf("on a terminal: %q", &w.err)
	}
	w = newWorld("")
	w.Width = func(io.Writer) int { return 80 }
	w.vars["NO_COLOR"] = "1"
	w.run("load", path)
	if strings.Contains(w.err.String(), "\r") {
		t.Errorf("with NO_COLOR: %q", &w.err)
	}
}
