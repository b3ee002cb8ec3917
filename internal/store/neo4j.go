package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
	"github.com/oklog/ulid/v2"

	"newsgraph/cypher"
	"newsgraph/internal/graph"
)

// How long a server may take to answer the first time, how much one transaction takes in, and how often one is tried
// again that met another loader in a way the driver does not retry.
const (
	reachWithin   = 30 * time.Second
	chunkArticles = 200
	chunkBytes    = 8 << 20 // of text, more than the largest article
	chunkTries    = 5
)

// Neo4j is a graph in a Neo4j server, 5.26 or later.
type Neo4j struct {
	driver   neo4j.DriverWithContext
	database string

	preparing sync.Mutex
	prepared  bool
}

func openNeo4j(ctx context.Context, c Config) (Store, error) {
	auth := neo4j.BasicAuth(c.Username, c.Password, "")
	if c.Username == "" && c.Password == "" {
		auth = neo4j.NoAuth()
	}
	driver, err := neo4j.NewDriverWithContext(c.URI, auth, func(d *config.Config) {
		d.SocketConnectTimeout = reachWithin
		d.NotificationsMinSeverity = notifications.DisabledLevel
		d.TelemetryDisabled = true
	})
	if err != nil {
		return nil, fmt.Errorf("reading graph URI: %w", err)
	}
	n := &Neo4j{driver: driver, database: c.Database}
	reaching, cancel := context.WithTimeout(ctx, reachWithin)
	defer cancel()
	if err := n.reach(reaching); err != nil {
		return nil, errors.Join(fmt.Errorf("opening graph at %s: %w", driver.Target().Host, err), driver.Close(ctx))
	}
	return n, nil
}

// reach proves that server, credentials and database are there, in one try.
func (n *Neo4j) reach(ctx context.Context) error {
	session := n.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing was written
	result, err := session.Run(ctx, "RETURN 1", nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return fmt.Errorf("%w within %v", ErrUnreachable, reachWithin)
	}
	return classify(err)
}

// Close closes the driver.
func (n *Neo4j) Close(ctx context.Context) error {
	if err := n.driver.Close(ctx); err != nil {
		return fmt.Errorf("closing graph: %w", err)
	}
	return nil
}

func (n *Neo4j) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return n.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: n.database, BookmarkManager: n.driver.ExecuteQueryBookmarkManager(),
	})
}

// Prepare creates the constraints and indexes that lack, and waits for the indexes.
func (n *Neo4j) Prepare(ctx context.Context) error {
	n.preparing.Lock()
	defer n.preparing.Unlock()
	if n.prepared {
		return nil
	}
	lacking, err := n.lacking(ctx)
	if err != nil {
		return err
	}
	for _, command := range lacking {
		if err := n.execute(ctx, command, nil); err != nil && !alreadyThere(err) {
			return fmt.Errorf("creating constraints and indexes: %w", err)
		}
	}
	if len(lacking) > 0 {
		if err := n.execute(ctx, "CALL db.awaitIndexes(300)", nil); err != nil {
			return fmt.Errorf("creating indexes: %w", err)
		}
	}
	n.prepared = true
	return nil
}

// lacking lists the schema's commands whose index is not there; a constraint's index has its name.
func (n *Neo4j) lacking(ctx context.Context) ([]string, error) {
	result, err := n.Query(ctx, "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name", nil, 0)
	if err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	there := map[any]bool{}
	for _, row := range result.Rows {
		there[row[0]] = true
	}
	var lacking []string
	for _, command := range cypher.Schema(graph.ActTypes()) {
		if !there[strings.Fields(command)[2]] { // CREATE INDEX name …
			lacking = append(lacking, command)
		}
	}
	return lacking, nil
}

// alreadyThere tells that another loader has just made the same constraint or index.
func alreadyThere(err error) bool {
	var fault *neo4j.Neo4jError
	return errors.As(err, &fault) && (strings.HasSuffix(fault.Code, "EquivalentSchemaRuleAlreadyExists") ||
		strings.HasSuffix(fault.Code, "ConstraintAlreadyExists") || strings.HasSuffix(fault.Code, "IndexAlreadyExists"))
}

// Write loads articles, some hundred in a transaction.
func (n *Neo4j) Write(ctx context.Context, batches []graph.Batch) (Written, error) {
	if err := n.Prepare(ctx); err != nil {
		return Written{}, err
	}
	return inChunks(batches, func(latest []graph.Batch) (part Written, err error) {
		err = n.write(ctx, func(tx neo4j.ManagedTransaction) (err error) {
			part, err = load(ctx, tx, latest)
			return err
		})
		return part, err
	})
}

// inChunks loads batches a transaction's worth at a time, of two with one id the later, and adds up what became of them.
func inChunks(batches []graph.Batch, take func(latest []graph.Batch) (Written, error)) (Written, error) {
	var total Written
	for len(batches) > 0 {
		size := chunk(batches)
		latest := graph.Latest(batches[:size])
		part, err := take(latest)
		if err != nil {
			return total, fmt.Errorf("loading articles: %w", err)
		}
		total.New += part.New
		total.Replaced += part.Replaced
		total.Unchanged += part.Unchanged + size - len(latest)
		batches = batches[size:]
	}
	return total, nil
}

// chunk is how many batches go into the next transaction, at least one.
func chunk(batches []graph.Batch) int {
	bytes := 0
	for i, b := range batches {
		bytes += b.Size()
		if i > 0 && (i == chunkArticles || bytes > chunkBytes) {
			return i
		}
	}
	return len(batches)
}

// write runs work in a transaction until it holds. The driver retries what the server calls transient. A loader may also
// find that what it has just seen is gone, deleted by another; and a connection may end while a commit is under way: to
// load again is always right, since what is already there is left as it is.
func (n *Neo4j) write(ctx context.Context, work func(neo4j.ManagedTransaction) error) error {
	for try := 1; ; try++ {
		session := n.session(ctx, neo4j.AccessModeWrite)
		_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
			return nil, work(tx)
		})
		if err == nil {
			return session.Close(ctx)
		}
		session.Close(context.WithoutCancel(ctx)) //nolint:errcheck // the first error counts
		if try == chunkTries || ctx.Err() != nil || !passing(err) {
			return classify(err)
		}
	}
}

// passing tells an error that another try may not meet.
func passing(err error) bool {
	var fault *neo4j.Neo4jError
	var lost *neo4j.ConnectivityError
	switch {
	case errors.Is(err, errStale):
		return true
	case errors.As(err, &fault):
		return fault.Code == "Neo.ClientError.Statement.EntityNotFound" || fault.Code == "Neo.ClientError.Schema.ConstraintValidationFailed"
	}
	return errors.As(err, &lost)
}

// classify puts a sentinel around an error that says the graph is out of reach.
func classify(err error) error {
	var fault *neo4j.Neo4jError
	var lost *neo4j.ConnectivityError
	var limit *neo4j.TransactionExecutionLimit
	switch {
	case errors.As(err, &fault):
		switch {
		case strings.HasPrefix(fault.Code, "Neo.ClientError.Security."):
			return fmt.Errorf("%w: %w", ErrRefused, err)
		case strings.HasSuffix(fault.Code, ".DatabaseNotFound"), strings.HasSuffix(fault.Code, ".DatabaseUnavailable"):
			return fmt.Errorf("%w: %w", ErrUnreachable, err)
		}
	case errors.As(err, &lost):
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	case errors.As(err, &limit) && len(limit.Errors) > 0 && errors.As(limit.Errors[len(limit.Errors)-1], &lost):
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	return err
}

// BeginRun opens the record of a load.
func (n *Neo4j) BeginRun(ctx context.Context, version string) (Run, error) {
	if err := n.Prepare(ctx); err != nil {
		return Run{}, err
	}
	now := time.Now().UTC()
	run := Run{ID: ulid.Make().String(), Version: version, StartedAt: now}
	err := n.record(ctx, "begin-run", map[string]any{"id": run.ID, "startedAt": run.StartedAt, "version": run.Version})
	return run, err
}

// EndRun closes the record of a load.
func (n *Neo4j) EndRun(ctx context.Context, run Run) error {
	if run.FinishedAt.IsZero() {
		run.FinishedAt = time.Now().UTC()
	}
	return n.record(ctx, "end-run", map[string]any{
		"id": run.ID, "finishedAt": run.FinishedAt, "articles": run.Articles, "unchanged": run.Unchanged,
		"rejected": run.Rejected, "events": run.Events, "statements": run.Statements,
	})
}

func (n *Neo4j) record(ctx context.Context, name string, params map[string]any) error {
	if err := n.execute(ctx, cypher.Write(name).Text, params); err != nil {
		return fmt.Errorf("recording the load: %w", err)
	}
	return nil
}

// execute runs one statement in a transaction of its own.
func (n *Neo4j) execute(ctx context.Context, statement string, params map[string]any) error {
	return n.write(ctx, func(tx neo4j.ManagedTransaction) error {
		result, err := tx.Run(ctx, statement, params)
		if err != nil {
			return err
		}
		_, err = result.Consume(ctx)
		return err
	})
}
