package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"newsgraph/internal/graph"
)

// ErrBusy says that another process keeps the graph's file for itself; callers exit with 4 on it too.
var ErrBusy = errors.New("in use by another process")

// Embedded is a graph in one file. Nothing is held open between calls: each transaction takes the file's lock, a query
// shares it. So a load and the reports run beside it take turns, and so do several loads.
type Embedded struct {
	path     string
	patience struct{ read, write time.Duration } // how long a transaction waits for the file

	writing sync.Mutex
	held    time.Duration // for which the file was locked with hardly a pause
	left    time.Time     // when it was last unlocked
}

// Who waits for the file asks for it once a poll, and queries so often that they find it free between two transactions. Who
// has written for a turn leaves it alone for a pause.
const (
	readPoll  = time.Millisecond
	writePoll = 10 * time.Millisecond
	pause     = 3 * writePoll
	turn      = time.Second
)

// FileURI is the URI of the embedded graph in a file.
func FileURI(path string) string {
	escaped := url.URL{Path: filepath.Clean(path)}
	return (&url.URL{Scheme: "file", Opaque: escaped.EscapedPath()}).String()
}

// filePath undoes FileURI, and reads what others write: file:///path.
func filePath(uri string) (string, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", fmt.Errorf("reading graph URI: %w", err)
	}
	path := u.Path
	if u.Opaque != "" {
		if path, err = url.PathUnescape(u.Opaque); err != nil {
			return "", fmt.Errorf("reading graph URI: %w", err)
		}
	}
	if path == "" || u.Host != "" {
		return "", fmt.Errorf("reading graph URI %q: it names no file", uri)
	}
	return path, nil
}

func openEmbedded(_ context.Context, c Config) (Store, error) {
	path, err := filePath(c.URI)
	if err != nil {
		return nil, err
	}
	e := &Embedded{path: path}
	e.patience.read, e.patience.write = 10*time.Second, 2*time.Minute // a query may be long, a load must not die of it
	return e, nil
}

// Close has nothing to let go of.
func (e *Embedded) Close(context.Context) error { return nil }

// Write loads articles, some hundred in a transaction.
func (e *Embedded) Write(ctx context.Context, batches []graph.Batch) (Written, error) {
	return inChunks(batches, func(latest []graph.Batch) (part Written, err error) {
		err = e.update(ctx, func(w *writer) (err error) {
			part, err = w.take(ctx, latest)
			return err
		})
		return part, err
	})
}

// BeginRun opens the record of a load.
func (e *Embedded) BeginRun(ctx context.Context, version string) (Run, error) {
	run := Run{ID: ulid.Make().String(), Version: version, StartedAt: time.Now().UTC()}
	return run, e.record(ctx, run, map[string]any{"startedAt": run.StartedAt, "version": run.Version})
}

// EndRun closes the record of a load.
func (e *Embedded) EndRun(ctx context.Context, run Run) error {
	if run.FinishedAt.IsZero() {
		run.FinishedAt = time.Now().UTC()
	}
	return e.record(ctx, run, map[string]any{
		"finishedAt": run.FinishedAt, "articles": run.Articles, "unchanged": run.Unchanged, "rejected": run.Rejected,
		"events": run.Events, "statements": run.Statements,
	})
}

func (e *Embedded) record(ctx context.Context, run Run, p map[string]any) error {
	err := e.update(ctx, func(w *writer) error {
		w.merge(graph.Node{Label: graph.RunLabel, ID: run.ID, Props: p})
		return nil
	})
	if err != nil {
		return fmt.Errorf("recording the load: %w", err)
	}
	return nil
}

// update runs work in a transaction that holds whole or not at all.
func (e *Embedded) update(ctx context.Context, work func(*writer) error) error {
	e.writing.Lock()
	defer e.writing.Unlock()
	if since := time.Since(e.left); since >= pause {
		e.held = 0
	} else if e.held >= turn {
		e.held = 0
		time.Sleep(pause - since)
	}
	db, err := e.open(ctx, false)
	if err != nil {
		return err
	}
	began := time.Now()
	err = db.Update(func(tx *bolt.Tx) error {
		w, err := e.writer(tx)
		if err != nil {
			return err
		}
		if err := work(w); err != nil {
			return err
		}
		return w.finish()
	})
	err = errors.Join(err, db.Close())
	e.left = time.Now()
	e.held += e.left.Sub(began)
	return err
}

// view runs work on the graph as it stands.
func (e *Embedded) view(ctx context.Context, work func(*snapshot) error) error {
	if info, err := os.Stat(e.path); errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
		return e.lacking()
	}
	db, err := e.open(ctx, true)
	if err != nil {
		return err
	}
	err = db.View(func(tx *bolt.Tx) error {
		s, err := e.snapshot(tx)
		if err != nil {
			return err
		}
		return work(s)
	})
	return errors.Join(err, db.Close())
}

func (e *Embedded) lacking() error {
	return fmt.Errorf("%w: no graph at %s yet: load articles first", ErrUnreachable, e.path)
}

// open waits for the file's lock and opens it.
func (e *Embedded) open(ctx context.Context, readOnly bool) (*bolt.DB, error) {
	patience, poll := e.patience.write, writePoll
	if readOnly {
		patience, poll = e.patience.read, readPoll
	}
	for began := time.Now(); ; {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		db, err := bolt.Open(e.path, 0o644, &bolt.Options{
			Timeout: 1, ReadOnly: readOnly, FreelistType: bolt.FreelistMapType, NoStatistics: true, // 1: one try
		})
		switch {
		case err == nil:
			return db, nil
		case errors.Is(err, bolterrors.ErrTimeout) && time.Since(began) > patience:
			return nil, fmt.Errorf("the graph %s is %w", e.path, ErrBusy)
		case errors.Is(err, bolterrors.ErrTimeout):
			select {
			case <-time.After(poll):
			case <-ctx.Done():
			}
		case errors.As(err, new(*fs.PathError)):
			return nil, fmt.Errorf("%w: %w", ErrUnreachable, err)
		default:
			return nil, fmt.Errorf("%s is no graph of newsgraph: %w", e.path, err)
		}
	}
}
