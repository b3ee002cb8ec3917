package query

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Statement is a parsed statement. It holds no state of its runs and may be used from several goroutines.
type Statement struct {
	columns    []string
	output     []int
	parameters []string
	slots      int
	read       []bool
	step       step
}

// Result is the answer to a statement.
type Result struct {
	Columns   []string
	Rows      [][]any
	Truncated bool // there were more rows than the limit
}

// Parse reads one statement, with or without a semicolon at its end. Its error is an *Error.
func Parse(source string) (*Statement, error) {
	p, tree, err := parse(source)
	if err != nil {
		return nil, err
	}
	c := &compiler{parser: p, scope: &scope{names: map[string]binding{}}, used: map[int]bool{}}
	s := &Statement{}
	err = catch(func() {
		if len(tree.branches) == 1 {
			clauses := tree.branches[0].clauses
			c.last = clauses[len(clauses)-1]
		}
		var columns []column
		s.step, columns = c.union(tree, nil, true)
		for _, col := range columns {
			s.columns = append(s.columns, col.name)
			s.output = append(s.output, col.slot)
			c.mark(col.slot)
		}
	})
	if err != nil {
		return nil, err
	}
	s.parameters, s.slots, s.read = c.parameters, c.slots, c.read
	return s, nil
}

// Columns are the names of the columns of an answer.
func (s *Statement) Columns() []string { return s.columns }

// run is the state of one run of a statement.
type run struct {
	ctx    context.Context
	graph  Graph
	params map[string]any
	now    time.Time
	row    []any
	read   []bool
	limit  int // of the whole, 0 for none
	plans  map[*match]step
	// patterns are the regular expressions met so far.
	patterns map[string]*regexp.Regexp
	ticks    int
	// calling is the function whose body runs.
	calling string
}

// tick is called in every loop, so that a run ends with its context.
func (r *run) tick() {
	if r.ticks++; r.ticks%256 == 0 {
		must(r.ctx.Err())
	}
}

// Run answers the statement from a graph. It returns at most limit rows, all for 0, and does not compute what lies
// beyond them unless order or aggregation need it. When ctx ends, Run ends with its error.
func (s *Statement) Run(ctx context.Context, g Graph, params map[string]any, limit int) (result Result, err error) {
	result.Columns = s.columns
	if err := ctx.Err(); err != nil {
		return result, err
	}
	r := &run{
		ctx: ctx, graph: g, params: map[string]any{}, now: time.Now().UTC(), limit: limit,
		row: make([]any, s.slots), read: s.read, plans: map[*match]step{}, patterns: map[string]*regexp.Regexp{},
	}
	var missing []string
	for _, name := range s.parameters {
		value, ok := params[name]
		if !ok {
			missing = append(missing, name)
		} else if r.params[name], err = imported(value); err != nil {
			return result, fmt.Errorf("reading parameter %s: %w", name, err)
		}
	}
	if len(missing) > 0 {
		return result, errors.New("expected parameter(s): " + strings.Join(missing, ", "))
	}
	defer func() {
		switch e := recover().(type) {
		case nil:
		case failure:
			result.Rows, err = nil, e.error
			if r.calling != "" {
				err = fmt.Errorf("%s(): %w", r.calling, err)
			}
		default:
			panic(e)
		}
	}()
	s.step(r, func() bool {
		r.tick()
		if limit > 0 && len(result.Rows) == limit {
			result.Truncated = true
			return false
		}
		result.Rows = append(result.Rows, r.values(s.output))
		return true
	})
	return result, nil
}

// imported turns a parameter into a value of the engine.
func imported(v any) (any, error) {
	var err error
	switch x := v.(type) {
	case int:
		return int64(x), nil
	case []string:
		return anys(x), nil
	case []any:
		items := make([]any, len(x))
		for i := 0; i < len(x) && err == nil; i++ {
			items[i], err = imported(x[i])
		}
		return items, err
	case map[string]any:
		entries := make(map[string]any, len(x))
		for key, item := range x {
			if entries[key], err = imported(item); err != nil {
				return nil, err
			}
		}
		return entries, nil
	}
	if v != nil && rank(v) == rank(nil) {
		return nil, fmt.Errorf("a %T is no value of Cypher", v)
	}
	return v, nil
}
