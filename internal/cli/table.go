package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/pflag"

	"newsgraph/internal/store"
)

// tableOptions say in what form rows are printed.
type tableOptions struct {
	output string
}

// outputs are the forms, the first the default.
var outputs = []struct {
	name  string
	print func(io.Writer, store.Result, int) error
}{
	{"table", printTable},
	{"json", printJSON},
	{"csv", printCSV},
	{"markdown", printMarkdown},
}

func outputNames() []string {
	var names []string
	for _, o := range outputs {
		names = append(names, o.name)
	}
	return names
}

func (o *tableOptions) addFlags(f *pflag.FlagSet) {
	f.StringVarP(&o.output, "output", "o", outputs[0].name, "form of the rows: "+strings.Join(outputNames(), ", "))
}

// check refuses an unknown form before any work is done.
func (o tableOptions) check() error {
	if names := outputNames(); !slices.Contains(names, o.output) {
		return usageError{fmt.Errorf("--output %q is none of %s", o.output, strings.Join(names, ", "))}
	}
	return nil
}

// print writes rows to standard output.
func (o tableOptions) print(env Env, r store.Result) error {
	for _, form := range outputs {
		if form.name == o.output {
			return form.print(env.Stdout, r, env.Width(env.Stdout))
		}
	}
	return o.check()
}

// printTable aligns columns. On a terminal the widest wrap to its width, and a table that is too wide even so becomes
// records; in a pipe nothing is wrapped.
func printTable(w io.Writer, r store.Result, columns int) error {
	t := newTable(r)
	style := table.StyleLight
	style.Format.Header = text.FormatDefault
	style.Options = table.Options{SeparateColumns: true, SeparateHeader: true}
	t.SetStyle(style)
	configs := aligned(r)
	if columns > 0 {
		room, natural, least := columns-3*len(r.Columns)+2, widths(r, text.StringWidth), widths(r, longestWord)
		if sum(least) > room && len(r.Rows) > 0 {
			return printRecords(w, r, columns)
		}
		for i, width := range fit(natural, least, room) {
			configs[i].WidthMax, configs[i].WidthMaxEnforcer = width, text.WrapSoft
		}
	}
	t.SetColumnConfigs(configs)
	var out strings.Builder
	for line := range strings.Lines(t.Render()) {
		_, margin := utf8.DecodeRuneInString(line)
		out.WriteString(strings.TrimRight(line[margin:], " \n") + "\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func printMarkdown(w io.Writer, r store.Result, _ int) error {
	t := newTable(r)
	t.SetColumnConfigs(aligned(r))
	_, err := fmt.Fprintln(w, t.RenderMarkdown())
	return err
}

// aligned sets columns of numbers to the right and all others to the left.
func aligned(r store.Result) []table.ColumnConfig {
	configs := make([]table.ColumnConfig, len(r.Columns))
	for i := range configs {
		configs[i] = table.ColumnConfig{Number: i + 1, Align: text.AlignLeft, AlignHeader: text.AlignLeft}
		numbers, others := 0, 0
		for _, row := range r.Rows {
			switch row[i].(type) {
			case nil:
			case int64, float64:
				numbers++
			default:
				others++
			}
		}
		if numbers > 0 && others == 0 {
			configs[i].Align, configs[i].AlignHeader = text.AlignRight, text.AlignRight
		}
	}
	return configs
}

func newTable(r store.Result) table.Writer {
	t := table.NewWriter()
	row := func(n int, cell func(int) string) table.Row {
		out := make(table.Row, n)
		for i := range out {
			out[i] = cell(i)
		}
		return out
	}
	t.AppendHeader(row(len(r.Columns), func(i int) string { return visible(r.Columns[i]) }))
	for _, values := range r.Rows {
		t.AppendRow(row(len(values), func(i int) string { return visible(cell(values[i])) }))
	}
	return t
}

func printCSV(w io.Writer, r store.Result, _ int) error {
	c := csv.NewWriter(w)
	if err := c.Write(r.Columns); err != nil {
		return err
	}
	for _, row := range r.Rows {
		fields := make([]string, len(row))
		for i, value := range row {
			fields[i] = cell(value)
		}
		if err := c.Write(fields); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// printJSON prints a list with an object a line, its keys in the order of the columns.
func printJSON(w io.Writer, r store.Result, _ int) error {
	var out bytes.Buffer
	out.WriteString("[")
	for i, row := range r.Rows {
		out.WriteString(map[bool]string{true: "\n{", false: ",\n{"}[i == 0])
		for j, value := range row {
			if j > 0 {
				out.WriteString(", ")
			}
			if err := encode(&out, r.Columns[j], ": "); err != nil {
				return err
			}
			if err := encode(&out, value, ""); err != nil {
				return err
			}
		}
		out.WriteString("}")
	}
	if len(r.Rows) > 0 {
		out.WriteString("\n")
	}
	out.WriteString("]\n")
	_, err := w.Write(out.Bytes())
	return err
}

// encode writes a value as JSON, without the line feed and the escapes for web pages that encoding/json likes.
func encode(out *bytes.Buffer, value any, after string) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return fmt.Errorf("printing a value as JSON: %w", err)
	}
	out.Truncate(out.Len() - 1)
	out.WriteString(after)
	return nil
}
