package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"newsgraph/cypher"
	"newsgraph/internal/article"
	"newsgraph/internal/graph"
	"newsgraph/internal/pipeline"
)

// BenchmarkReport loads the extractions that NEWSGRAPH_BENCH names, the output of newsgraph extract, into a file and, where
// NEWSGRAPH_TEST_NEO4J_URI names one, into a Neo4j server, which keeps them. It runs every report with its defaults and a
// lookup of one actor on both, and at its end prints a table of the medians:
//
//	newsgraph extract news.jsonl > extractions.jsonl
//	NEWSGRAPH_BENCH=$PWD/extractions.jsonl go test -run '^$' -bench Report -benchtime 5x -timeout 0 ./internal/store
func BenchmarkReport(b *testing.B) {
	path := os.Getenv("NEWSGRAPH_BENCH")
	if path == "" {
		b.Skip("NEWSGRAPH_BENCH names no output of newsgraph extract")
	}
	file := filepath.Join(b.TempDir(), "graph.db")
	stores := []*measured{{name: "file", config: Config{URI: FileURI(file)}}}
	if uri := os.Getenv("NEWSGRAPH_TEST_NEO4J_URI"); uri != "" {
		stores = append(stores, &measured{name: "Neo4j", config: Config{
			URI: uri, Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD"), Database: os.Getenv("NEO4J_DATABASE"),
		}})
	}
	var lines []string
	for _, m := range stores {
		lines = append(lines, m.load(b, path))
	}
	info, err := os.Stat(file)
	if err != nil {
		b.Fatal(err)
	}
	lines[0] += fmt.Sprintf(", a file of %d MB", info.Size()>>20)

	lookup := cypher.Statement{Name: "one actor by id", Text: "MATCH (a:Actor {id: 'country:USA'}) RETURN a.name"}
	head, rule := "| report |", "|---|"
	for _, m := range stores {
		head, rule = head+" "+m.name+", ms |", rule+"---:|"
	}
	lines = append(lines, "", head, rule)
	for _, statement := range slices.Concat(cypher.Reports(), []cypher.Statement{lookup}) {
		row := "| " + statement.Name + " |"
		for _, m := range stores {
			m.median = 0 // and stays so where -bench leaves the statement out
			b.Run(strings.ReplaceAll(statement.Name, " ", "-")+"/"+m.name, func(b *testing.B) { m.ask(b, statement) })
			row += fmt.Sprintf(" %.1f |", float64(m.median.Microseconds())/1000)
		}
		lines = append(lines, row)
	}
	fmt.Println(strings.Join(lines, "\n")) // b.Log is silent in a benchmark that only has others
}

// measured is a store with its time for the last statement.
type measured struct {
	name   string
	config Config
	store  Store
	median time.Duration
}

// load opens the store, loads the extractions into it and says how that went.
func (m *measured) load(b *testing.B, path string) string {
	var err error
	if m.store, err = Open(b.Context(), m.config); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { m.store.Close(context.Background()) }) //nolint:errcheck // nothing is being written
	in, err := article.Open([]string{path}, strings.NewReader(""))
	if err != nil {
		b.Fatal(err)
	}
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o600); err != nil { // so that the peak is of this load
		b.Log("the peak of memory is of the whole process: ", err)
	}
	began := time.Now()
	summary, err := pipeline.Run(b.Context(), in.Records(b.Context()), nil, into{m.store}, pipeline.Options{})
	if err != nil || summary.Rejects > 0 {
		b.Fatalf("loading %s: %d rejects, %v", path, summary.Rejects, err)
	}
	elapsed := time.Since(began).Seconds()
	return fmt.Sprintf("%s: %d articles, %.0f a second, at most %s of memory here", m.name, summary.Articles,
		float64(summary.Articles)/elapsed, peak())
}

// into is a sink that writes to a store.
type into struct{ store Store }

func (s into) Write(ctx context.Context, results []pipeline.Result) error {
	rows := make([]graph.Batch, len(results))
	for i, r := range results {
		rows[i] = r.Rows
	}
	_, err := s.store.Write(ctx, rows)
	return err
}

// peak is the most memory that this process had resident, where the system tells it.
func peak() string {
	status, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	line, _, _ := strings.Cut(rest, "\n")
	if line == "" {
		return "an unknown amount"
	}
	return strings.TrimSpace(line)
}

func (m *measured) ask(b *testing.B, statement cypher.Statement) {
	params, err := statement.Bind(nil)
	if err != nil {
		b.Fatal(err)
	}
	var times []time.Duration
	for b.Loop() {
		began := time.Now()
		if _, err := m.store.(Querier).Query(b.Context(), statement.Text, params, 0); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(began))
	}
	slices.Sort(times)
	m.median = times[len(times)/2]
}
