package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"newsgraph/cypher"
	"newsgraph/internal/store"
)

type reportOptions struct {
	connection
	tableOptions
	params []string
}

func newReportCommand(env Env) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:   "report [NAME]",
		Short: "List the canned reports, or run one",
		Long: `Report without a NAME lists the reports with their parameters; with one it runs it. "report show NAME" prints its Cypher,
which works as it is in Neo4j Browser and in cypher-shell.` + connectionHelp,
		Example: `  newsgraph report
  newsgraph report dyads -P limit=10
  newsgraph report dyads --output csv > dyads.csv
  newsgraph report show dyads`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return reportNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return runReportList(env, opts.tableOptions)
			}
			return runReport(cmd.Context(), env, opts, args[0])
		},
	}
	opts.connection.addFlags(cmd.Flags())
	opts.tableOptions.addFlags(cmd.PersistentFlags())
	cmd.Flags().StringArrayVarP(&opts.params, "param", "P", nil, "a parameter, as key=value; may be repeated")
	cmd.AddCommand(
		&cobra.Command{
			Use:     "list",
			Short:   "List the reports with their parameters",
			Example: `  newsgraph report list --output markdown`,
			Args:    cobra.NoArgs,
			RunE:    func(*cobra.Command, []string) error { return runReportList(env, opts.tableOptions) },
		},
		&cobra.Command{
			Use:     "show NAME",
			Short:   "Print the Cypher of a report",
			Example: `  newsgraph report show dyads`,
			Args:    cobra.ExactArgs(1),
			ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
				return reportNames(), cobra.ShellCompDirectiveNoFileComp
			},
			RunE: func(_ *cobra.Command, args []string) error { return runReportShow(env, args[0]) },
		},
	)
	return cmd
}

func reportNames() []string {
	var names []string
	for _, r := range cypher.Reports() {
		names = append(names, r.Name)
	}
	return names
}

func runReportList(env Env, opts tableOptions) error {
	if err := opts.check(); err != nil {
		return err
	}
	list := store.Result{Columns: []string{"name", "summary", "parameters"}}
	for _, r := range cypher.Reports() {
		var params []string
		for _, p := range r.Params {
			params = append(params, fmt.Sprintf("%s=%s", p.Name, p.Default))
		}
		list.Rows = append(list.Rows, []any{r.Name, r.Summary, strings.Join(params, " ")})
	}
	return opts.print(env, list)
}

func runReportShow(env Env, name string) error {
	r, err := findReport(name)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(env.Stdout, r.Text)
	return err
}

func runReport(ctx context.Context, env Env, opts reportOptions, name string) error {
	if err := opts.check(); err != nil {
		return err
	}
	r, err := findReport(name)
	if err != nil {
		return err
	}
	given, err := pairs(opts.params)
	if err != nil {
		return err
	}
	params, err := r.Bind(given)
	if err != nil {
		return usageError{err}
	}
	q, done, err := opts.querier(ctx, env)
	if err != nil {
		return err
	}
	defer done()
	return show(ctx, env, q, r.Text, params, 0, opts.tableOptions)
}

func findReport(name string) (cypher.Statement, error) {
	r, ok := cypher.Report(name)
	if !ok {
		return r, usageError{fmt.Errorf("there is no report %q: newsgraph report lists them", name)}
	}
	return r, nil
}
