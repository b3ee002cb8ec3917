package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"newsgraph/internal/graph"
)

// What keeps a command from its graph; callers exit with 4 on either.
var (
	ErrUnreachable = errors.New("the graph can't be reached")
	ErrRefused     = errors.New("the graph refused the credentials")
)

// Config says where the graph is.
type Config struct {
	URI      string // neo4j://, bolt:// and their encrypted kin; or FileURI's
	Username string
	Password string
	Database string // empty for the server's default
}

// Store keeps the graph. All its methods may be called from several goroutines.
type Store interface {
	// Write loads articles: all of one call, or after an error a beginning of them, which Written tells. Of two with one
	// id the later counts.
	Write(ctx context.Context, batches []graph.Batch) (Written, error)
	// BeginRun opens the record of a load, EndRun closes it. They are kept apart from all other data.
	BeginRun(ctx context.Context, version string) (Run, error)
	EndRun(ctx context.Context, run Run) error
	// Close lets go of the graph.
	Close(ctx context.Context) error
}

// Querier is a store that can answer Cypher.
type Querier interface {
	// Query runs one read-only statement and returns at most limit rows; 0 is no limit.
	Query(ctx context.Context, text string, params map[string]any, limit int) (Result, error)
}

// Preparer is a store that wants constraints and indexes. Write makes them by itself where they lack.
type Preparer interface {
	Prepare(ctx context.Context) error
}

// Written says what became of the articles of a call.
type Written struct {
	New, Replaced, Unchanged int
}

// Run is the record of one load.
type Run struct {
	ID        string // ulid
	Version   string // of the program
	StartedAt time.Time
	// What EndRun is told.
	FinishedAt time.Time // now, where it isn't
	Articles   int       // loaded, unchanged ones among them
	Unchanged  int
	Rejected   int
	Events     int
	Statements int
}

// Result is the answer to a query. Values are nil, bool, int64, float64, string, graph.Date, time.Time, []any,
// map[string]any, Node, Relationship or Path; durations, times of day and points come as strings.
type Result struct {
	Columns   []string
	Rows      [][]any
	Truncated bool // there were more rows than the limit
}

// Node is a node in an answer.
type Node struct {
	Labels     []string       `json:"labels"` // sorted
	Properties map[string]any `json:"properties"`
}

// Relationship is a relationship in an answer.
type Relationship struct {
	Type       string         `json:"type"`
	Properties map[string]any `json:"properties"`
}

// Path is a path in an answer. Relationship i lies between nodes i and i+1; Forward tells whether it leads onwards.
type Path struct {
	Nodes         []Node         `json:"nodes"`
	Relationships []Relationship `json:"relationships"`
	Forward       []bool         `json:"forward"`
}

// backend is a way to keep the graph.
type backend struct {
	name    string
	schemes []string // of the URIs it serves
	open    func(context.Context, Config) (Store, error)
}

// backends lists all of them.
var backends = []backend{
	{"neo4j", []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}, openNeo4j},
	{"embedded", []string{"file"}, openEmbedded},
}

// Open reaches the graph that a Config names.
func Open(ctx context.Context, c Config) (Store, error) {
	uri, err := url.Parse(c.URI)
	if err != nil {
		return nil, fmt.Errorf("reading graph URI: %w", err)
	}
	for _, b := range backends {
		if slices.Contains(b.schemes, uri.Scheme) {
			return b.open(ctx, c)
		}
	}
	return nil, fmt.Errorf("reading graph URI %q: unknown scheme %q", uri.Redacted(), uri.Scheme)
}
