package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"newsgraph/cypher"
	"newsgraph/internal/article"
)

// eventID is the form of an event's id.
var eventID = regexp.MustCompile(`^[0-9a-f]{32}$`)

// eventParam is the parameter that marks the report on one event.
const eventParam = "event"

type explainOptions struct {
	inputOptions
	connection
	tableOptions
}

func newExplainCommand(env Env) *cobra.Command {
	var opts explainOptions
	cmd := &cobra.Command{
		Use:   "explain PATH…|EVENT-ID",
		Short: "Show why: from each event back to rule, trigger, sentence and article",
		Long: `Explain PATH reads articles and shows each sentence that says something, with its events and statements, the rule and
the words that each rests on; it needs no graph. Explain EVENT-ID shows the same of one event of the graph, from all
articles that report it.` + inputHelp + connectionHelp,
		Example: `  newsgraph explain articles/seed.txt
  newsgraph explain 0f1e2d3c4b5a69788796a5b4c3d2e1f0`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("a PATH or an EVENT-ID is wanted")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.Context(), env, opts, args)
		},
	}
	opts.inputOptions.addFlags(cmd.Flags())
	opts.connection.addFlags(cmd.Flags())
	opts.tableOptions.addFlags(cmd.Flags())
	return cmd
}

func runExplain(ctx context.Context, env Env, opts explainOptions, args []string) error {
	if err := opts.check(); err != nil {
		return err
	}
	if len(args) == 1 && eventID.MatchString(args[0]) && !isFile(args[0]) {
		return explainEvent(ctx, env, opts, args[0])
	}
	return printing(ctx, env, opts.inputOptions, args, &proseSink{w: env.Stdout, width: env.Width(env.Stdout)})
}

func isFile(path string) bool {
	_, err := os.Stat(path)
	return err == nil || strings.ContainsAny(path, "*?[{") || path == article.Stdin
}

func explainEvent(ctx context.Context, env Env, opts explainOptions, id string) error {
	q, done, err := opts.querier(ctx, env)
	if err != nil {
		return err
	}
	defer done()
	report, ok := eventReport()
	if !ok {
		return errors.New("no report explains an event")
	}
	params, err := report.Bind(map[string]string{eventParam: id})
	if err != nil {
		return err
	}
	result, err := q.Query(ctx, report.Text, params, 0)
	if err != nil {
		return err
	}
	if len(result.Rows) == 0 {
		return fmt.Errorf("no event %s in this graph", id)
	}
	if opts.output == outputs[0].name {
		return printEvidence(env.Stdout, id, result, env.Width(env.Stdout))
	}
	return opts.print(env, result)
}

// eventReport is the report that begins with an event's id.
func eventReport() (cypher.Statement, bool) {
	for _, r := range cypher.Reports() {
		if len(r.Params) > 0 && r.Params[0].Name == eventParam {
			return r, true
		}
	}
	return cypher.Statement{}, false
}
