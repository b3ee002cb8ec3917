package cli

import (
	"cmp"
	"context"
	"errors"

	"github.com/spf13/pflag"

	"newsgraph/internal/store"
)

// connectionHelp ends the help of every command that needs the graph.
const connectionHelp = `

The graph is the Neo4j server that --uri or NEO4J_URI names, else the file that --graph or NEWSGRAPH_FILE names, else
newsgraph.db in the working folder; a flag goes before the environment. For Neo4j, NEO4J_USERNAME, NEO4J_PASSWORD and
NEO4J_DATABASE are read as cypher-shell reads them. A password is never a flag: other users could see it.`

// defaultGraph is the file of the graph where nothing names another.
const defaultGraph = "newsgraph.db"

// connection says where the graph is.
type connection struct {
	uri, username, database string
	graph                   string
}

func (c *connection) addFlags(f *pflag.FlagSet) {
	f.StringVar(&c.graph, "graph", "", "the file of the graph (NEWSGRAPH_FILE, default "+defaultGraph+")")
	f.StringVar(&c.uri, "uri", "", "a Neo4j server instead, such as neo4j://localhost:7687 (NEO4J_URI)")
	f.StringVar(&c.username, "username", "", "who logs in there (NEO4J_USERNAME, default neo4j)")
	f.StringVar(&c.database, "database", "", "the database there (NEO4J_DATABASE, default the server's own)")
}

// config finds out where the graph is.
func (c connection) config(getenv func(string) string) (store.Config, error) {
	if c.graph != "" && c.uri != "" {
		return store.Config{}, usageError{errors.New("--graph and --uri name two graphs: one is wanted")}
	}
	uri := cmp.Or(c.uri, getenv("NEO4J_URI"))
	if c.graph != "" || uri == "" {
		if c.username != "" || c.database != "" {
			return store.Config{}, usageError{errors.New("--username and --database are for a Neo4j server: --uri names one")}
		}
		return store.Config{URI: store.FileURI(cmp.Or(c.graph, getenv("NEWSGRAPH_FILE"), defaultGraph))}, nil
	}
	config := store.Config{
		URI:      uri,
		Password: getenv("NEO4J_PASSWORD"),
		Username: cmp.Or(c.username, getenv("NEO4J_USERNAME")),
		Database: cmp.Or(c.database, getenv("NEO4J_DATABASE")),
	}
	if config.Password != "" {
		config.Username = cmp.Or(config.Username, "neo4j")
	}
	return config, nil
}

// open reaches the graph. The caller closes it.
func (c connection) open(ctx context.Context, env Env) (store.Store, error) {
	config, err := c.config(env.Getenv)
	if err != nil {
		return nil, err
	}
	return env.OpenStore(ctx, config)
}

// querier reaches a graph that answers Cypher.
func (c connection) querier(ctx context.Context, env Env) (store.Querier, func(), error) {
	s, err := c.open(ctx, env)
	if err != nil {
		return nil, nil, err
	}
	done := func() { _ = s.Close(context.WithoutCancel(ctx)) } // nothing was written that closing could lose
	q, ok := s.(store.Querier)
	if !ok {
		done()
		return nil, nil, errors.New("this graph answers no queries")
	}
	return q, done, nil
}
