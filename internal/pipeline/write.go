package pipeline

import (
	"context"
	"time"

	"golang.org/x/sync/semaphore"
)

// writer collects results into batches and counts.
type writer struct {
	sink    Sink
	opts    Options
	budget  *semaphore.Weighted
	began   time.Time
	batch   []Result
	weight  int64
	wait    *time.Timer // ends when the oldest result of the batch has waited long enough
	read    int
	summary Summary
}

// drain takes the jobs in order until the queue is closed or the context ends, and writes all results it has taken.
func (w *writer) drain(ctx context.Context, queue <-chan *job) error {
	w.wait = time.NewTimer(w.opts.Delay)
	defer w.wait.Stop()
	for {
		select {
		case j, more := <-queue:
			if !more {
				w.summary.Interrupted = ctx.Err() != nil
				return w.flush(ctx)
			}
			if err := w.settle(ctx, j); err != nil || w.summary.Interrupted {
				return err
			}
		case <-w.wait.C:
			if err := w.flush(ctx); err != nil {
				return err
			}
		case <-ctx.Done():
			return w.finish(ctx, queue)
		}
	}
}

// settle waits for one job and takes its result. Where that waits long, the batch is written meanwhile.
func (w *writer) settle(ctx context.Context, j *job) error {
	select {
	case <-j.done:
	case <-w.wait.C:
		if err := w.flush(ctx); err != nil {
			return err
		}
		<-j.done
	}
	if j.err != nil {
		w.summary.Interrupted = true
		return w.flush(ctx)
	}
	return w.take(ctx, j)
}

// finish takes what is in the queue already after the context has ended; a job that was not begun ends it.
func (w *writer) finish(ctx context.Context, queue <-chan *job) error {
	w.summary.Interrupted = true
	for {
		select {
		case j, more := <-queue:
			if !more {
				return w.flush(ctx)
			}
			if <-j.done; j.err != nil {
				return w.flush(ctx)
			}
			if err := w.take(ctx, j); err != nil {
				return err
			}
		default:
			return w.flush(ctx)
		}
	}
}

// take counts a result and writes the batch when it is full.
func (w *writer) take(ctx context.Context, j *job) error {
	if j.reject != nil {
		w.budget.Release(j.weight)
		w.summary.Rejects++
		w.tell(Event{Reject: j.reject})
		return nil
	}
	if len(w.batch) == 0 {
		w.wait.Reset(w.opts.Delay)
	}
	w.batch = append(w.batch, j.result)
	w.weight += j.weight
	w.read++
	w.tell(Event{})
	if len(w.batch) >= w.opts.Batch || w.weight >= batchBytes {
		return w.flush(ctx)
	}
	return nil
}

// flush writes the batch whole, even when the context has ended meanwhile.
func (w *writer) flush(ctx context.Context) error {
	if len(w.batch) == 0 {
		return nil
	}
	if err := w.sink.Write(context.WithoutCancel(ctx), w.batch); err != nil {
		return err
	}
	for _, r := range w.batch {
		for _, e := range r.Extraction.Events {
			w.summary.Events[e.Type]++
		}
		w.summary.Statements += len(r.Extraction.Statements)
	}
	w.summary.Articles += len(w.batch)
	w.budget.Release(w.weight)
	w.batch, w.weight = nil, 0
	w.tell(Event{})
	return nil
}

func (w *writer) tell(e Event) {
	if w.opts.Progress != nil {
		e.Articles, e.Written, e.Rejects = w.read, w.summary.Articles, w.summary.Rejects
		w.opts.Progress(e)
	}
}
