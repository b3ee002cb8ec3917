package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"newsgraph/internal/graph"
	"newsgraph/internal/query"
)

// TestEmbedded gives the exam to files.
func TestEmbedded(t *testing.T) {
	var path string
	again := func(t *testing.T) testee { return open(t, Config{URI: FileURI(path)}) }
	fresh := func(t *testing.T) testee {
		path = filepath.Join(t.TempDir(), "a graph.db")
		return again(t)
	}
	exam(t, fresh, again)
	t.Run("reports", func(t *testing.T) { examReports(t, fresh(t)) })
}

// embedded is a new graph in a file, with articles loaded.
func embedded(t *testing.T, stories ...*story) *Embedded {
	t.Helper()
	e := open(t, Config{URI: FileURI(filepath.Join(t.TempDir(), "graph.db"))}).(*Embedded)
	write(t, e, batch(t, stories...)...)
	return e
}

// nodeIDs lists the property id of nodes, in their order.
func nodeIDs(t *testing.T, s *snapshot, nodes iter.Seq2[query.ID, error]) string {
	t.Helper()
	var out []string
	for id, err := range nodes {
		if err != nil {
			t.Fatal(err)
		}
		n, err := s.Node(id)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, textOf(n, "id"))
	}
	return strings.Join(out, " ")
}

func TestEmbeddedNodes(t *testing.T) {
	long := strings.Repeat("long", 100)
	e := embedded(t, append(koreanNews(), tell("e", "2024-11-07").actor("group:many", func(a *graph.Actor) { a.Name = long }).
		actor("group:more", func(a *graph.Actor) { a.Name = long + "er" }).actor("group:zero", func(a *graph.Actor) { a.Name = "many\x00" }))...)
	err := e.view(t.Context(), func(s *snapshot) error {
		for label, want := range map[string]string{
			"Country": "country:KOR country:PRK country:RUS",
			"Person":  "person:borrell",
			"Group":   "group:many group:more group:zero",
			"Article": "a b c d e",
			"Place":   "country:KOR country:PRK country:RUS place:kursk place:seoul",
			"Nothing": "",
		} {
			if got := nodeIDs(t, s, s.Nodes(label)); got != want {
				t.Errorf("nodes %s: %s, want %s", label, got, want)
			}
			if n, err := s.Count(label); err != nil || n != len(strings.Fields(want)) {
				t.Errorf("count %s: %d, %v", label, n, err)
			}
		}
		all := len(strings.Fields(nodeIDs(t, s, s.Nodes(""))))
		if n, err := s.Count(""); err != nil || n != all || n < 20 {
			t.Errorf("%d nodes counted, %d listed, %v", n, all, err)
		}
		date := query.Date(20031) // 2024-11-04
		for _, test := range []struct {
			label, property string
			value           any
			want            string
		}{
			{"Actor", "id", "country:PRK", "country:PRK"},
			{"Country", "id", "country:PRK", "country:PRK"},
			{"Person", "id", "country:PRK", ""},
			{"Actor", "id", "country:P", ""},
			{"Actor", "name", "The PRK", "country:PRK"},
			{"Country", "iso3", "KOR", "country:KOR"},
			{"Group", "name", long, "group:many"},
			{"Group", "name", long + "er", "group:more"},
			{"Group", "name", "many", ""},
			{"Group", "name", "many\x00", "group:zero"},
			{"Article", "publishedAt", date, "a b"},
			{"Article", "publishedAt", "2024-11-04", ""},
			{"Article", "publishedAt", nil, ""},
			{"Event", "type", "MEETS", graph.EventID("MEETS", []string{"person:borrell"}, []string{"country:KOR"}, "2024-11-05", "asserted")},
		} {
			if !s.Indexed(test.label, test.property) {
				t.Errorf("%s.%s is not indexed", test.label, test.property)
			}
			if got := nodeIDs(t, s, s.Find(test.label, test.property, test.value)); got != test.want {
				t.Errorf("find %s.%s %v: %s, want %s", test.label, test.property, test.value, got, test.want)
			}
		}
		if s.Indexed("Article", "text") {
			t.Error("texts are indexed")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEmbeddedExpand(t *testing.T) {
	e := embedded(t, tell("a", "2024-11-04").act("CONDEMNS", "asserted", "country:KOR", "country:PRK").
		act("ATTACKS", "asserted", "country:PRK", "country:KOR"))
	// No loader makes a loop: this one is made by hand.
	err := e.update(t.Context(), func(w *writer) error {
		id, _ := w.find("Actor", "country:PRK")
		w.connect(&query.Relationship{Type: "MEETS", Start: id, End: id})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	err = e.view(t.Context(), func(s *snapshot) error {
		id, _ := s.find("Actor", "country:PRK")
		for _, test := range []struct {
			direction query.Direction
			types     []string
			want      string
		}{
			{query.Outgoing, nil, "ATTACKS MEETS"},
			{query.Incoming, nil, "CONDEMNS MEETS MENTIONS SOURCE TARGET"},
			{query.Both, nil, "ATTACKS MEETS CONDEMNS MENTIONS SOURCE TARGET"},
			{query.Both, []string{"MEETS", "CONDEMNS", "MEETS"}, "MEETS CONDEMNS"},
			{query.Outgoing, []string{"CONDEMNS"}, ""},
			{query.Incoming, []string{"NOTHING"}, ""},
		} {
			var got []string
			for r, err := range s.Expand(id, test.direction, test.types) {
				if err != nil {
					return err
				}
				got = append(got, r.Type)
				if test.direction == query.Incoming && r.End != id || r.Type == "CONDEMNS" && r.Properties["status"] != "asserted" {
					t.Errorf("%v %v: %+v", test.direction, test.types, r)
				}
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("%v %v: %v, want %s", test.direction, test.types, got, test.want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestRecord(t *testing.T) {
	want := map[string]any{
		"yes": true, "no": false, "least": int64(math.MinInt64), "half": 0.5, "none": "", "text": "Kyïv\x00", "before": query.Date(-1),
		"time": time.Date(2026, 11, 24, 16, 0, 0, 123456789, time.UTC), "list": []any{"a", int64(1), []any{}},
	}
	e := embedded(t)
	err := e.update(t.Context(), func(w *writer) error {
		w.put(nil, &query.Node{ID: 1, Labels: []string{"Actor"}, Properties: want})
		clear(w.cache)
		record := w.node.Get(appendID(nil, 1))
		if n := w.read(1); !reflect.DeepEqual(n.Properties, want) || !slices.Equal(n.Labels, []string{"Actor"}) {
			t.Errorf("read %+v", n)
		}
		for size := range record { // a record cut short never reads as a whole one
			w.save(w.node, appendID(nil, 1), slices.Clone(record[:size]))
			clear(w.cache)
			if n, err := w.Node(1); err == nil && reflect.DeepEqual(n.Properties, want) {
				t.Errorf("%d bytes of %d read as all", size, len(record))
			}
		}
		w.put(nil, &query.Node{ID: 2, Properties: map[string]any{"bad": struct{}{}}})
		return nil
	})
	if err == nil || !strings.Contains(err.Error(), "can't be kept") {
		t.Errorf("a value of unknown type gives %v", err)
	}
}

func TestFileURI(t *testing.T) {
	for _, path := range []string{
		"newsgraph.db", "/tmp/graph.db", "../my graph.db", "100%.db", "a#b?c.db", `C:\Users\Ann Lee\graph.db`, "C:/graph.db", "Köln:1.db", "~/é.db",
	} {
		uri := FileURI(path)
		if got, err := filePath(uri); err != nil || got != filepath.Clean(path) {
			t.Errorf("%s: %s reads as %s, %v", path, uri, got, err)
		}
	}
	if got, err := filePath("file:///tmp/a%20b.db"); err != nil || got != "/tmp/a b.db" {
		t.Errorf("%s, %v", got, err)
	}
	for _, uri := range []string{"file:", "file://host/a.db", "file:%zz"} {
		if _, err := Open(t.Context(), Config{URI: uri}); err == nil {
			t.Errorf("%s is a graph", uri)
		}
	}
}

// Whoever finds the file locked waits a while, and is told why in the end. A query does not keep others from asking.
func TestEmbeddedBusy(t *testing.T) {
	e := embedded(t, koreanNews()...)
	e.patience.read, e.patience.write = 0, 0
	load := func(ctx context.Context) error {
		_, err := e.Write(ctx, batch(t, tell("z", "2024-11-04")))
		return err
	}
	look := func(ctx context.Context) error { return e.view(ctx, func(*snapshot) error { return nil }) }
	want := fmt.Sprintf("the graph %s is in use by another process", e.path)

	other, err := bolt.Open(e.path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, try := range map[string]func(context.Context) error{"write": load, "read": look} {
		if err := try(t.Context()); !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s beside a writer: %v", name, err)
		}
	}
	e.patience.read = time.Hour
	ctx, cancel := context.WithTimeout(t.Context(), 10*readPoll)
	defer cancel()
	if err := look(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a wait whose context ends gives %v", err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}

	e.patience.read = 0
	err = e.view(t.Context(), func(*snapshot) error {
		if err := load(t.Context()); !errors.Is(err, ErrBusy) {
			t.Errorf("write beside a reader: %v", err)
		}
		return look(t.Context())
	})
	if err != nil {
		t.Errorf("read beside a reader: %v", err)
	}
	if err := errors.Join(load(t.Context()), look(t.Context())); err != nil {
		t.Errorf("when all have gone: %v", err)
	}
}

// What is no graph of this format is left as it is.
func TestEmbeddedForeign(t *testing.T) {
	bolted := func(change func(*bolt.Tx) error) func(string) error {
		return func(path string) error {
			db, err := bolt.Open(path, 0o600, nil)
			if err != nil {
				return err
			}
			return errors.Join(db.Update(change), db.Close())
		}
	}
	for name, test := range map[string]struct {
		fill func(path string) error
		want string
	}{
		"text": {func(path string) error {
			return os.WriteFile(path, []byte(strings.Repeat("Not a graph.\n", 1000)), 0o600)
		}, "is no graph of newsgraph"},
		"short": {func(path string) error { return os.WriteFile(path, []byte("x"), 0o600) }, "is no graph of newsgraph"},
		"other program": {bolted(func(tx *bolt.Tx) error {
			_, err := tx.CreateBucket([]byte("else"))
			return err
		}), "is no graph of newsgraph"},
		"other format": {bolted(func(tx *bolt.Tx) error {
			return errors.Join(create(tx), tx.Bucket(metaBucket).Put(formatKey, []byte{format + 6}))
		}), fmt.Sprintf("has format %d; this program reads format %d", format+6, format)},
	} {
		e := embedded(t)
		if err := test.fill(e.path); err != nil {
			t.Fatal(err)
		}
		before, err := os.ReadFile(e.path)
		if err != nil {
			t.Fatal(err)
		}
		_, writing := e.BeginRun(t.Context(), "v1")
		reading := e.view(t.Context(), func(*snapshot) error { return nil })
		for _, err := range []error{writing, reading} {
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%s: %v, want %s", name, err, test.want)
			}
		}
		if after, err := os.ReadFile(e.path); err != nil || !slices.Equal(before, after) {
			t.Errorf("%s: the file has changed, %v", name, err)
		}
	}
	for name, fill := range map[string]func(string) error{
		"nothing":    func(string) error { return nil },
		"no bytes":   func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"no buckets": bolted(func(*bolt.Tx) error { return nil }),
	} {
		e := embedded(t)
		if err := fill(e.path); err != nil {
			t.Fatal(err)
		}
		if err := e.view(t.Context(), func(*snapshot) error { return nil }); !errors.Is(err, ErrUnreachable) || !strings.Contains(err.Error(), "load articles first") {
			t.Errorf("%s: %v", name, err)
		}
		write(t, e, batch(t, koreanNews()...)...)
	}
	if _, err := (&Embedded{path: filepath.Join(t.TempDir(), "no", "where.db")}).BeginRun(t.Context(), "v1"); !errors.Is(err, ErrUnreachable) {
		t.Errorf("a missing folder gives %v", err)
	}
}

// A file that was copied in part is refused.
func TestEmbeddedCut(t *testing.T) {
	e := embedded(t, koreanNews()...)
	if err := os.Truncate(e.path, 16<<10); err != nil {
		t.Fatal(err)
	}
	if err := e.view(t.Context(), func(*snapshot) error { return nil }); !errors.Is(err, errDamaged) {
		t.Errorf("a file cut short gives %v", err)
	}
}

// killedGraph tells TestEmbeddedKilled that it is the process to be killed, and where its graph is.
const killedGraph = "NEWSGRAPH_TEST_KILLED"

// A process killed in the middle of a load leaves whole articles, and the next load makes the rest good.
func TestEmbeddedKilled(t *testing.T) {
	var stories []*story
	for i := range 40 {
		stories = append(stories, anything(fmt.Sprintf("article-%02d", i), 1))
	}
	batches := batch(t, stories...)
	if path := os.Getenv(killedGraph); path != "" {
		e := open(t, Config{URI: FileURI(path)})
		for i := 0; ; i++ {
			write(t, e, batch(t, anything(fmt.Sprintf("article-%02d", i%40), uint64(i)))...)
			fmt.Println("written")
		}
	}
	e := embedded(t)
	for range 3 {
		loader := exec.Command(os.Args[0], "-test.run=^TestEmbeddedKilled$")
		loader.Env = append(os.Environ(), killedGraph+"="+e.path)
		output, err := loader.StdoutPipe()
		if err == nil {
			err = loader.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(output).ReadString('\n'); line != "written\n" { // in the middle of the next one
			t.Errorf("the loader says %q, %v", line, err)
		}
		if err := loader.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = loader.Wait() // it says that it was killed
	}
	write(t, e, batches...)
	holds(t, e, batches)
}
