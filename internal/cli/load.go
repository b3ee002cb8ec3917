package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"newsgraph/internal/graph"
	"newsgraph/internal/pipeline"
	"newsgraph/internal/store"
)

type loadOptions struct {
	inputOptions
	connection
}

func newLoadCommand(env Env) *cobra.Command {
	var opts loadOptions
	cmd := &cobra.Command{
		Use:   "load PATH…",
		Short: "Read articles and write what they say to the graph",
		Long: `Load reads articles and writes their actors, events and statements to the graph, with the evidence. It makes the graph's
file, or in Neo4j the constraints and indexes, where they lack. Loading an article again changes nothing, loading a changed
one replaces what it had said before. The output of extract can be loaded too. Ctrl-C finishes the batch in hand.` + inputHelp + connectionHelp,
		Example: `  newsgraph load articles/
  NEO4J_URI=neo4j://localhost:7687 NEO4J_PASSWORD=… newsgraph load articles/
  newsgraph load --graph 2024.db 'news/2024-*.jsonl.gz'
  newsgraph load extracted.jsonl`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runLoad(cmd.Context(), env, opts, args)
		},
	}
	opts.inputOptions.addFlags(cmd.Flags())
	opts.connection.addFlags(cmd.Flags())
	return cmd
}

func runLoad(ctx context.Context, env Env, opts loadOptions, paths []string) (err error) {
	r, err := newReading(env, opts.inputOptions, paths)
	if err != nil {
		return err
	}
	s, err := opts.open(ctx, env)
	if err != nil {
		return err
	}
	after := context.WithoutCancel(ctx) // an interrupted load is recorded and closed as well
	defer func() {
		err = errors.Join(err, s.Close(after))
	}()
	record, err := s.BeginRun(ctx, version())
	if err != nil {
		return err
	}
	sink := storeSink{store: s}
	summary, err := r.into(ctx, &sink)
	record.FinishedAt = env.Now().UTC()
	record.Articles, record.Rejected, record.Statements = summary.Articles, summary.Rejects, summary.Statements
	record.Events, record.Unchanged = total(summary), sink.written.Unchanged
	if err != nil && !errors.Is(err, errRejected) && !errors.Is(err, errInterrupted) {
		return err
	}
	tell(env, summary, sink.written)
	return errors.Join(err, s.EndRun(after, record))
}

// storeSink writes results to the graph and counts what became of them.
type storeSink struct {
	store   store.Store
	written store.Written
}

func (s *storeSink) Write(ctx context.Context, batch []pipeline.Result) error {
	rows := make([]graph.Batch, len(batch))
	for i, r := range batch {
		rows[i] = r.Rows
	}
	written, err := s.store.Write(ctx, rows)
	s.written.New += written.New
	s.written.Replaced += written.Replaced
	s.written.Unchanged += written.Unchanged
	return err
}

func total(s pipeline.Summary) int {
	n := 0
	for _, count := range s.Events {
		n += count
	}
	return n
}

// tell writes the summary of a load, the most frequent types first.
func tell(env Env, s pipeline.Summary, w store.Written) {
	env.say("%s loaded in %.1f s (%d new, %d replaced, %d unchanged): %s, %s; %d rejected", count(s.Articles, "article"),
		s.Elapsed.Seconds(), w.New, w.Replaced, w.Unchanged, count(total(s), "event"), count(s.Statements, "statement"), s.Rejects)
	types := slices.SortedFunc(maps.Keys(s.Events), func(a, b string) int {
		return cmp.Or(s.Events[b]-s.Events[a], cmp.Compare(a, b))
	})
	for _, t := range types {
		fmt.Fprintf(env.Stderr, "  %-20s %6d\n", t, s.Events[t])
	}
}
