package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"newsgraph/internal/graph"
)

// testee is a store under examination: anything that loads and answers Cypher.
type testee interface {
	Store
	Querier
}

// exam is what every back-end must pass. fresh opens a store on an empty graph; again opens one more on the same graph.
func exam(t *testing.T, fresh, again func(t *testing.T) testee) {
	for _, part := range []struct {
		name string
		run  func(*testing.T, func(*testing.T) testee, func(*testing.T) testee)
	}{
		{"twice", examTwice},
		{"order", examOrder},
		{"copies", examCopies},
		{"replaced", examReplaced},
		{"edges", examEdges},
		{"lifting", examLifting},
		{"cascade", examCascade},
		{"random", examRandom},
		{"concurrent", examConcurrent},
		{"interrupted", examInterrupted},
		{"query", examQuery},
		{"runs", examRuns},
	} {
		t.Run(part.name, func(t *testing.T) { part.run(t, fresh, again) })
	}
}

func examTwice(t *testing.T, fresh, _ func(*testing.T) testee) {
	s := fresh(t)
	batches := batch(t, koreanNews()...)
	if got, want := write(t, s, batches...), (Written{New: len(batches)}); got != want {
		t.Errorf("first load: %+v, want %+v", got, want)
	}
	holds(t, s, batches)
	if got, want := write(t, s, batches...), (Written{Unchanged: len(batches)}); got != want {
		t.Errorf("second load: %+v, want %+v", got, want)
	}
	holds(t, s, batches)
}

func examOrder(t *testing.T, fresh, _ func(*testing.T) testee) {
	batches := batch(t, koreanNews()...)
	for seed := range uint64(3) {
		s := fresh(t)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
		for _, b := range batches {
			write(t, s, b)
		}
		holds(t, s, batches)
	}
}

// A copy at another path is the same article; the first path in order is kept.
func examCopies(t *testing.T, fresh, _ func(*testing.T) testee) {
	copies := func() []*story {
		a, b := koreanNews()[0], koreanNews()[0]
		a.x.Article.Path, b.x.Article.Path = "x/late.txt", "early.txt"
		return []*story{a, b}
	}
	one, two := batch(t, copies()...), batch(t, copies()...)
	slices.Reverse(two)
	for _, batches := range [][]graph.Batch{one, two} {
		s := fresh(t)
		for _, b := range batches {
			write(t, s, b)
		}
		if got := column(t, s, "MATCH (a:Article) RETURN a.path"); got != "early.txt" {
			t.Errorf("path is %s", got)
		}
	}
}

func examReplaced(t *testing.T, fresh, _ func(*testing.T) testee) {
	s := fresh(t)
	old := tell("a", "2024-11-04").act("CONDEMNS", "asserted", "person:borrell", "country:PRK").
		act("ATTACKS", "asserted", "country:RUS", "country:UKR", at("Kursk")).
		acts("person:borrell", "org:eu", "chief").says("person:borrell", "Grave.", "country:RUS")
	other := tell("b", "2024-11-05").act("ATTACKS", "asserted", "country:RUS", "country:UKR", at("Kursk"), on("2024-11-04"))
	changed := tell("a", "2024-11-04").act("MEETS", "asserted", "country:RUS", "country:PRK")
	changed.x.Article.Source = "elsewhere.example"
	write(t, s, batch(t, old, other)...)
	holds(t, s, batch(t, old, other))
	if got := column(t, s, "MATCH ()-[r:ATTACKS]->() RETURN r.articles"); got != "2" {
		t.Errorf("two reports count %s", got)
	}
	if got, want := write(t, s, batch(t, changed)...), (Written{Replaced: 1}); got != want {
		t.Errorf("changed article: %+v, want %+v", got, want)
	}
	holds(t, s, batch(t, changed, other))
	for query, want := range map[string]string{
		"MATCH (e:Event) RETURN e.type ORDER BY e.type":            "ATTACKS MEETS",
		"MATCH ()-[r:ATTACKS]->() RETURN r.articles":               "1",
		"MATCH (n) WHERE n:Person OR n:Statement RETURN n.id":      "",
		"MATCH (n:Actor {id: 'org:eu'}) RETURN n.id":               "",
		"MATCH (n:Place) WHERE NOT n:Country RETURN n.name":        "Kursk",
		"MATCH (n:Source) RETURN n.name ORDER BY n.name":           "elsewhere.example example.org",
		"MATCH (n:Country) RETURN n.id ORDER BY n.id":              "country:PRK country:RUS country:UKR",
		"MATCH (:Article {id: 'a'})-[:REPORTS]->(e) RETURN e.type": "MEETS",
	} {
		if got := column(t, s, query); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	write(t, s, batch(t, old)...)
	holds(t, s, batch(t, old, other))
}

// Only what is asserted or alleged stands as an edge; never with itself; a symmetric act stands once.
func examEdges(t *testing.T, fresh, _ func(*testing.T) testee) {
	s := fresh(t)
	news := tell("a", "2024-11-04")
	for _, status := range []string{"asserted", "alleged", "denied", "planned", "hypothetical", "demanded"} {
		news.act("CONDEMNS", status, "country:KOR|org:eu", "country:PRK")
	}
	news.act("MEETS", "asserted", "org:eu|country:KOR", "org:eu|country:KOR").act("DEPLOYS_TO", "asserted", "country:RUS", "country:RUS")
	news.act("PROTESTS", "asserted", "group:crowd", "")
	write(t, s, batch(t, news)...)
	holds(t, s, batch(t, news))
	for query, want := range map[string]string{
		"MATCH (:Event) RETURN count(*)":                                       "9",
		"MATCH ()-[r:CONDEMNS]->() RETURN DISTINCT r.status ORDER BY r.status": "alleged asserted",
		"MATCH ()-[r:CONDEMNS]->() RETURN count(r)":                            "4",
		"MATCH (a)-[r:MEETS]->(b) RETURN a.id + '>' + b.id":                    "country:KOR>org:eu",
		"MATCH (a)-[r:DEPLOYS_TO|PROTESTS]->(b) RETURN count(r)":               "0",
	} {
		if got := column(t, s, query); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}

func examLifting(t *testing.T, fresh, _ func(*testing.T) testee) {
	s := fresh(t)
	news := tell("a", "2024-11-04").acts("person:borrell", "org:eu", "chief").acts("person:cho", "country:KOR", "minister").
		act("MEETS", "asserted", "person:borrell", "person:cho").
		act("CONDEMNS", "asserted", "person:borrell", "country:PRK").
		act("CONDEMNS", "denied", "person:cho", "country:PRK").
		act("SUPPORTS", "asserted", "person:cho", "country:KOR")
	write(t, s, batch(t, news)...)
	holds(t, s, batch(t, news))
	got := column(t, s, `MATCH (a:Actor)-[r]->(b:Actor) WHERE r.eventId IS NOT NULL
		RETURN a.id + ' ' + type(r) + ' ' + b.id + coalesce(' via ' + r.via, '') + ';' AS edge ORDER BY edge`)
	want := "country:KOR MEETS org:eu via person:borrell; org:eu CONDEMNS country:PRK via person:borrell; " +
		"person:borrell CONDEMNS country:PRK; person:borrell MEETS person:cho; person:cho SUPPORTS country:KOR;"
	if got != want {
		t.Errorf("edges:\n%s\nwant:\n%s", got, want)
	}
}

// What one article says of a person's office lifts the acts that another article tells of, and no longer when it is gone.
func examCascade(t *testing.T, fresh, _ func(*testing.T) testee) {
	s := fresh(t)
	act := tell("a", "2024-11-04").act("CONDEMNS", "asserted", "person:borrell", "country:PRK")
	office := tell("b", "2024-11-05").acts("person:borrell", "org:eu", "chief")
	none := tell("b", "2024-11-05").actor("person:borrell", nil)
	lifted := "MATCH (:Actor {id: 'org:eu'})-[r:CONDEMNS]->(:Actor {id: 'country:PRK'}) RETURN r.via"
	for _, step := range []struct {
		load *story
		want string
	}{{act, ""}, {office, "person:borrell"}, {none, ""}, {office, "person:borrell"}} {
		write(t, s, batch(t, step.load)...)
		if got := column(t, s, lifted); got != step.want {
			t.Errorf("lifted via %q, want %q", got, step.want)
		}
	}
	holds(t, s, batch(t, act, office))
}

// Random articles, each loaded in several versions and in random portions, end in what the last versions define.
func examRandom(t *testing.T, fresh, _ func(*testing.T) testee) {
	for seed := range uint64(3) {
		s := fresh(t)
		r := rand.New(rand.NewPCG(seed, 1))
		last := map[string]graph.Batch{}
		for round := range 8 {
			var portion []graph.Batch
			for range 1 + r.IntN(4) {
				id := fmt.Sprintf("article-%d", r.IntN(8))
				b := batch(t, anything(id, r.Uint64N(4)))[0]
				last[id] = b
				portion = append(portion, b)
			}
			write(t, s, portion...)
			if !holds(t, s, ordered(last)) {
				t.Fatalf("seed %d, round %d", seed, round)
			}
		}
	}
}

// Loaders in several connections at once, with retold and replaced articles, end in one graph.
func examConcurrent(t *testing.T, fresh, again func(*testing.T) testee) {
	first := fresh(t)
	const loaders, articles = 6, 40
	var old, final []graph.Batch
	for i := range articles {
		old = append(old, batch(t, anything(fmt.Sprintf("article-%02d", i), 1))...)
		final = append(final, batch(t, anything(fmt.Sprintf("article-%02d", i), 2))...)
	}
	write(t, first, old[:articles/2]...)
	var group sync.WaitGroup
	for n := range loaders {
		s := again(t)
		r := rand.New(rand.NewPCG(uint64(n), 2))
		group.Go(func() {
			mine := slices.Clone(final)
			r.Shuffle(len(mine), func(i, j int) { mine[i], mine[j] = mine[j], mine[i] })
			for len(mine) > 0 {
				size := min(len(mine), 1+r.IntN(6))
				if _, err := s.Write(t.Context(), mine[:size]); err != nil {
					t.Errorf("loader %d: %v", n, err)
					return
				}
				mine = mine[size:]
			}
		})
	}
	group.Wait()
	holds(t, first, final)
}

// A load that ends in the middle, and again, is made good by the next one.
func examInterrupted(t *testing.T, fresh, _ func(*testing.T) testee) {
	s := fresh(t)
	var stories []*story
	for i := range 30 {
		stories = append(stories, anything(fmt.Sprintf("article-%02d", i), 1))
	}
	batches := batch(t, stories...)
	for _, wait := range []time.Duration{time.Millisecond, 10 * time.Millisecond, 30 * time.Millisecond, 100 * time.Millisecond} {
		ctx, cancel := context.WithTimeout(t.Context(), wait)
		for _, b := range batches {
			if _, err := s.Write(ctx, []graph.Batch{b}); err != nil {
				break
			}
		}
		cancel()
	}
	write(t, s, batches...)
	holds(t, s, batches)
}

func examQuery(t *testing.T, fresh, _ func(*testing.T) testee) {
	s := fresh(t)
	write(t, s, batch(t, koreanNews()...)...)
	ctx := t.Context()
	result, err := s.Query(ctx, "MATCH (e:Event) RETURN e.date AS date, e.articles AS n ORDER BY date, n", nil, 2)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Rows) != 2 || !result.Truncated || !slices.Equal(result.Columns, []string{"date", "n"}) {
		t.Errorf("limited answer is %+v", result)
	}
	if date, ok := result.Rows[0][0].(graph.Date); !ok || len(date) != len("2024-11-04") {
		t.Errorf("date is a %T: %v", result.Rows[0][0], result.Rows[0][0])
	}
	result, err = s.Query(ctx, "MATCH p = (:Person)-[r:CONDEMNS]->(n:Country) RETURN p, r, n, $x AS x LIMIT 1", map[string]any{"x": []any{int64(1), nil}}, 0)
	if err != nil || len(result.Rows) != 1 {
		t.Fatalf("%+v, %v", result, err)
	}
	path, _ := result.Rows[0][0].(Path)
	if len(path.Nodes) != 2 || len(path.Relationships) != 1 || !path.Forward[0] || !slices.Contains(path.Nodes[0].Labels, "Person") {
		t.Errorf("path is %+v", result.Rows[0][0])
	}
	if r, _ := result.Rows[0][1].(Relationship); r.Type != "CONDEMNS" || r.Properties["status"] != "asserted" {
		t.Errorf("relationship is %+v", result.Rows[0][1])
	}
	if n, _ := result.Rows[0][2].(Node); !slices.Equal(n.Labels, []string{"Actor", "Country", "Place"}) {
		t.Errorf("node is %+v", result.Rows[0][2])
	}
	if _, err := s.Query(ctx, "CREATE (n:Actor {id: 'x'}) RETURN n", nil, 0); err == nil {
		t.Error("a query has written")
	}
	if _, err := s.Query(ctx, "MATCH (n RETURN n", nil, 0); err == nil {
		t.Error("a broken query has run")
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Query(ended, "RETURN 1", nil, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled query gives %v", err)
	}
}

func examRuns(t *testing.T, fresh, _ func(*testing.T) testee) {
	s := fresh(t)
	run, err := s.BeginRun(t.Context(), "v1")
	if err != nil {
		t.Fatal(err)
	}
	run.Articles, run.Rejected = 3, 1
	if err := s.EndRun(t.Context(), run); err != nil {
		t.Fatal(err)
	}
	if got := column(t, s, "MATCH (r:LoadRun) WHERE r.finishedAt >= r.startedAt RETURN r.version + ' ' + r.articles + ' ' + r.rejected"); got != "v1 3 1" {
		t.Errorf("run is %q", got)
	}
}

// koreanNews is a handful of articles that share actors, events and statements.
func koreanNews() []*story {
	return []*story{
		tell("a", "2024-11-04").acts("person:borrell", "org:eu", "foreign policy chief").
			act("CONDEMNS", "asserted", "person:borrell|country:KOR", "country:PRK", at("Seoul")).
			act("SUPPLIES_ARMS_TO", "alleged", "country:PRK", "country:RUS").
			says("person:borrell", "An existential threat.", "country:RUS"),
		tell("b", "2024-11-04").
			act("CONDEMNS", "asserted", "person:borrell|country:KOR", "country:PRK").
			act("SUPPLIES_ARMS_TO", "denied", "country:PRK", "country:RUS").
			says("person:borrell", "An existential threat.", "country:PRK").
			says("country:PRK", "A rumour.", "country:KOR|org:eu"),
		tell("c", "2024-11-05").acts("person:borrell", "org:eu", "top diplomat").
			act("DEPLOYS_TO", "planned", "country:PRK", "country:RUS", at("Kursk"), on("2024-12")).
			act("MEETS", "asserted", "person:borrell", "country:KOR"),
		tell("d", "2024-11-06").act("MOBILIZES_AGAINST", "asserted", "country:PRK", "", on("2023")),
	}
}

// at and on set where and when.
func at(place string) func(*graph.Event) { return func(e *graph.Event) { e.Place = place } }

func on(date string) func(*graph.Event) {
	return func(e *graph.Event) {
		e.Date, e.DatePrecision = date, map[int]string{10: "day", 7: "month", 4: "year"}[len(date)]
	}
}
