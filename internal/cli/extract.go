package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"newsgraph/internal/pipeline"
)

type extractOptions struct {
	inputOptions
}

func newExtractCommand(env Env) *cobra.Command {
	var opts extractOptions
	cmd := &cobra.Command{
		Use:   "extract PATH…",
		Short: "Print what articles say, one JSON object a line, without a graph",
		Long: `Extract prints one JSON object a line for each article, in the order of the input: the article, its actors, its events
and its statements, with their places in the text. The output can be loaded later, also on another machine.` + inputHelp,
		Example: `  newsgraph extract articles/ > extracted.jsonl
  zcat news.jsonl.gz | newsgraph extract - | newsgraph load -`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExtract(cmd.Context(), env, opts, args)
		},
	}
	opts.addFlags(cmd.Flags())
	return cmd
}

func runExtract(ctx context.Context, env Env, opts extractOptions, paths []string) error {
	return printing(ctx, env, opts.inputOptions, paths, &lineSink{w: env.Stdout})
}

// lineSink prints results as JSON lines.
type lineSink struct{ w io.Writer }

func (s *lineSink) Write(_ context.Context, batch []pipeline.Result) error {
	w := bufio.NewWriter(s.w)
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for _, r := range batch {
		if err := lines.Encode(r.Extraction); err != nil {
			return err
		}
	}
	return w.Flush()
}
