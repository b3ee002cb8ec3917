package cli

import (
	"context"
	"errors"

	"github.com/spf13/pflag"

	"newsgraph/internal/store"
)

// connectionHelp ends the help of every command that needs the graph.
const connectionHelp = `

The graph is the Neo4j server that --uri or NEO4J_URI names. NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE are read
as cypher-shell reads them; a flag goes before the environment. A password is never a flag: other users could see it.`

// connection says where the graph is.
type connection struct {
	uri, username, database string
}

func (c *connection) addFlags(f *pflag.FlagSet) {
	f.StringVar(&c.uri, "uri", "", "the Neo4j server, such as neo4j://localhost:7687 (NEO4J_URI)")
	f.StringVar(&c.username, "username", "", "who logs in (NEO4J_USERNAME, default neo4j)")
	f.StringVar(&c.database, "database", "", "the database (NEO4J_DATABASE, default the server's own)")
}

// open reaches the graph. The caller closes it.
func (c connection) open(ctx context.Context, env Env) (store.Store, error) {
	first := func(values ...string) string {
		for _, v := range values {
			if v != "" {
				return v
			}
		}
		return ""
	}
	config := store.Config{
		URI:      first(c.uri, env.Getenv("NEO4J_URI")),
		Password: env.Getenv("NEO4J_PASSWORD"),
		Username: first(c.username, env.Getenv("NEO4J_USERNAME")),
		Database: first(c.database, env.Getenv("NEO4J_DATABASE")),
	}
	if config.URI == "" {
		return nil, usageError{errors.New("no graph is configured: set NEO4J_URI or give --uri, for example neo4j://localhost:7687")}
	}
	if config.Password != "" {
		config.Username = first(config.Username, "neo4j")
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
