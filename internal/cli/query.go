package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"newsgraph/internal/store"
)

type queryOptions struct {
	connection
	tableOptions
	params []string
	limit  int
}

func newQueryCommand(env Env) *cobra.Command {
	var opts queryOptions
	cmd := &cobra.Command{
		Use:   "query CYPHER",
		Short: "Run one reading Cypher statement",
		Long: `Query runs one Cypher statement that only reads; "-" reads it from standard input. A parameter's value is JSON where it
can be (10, true, ["a", "b"], "10" for the text), and plain text else.` + connectionHelp,
		Example: `  newsgraph query 'MATCH (a:Actor)-[r:CONDEMNS]->(b:Actor) RETURN a.name, b.name, r.date LIMIT 10'
  newsgraph query 'MATCH (a:Actor {id: $id}) RETURN a.name' -P id=country:PRK --output json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("one statement is wanted, in quotes, not %d words", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return runQuery(cmd.Context(), env, opts, args[0])
		},
	}
	opts.connection.addFlags(cmd.Flags())
	opts.tableOptions.addFlags(cmd.Flags())
	cmd.Flags().StringArrayVarP(&opts.params, "param", "P", nil, "a parameter, as key=value; may be repeated")
	cmd.Flags().IntVar(&opts.limit, "limit", 0, "rows at most (default: all)")
	return cmd
}

func runQuery(ctx context.Context, env Env, opts queryOptions, text string) error {
	if err := opts.check(); err != nil {
		return err
	}
	given, err := pairs(opts.params)
	if err != nil {
		return err
	}
	if text == "-" {
		data, err := io.ReadAll(env.Stdin)
		if err != nil {
			return fmt.Errorf("reading standard input: %w", err)
		}
		text = string(data)
	}
	if strings.TrimSpace(text) == "" {
		return usageError{errors.New("the statement is empty")}
	}
	params := make(map[string]any, len(given))
	for key, value := range given {
		params[key] = typed(value)
	}
	q, done, err := opts.querier(ctx, env)
	if err != nil {
		return err
	}
	defer done()
	return show(ctx, env, q, text, params, opts.limit, opts.tableOptions)
}

// show runs a statement and prints its answer.
func show(ctx context.Context, env Env, q store.Querier, text string, params map[string]any, limit int, opts tableOptions) error {
	result, err := q.Query(ctx, text, params, limit)
	if err != nil {
		return err
	}
	if err := opts.print(env, result); err != nil {
		return err
	}
	if result.Truncated {
		env.say("there are more rows than %d", limit)
	}
	return nil
}

// pairs reads -P options. The last of a name counts.
func pairs(params []string) (map[string]string, error) {
	given := make(map[string]string, len(params))
	for _, p := range params {
		key, value, ok := strings.Cut(p, "=")
		if key = strings.TrimSpace(key); !ok || key == "" {
			return nil, usageError{fmt.Errorf("-P %q is not key=value", p)}
		}
		given[key] = value
	}
	return given, nil
}

// typed reads a value as JSON, with whole numbers as such; what is no JSON is text.
func typed(text string) any {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil || d.More() {
		return text
	}
	return numbers(v)
}

func numbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, err := v.Float64()
		if err != nil {
			return v.String()
		}
		return f
	case []any:
		for i := range v {
			v[i] = numbers(v[i])
		}
	case map[string]any:
		for key := range v {
			v[key] = numbers(v[key])
		}
	}
	return v
}
