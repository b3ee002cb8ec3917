package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"newsgraph/internal/article"
	"newsgraph/internal/graph"
)

// shelf is a sink that keeps what it is given.
type shelf struct {
	ids     []string
	batches []int
	fault   error
	onWrite func()
}

func (s *shelf) Write(_ context.Context, batch []Result) error {
	if s.onWrite != nil {
		s.onWrite()
	}
	for _, r := range batch {
		s.ids = append(s.ids, r.Extraction.Article.ID)
	}
	s.batches = append(s.batches, len(batch))
	return s.fault
}

func paper(i int, text string) article.Record {
	a := &article.Article{
		ID: fmt.Sprint(i), Path: "a.jsonl", Line: i, Text: text, Lang: "en",
		Published: time.Date(2024, 11, 4, 0, 0, 0, 0, time.UTC),
	}
	return article.Record{Article: a, Path: a.Path, Line: a.Line}
}

func papers(n int) iter.Seq[article.Record] {
	return func(yield func(article.Record) bool) {
		for i := range n {
			if !yield(paper(i, "The ministers met.")) {
				return
			}
		}
	}
}

func list(records ...article.Record) iter.Seq[article.Record] {
	return func(yield func(article.Record) bool) {
		for _, r := range records {
			if !yield(r) {
				return
			}
		}
	}
}

func inOrder(ids []string) bool {
	for i, id := range ids {
		if id != fmt.Sprint(i) {
			return false
		}
	}
	return true
}

func TestRunKeepsOrder(t *testing.T) {
	slow := func(ctx context.Context, a *article.Article) (graph.Extraction, error) {
		time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
		return blank(ctx, a)
	}
	for _, workers := range []int{1, 3, 16} {
		var s shelf
		summary, err := Run(context.Background(), papers(500), slow, &s, Options{Workers: workers, Batch: 7})
		if err != nil || summary.Articles != 500 || len(s.ids) != 500 || !inOrder(s.ids) {
			t.Errorf("%d workers: got %v, %d articles of 500, in order: %t", workers, err, len(s.ids), inOrder(s.ids))
		}
	}
}

func TestRunNamesWhatFails(t *testing.T) {
	extract := func(ctx context.Context, a *article.Article) (graph.Extraction, error) {
		switch a.Text {
		case "panic":
			var none []int
			return graph.Extraction{}, fmt.Errorf("never: %d", none[len(a.Text)])
		case "error":
			return graph.Extraction{}, errors.New("no sentence")
		case "contradiction":
			return graph.Extraction{Article: graph.Article{ID: "x", Published: "yesterday"}}, nil
		}
		return blank(ctx, a)
	}
	records := list(
		paper(0, "fine"), paper(1, "panic"), paper(2, "error"), paper(3, "contradiction"),
		article.Record{Reject: &article.Reject{Path: "b.txt", Reason: "no body"}, Path: "b.txt"},
		article.Record{Extracted: []byte(`{"article":{"id":"1","published":"2024-11-04"},"events":[]}`), Path: "c.jsonl", Line: 9},
		article.Record{Extracted: []byte(`{"article":{"id":7},"events":[]}`), Path: "c.jsonl", Line: 10},
	)
	var s shelf
	var rejects []string
	summary, err := Run(context.Background(), records, extract, &s, Options{Progress: func(e Event) {
		if e.Reject != nil {
			rejects = append(rejects, e.Reject.Error())
		}
	}})
	if err != nil || summary.Articles != 2 || summary.Rejects != 5 || !inOrder(s.ids) {
		t.Fatalf("got %+v, %v, %v", summary, s.ids, err)
	}
	for i, want := range []string{
		"a.jsonl:1: internal error: runtime error: index out of range [5] with length 0 (run_test.go:",
		"a.jsonl:2: no sentence", "a.jsonl:3: ", "b.txt: no body", "c.jsonl:10: no output of newsgraph extract: ",
	} {
		if !strings.HasPrefix(rejects[i], want) {
			t.Errorf("reject %d: got %q, want %q", i, rejects[i], want)
		}
	}
}

func TestRunHoldsLittle(t *testing.T) {
	var given, written atomic.Int64
	var most int64
	records := func(yield func(article.Record) bool) {
		text := strings.Repeat("x", heldBytes/8)
		for i := range 60 {
			most = max(most, given.Add(1)-written.Load())
			if !yield(paper(i, text)) {
				return
			}
		}
	}
	s := shelf{onWrite: func() { time.Sleep(time.Millisecond) }}
	_, err := Run(context.Background(), records, blank, &s, Options{Workers: 2, Progress: func(e Event) { written.Store(int64(e.Written)) }})
	if err != nil || !inOrder(s.ids) {
		t.Fatal(err, s.ids)
	}
	if limit := int64(8 + 2); most > limit {
		t.Errorf("held %d articles at once of which eight fill the budget, want at most %d", most, limit)
	}
}

func TestRunFinishesTheBatch(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s := shelf{onWrite: func() {}}
	summary, err := Run(ctx, papers(10_000), blank, &s, Options{Workers: 4, Batch: 10, Progress: func(e Event) {
		if e.Articles == 25 {
			cancel()
		}
	}})
	if err != nil || !summary.Interrupted || summary.Articles < 25 || summary.Articles > 200 || summary.Articles != len(s.ids) || !inOrder(s.ids) {
		t.Errorf("got %+v, %d written, in order %t, error %v", summary, len(s.ids), inOrder(s.ids), err)
	}
}

func TestRunDoesNotWaitForStdin(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		more := make(chan struct{})
		records := func(yield func(article.Record) bool) {
			if yield(paper(0, "first")) {
				<-more // a terminal where nobody types
			}
		}
		began := time.Now()
		var written time.Duration
		s := shelf{onWrite: func() { written = time.Since(began) }}
		time.AfterFunc(time.Minute, cancel)
		summary, err := Run(ctx, records, blank, &s, Options{Workers: 2})
		if err != nil || !summary.Interrupted || summary.Elapsed != time.Minute || written != 5*time.Second {
			t.Errorf("got %+v, written after %v, %v", summary, written, err)
		}
		close(more)
	})
}

func TestRunStopsWithTheSink(t *testing.T) {
	full := errors.New("disk full")
	before := runtime.NumGoroutine()
	for range 20 {
		s := shelf{fault: full}
		if _, err := Run(context.Background(), papers(1000), blank, &s, Options{Batch: 3}); !errors.Is(err, full) || len(s.batches) != 1 {
			t.Fatalf("got %v after %d batches", err, len(s.batches))
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before+1 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines stayed behind", runtime.NumGoroutine()-before)
}

func TestRunCounts(t *testing.T) {
	extract := func(ctx context.Context, a *article.Article) (graph.Extraction, error) {
		x, err := blank(ctx, a)
		x.Actors = []graph.Actor{{ID: "country:PRK", Kind: "Country", Name: "North Korea"}, {ID: "country:RUS", Kind: "Country", Name: "Russia"}}
		e := graph.Event{
			Type: "CONDEMNS", Plover: "ACCUSE", Sources: []string{"country:PRK"}, Targets: []string{"country:RUS"}, Status: "asserted",
			Date: "2024-11-04", DatePrecision: "published", Confidence: 1, Rule: "fake",
			Trigger: graph.Span{Start: 4, End: 13, Text: "ministers"}, Evidence: graph.Span{Start: 0, End: 18, Text: "The ministers met."},
		}
		e.ID = graph.EventID(e.Type, e.Sources, e.Targets, e.Date, e.Status)
		x.Events = append(x.Events, e)
		return x, err
	}
	var s shelf
	var reject error
	summary, err := Run(context.Background(), papers(3), extract, &s, Options{Progress: func(e Event) {
		if e.Reject != nil {
			reject = e.Reject
		}
	}})
	if err != nil || reject != nil || summary.Events["CONDEMNS"] != 3 {
		t.Errorf("got %+v, %v, %v", summary, err, reject)
	}
}

// blank reads nothing in an article: what Run does is the same whatever is found.
func blank(_ context.Context, a *article.Article) (graph.Extraction, error) {
	return graph.Extraction{
		Article: graph.Article{ID: a.ID, Path: a.Path, Published: article.Day(a.Published), Lang: a.Lang, Text: a.Text},
		Actors:  []graph.Actor{}, Events: []graph.Event{}, Statements: []graph.Statement{},
	}, nil
}
