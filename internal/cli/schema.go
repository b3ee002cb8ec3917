package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"newsgraph/cypher"
	"newsgraph/internal/graph"
	"newsgraph/internal/store"
)

func newSchemaCommand(env Env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the graph's constraints and indexes, or apply them",
		Long: `Schema prints the Cypher that makes the constraints and indexes of a graph in Neo4j. "schema apply" runs it; load does so
too, where they lack. A graph in a file needs none.`,
		Example: `  newsgraph schema
  newsgraph schema apply --uri neo4j://localhost:7687`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(env.Stdout, "%s;\n", strings.Join(cypher.Schema(graph.ActTypes()), ";\n"))
			return err
		},
	}
	var conn connection
	apply := &cobra.Command{
		Use:     "apply",
		Short:   "Create the constraints and indexes that lack",
		Long:    `Apply creates the constraints and indexes that lack in Neo4j. Doing it again changes nothing.` + connectionHelp,
		Example: `  newsgraph schema apply --uri neo4j://localhost:7687`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runSchemaApply(cmd.Context(), env, conn)
		},
	}
	conn.addFlags(apply.Flags())
	cmd.AddCommand(apply)
	return cmd
}

func runSchemaApply(ctx context.Context, env Env, conn connection) (err error) {
	s, err := conn.open(ctx, env)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close(context.WithoutCancel(ctx))) }()
	p, ok := s.(store.Preparer)
	if !ok {
		env.say("a graph in a file needs no constraints and indexes")
		return nil
	}
	if err := p.Prepare(ctx); err != nil {
		return err
	}
	env.say("constraints and indexes are in place")
	return nil
}
