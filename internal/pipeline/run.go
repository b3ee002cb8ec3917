package pipeline

import (
	"context"
	"iter"
	"runtime"
	"time"

	"golang.org/x/sync/semaphore"

	"newsgraph/internal/article"
	"newsgraph/internal/graph"
)

// Result is what one article gave, in both forms: as a line and as rows for a graph.
type Result struct {
	Extraction graph.Extraction
	Rows       graph.Batch
}

// Sink takes the results, a batch at a time, in the order of the input. Write is never called twice at once.
type Sink interface {
	Write(ctx context.Context, batch []Result) error
}

// Options tell Run how to go about it. The zero value does.
type Options struct {
	Workers  int           // articles read at once; 0: as many as there are cores
	Batch    int           // articles written at once at most; 0: 100
	Delay    time.Duration // how long a result waits for a batch to fill; 0: five seconds
	Progress func(Event)   // told of every record, in order, from one goroutine; may be nil
	Now      func() time.Time
}

// Event is one step of progress. The counters are those after it.
type Event struct {
	Reject   *article.Reject // why the record could not be used; nil where it could or where a batch was written
	Articles int             // read
	Written  int             // handed to the sink
	Rejects  int
}

// Summary says what a run did.
type Summary struct {
	Articles    int            // handed to the sink
	Events      map[string]int // by type
	Statements  int
	Rejects     int
	Elapsed     time.Duration
	Interrupted bool // the context ended before the input did
}

// The most that is held at once, in bytes of input: read or being read, and in one batch. An article being read takes some
// thirty times its size.
const (
	heldBytes  = article.MaxBytes + 1<<16 // one of the largest at a time
	batchBytes = 1 << 20
)

// job is one record on its way. Whoever closes done has set the rest.
type job struct {
	record article.Record
	weight int64
	result Result
	reject *article.Reject
	err    error // the context's, where it ended first
	done   chan struct{}
}

// Run reads records with extract and writes the results to sink. An error is the sink's: an article that can't be read
// is a reject, and a context that ends is Summary.Interrupted.
func Run(ctx context.Context, records iter.Seq[article.Record], extract Extractor, sink Sink, opts Options) (Summary, error) {
	if opts.Workers <= 0 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	if opts.Batch <= 0 {
		opts.Batch = 100
	}
	if opts.Delay <= 0 {
		opts.Delay = 5 * time.Second
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	ahead := 4*opts.Workers + 16 // so that one long article does not leave the other workers idle
	queue, work := make(chan *job, ahead), make(chan *job, ahead)
	budget := semaphore.NewWeighted(heldBytes)
	// The goroutine may stay behind in a read of standard input that never returns; nothing waits for it.
	go feed(ctx, records, budget, queue, work)
	for range opts.Workers {
		go labour(ctx, extract, work)
	}
	w := writer{sink: sink, opts: opts, budget: budget, began: opts.Now()}
	w.summary.Events = map[string]int{}
	err := w.drain(ctx, queue)
	w.summary.Elapsed = opts.Now().Sub(w.began)
	return w.summary, err
}

// feed puts the records in both channels, the queue keeping their order. It waits while too much is held.
func feed(ctx context.Context, records iter.Seq[article.Record], budget *semaphore.Weighted, queue, work chan<- *job) {
	defer close(work)
	defer close(queue)
	for record := range records {
		j := &job{record: record, weight: weigh(record), done: make(chan struct{})}
		if budget.Acquire(ctx, j.weight) != nil {
			return
		}
		select {
		case queue <- j:
		case <-ctx.Done():
			return
		}
		work <- j // as long as the queue, so there is room
	}
}

func weigh(r article.Record) int64 {
	n := len(r.Extracted)
	if r.Article != nil {
		n = len(r.Article.Text)
	}
	return min(int64(n)+1024, heldBytes)
}

// labour is one worker.
func labour(ctx context.Context, extract Extractor, work <-chan *job) {
	for j := range work {
		if j.err = ctx.Err(); j.err == nil {
			j.result, j.reject, j.err = read(ctx, extract, j.record)
		}
		close(j.done)
	}
}
