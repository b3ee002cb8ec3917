package query

import (
	"context"
	"errors"
)

// Statement is a parsed statement. It holds no state of its runs and may be used from several goroutines.
type Statement struct {
	text string
}

// Result is the answer to a statement.
type Result struct {
	Columns   []string
	Rows      [][]any
	Truncated bool // there were more rows than the limit
}

// Parse reads one statement, with or without a semicolon at its end. Its error is an *Error.
func Parse(text string) (*Statement, error) {
	return &Statement{text: text}, nil
}

// Run answers the statement from a graph. It returns at most limit rows, all for 0, and does not compute what lies
// beyond them unless order or aggregation need it. When ctx ends, Run ends with its error.
func (s *Statement) Run(ctx context.Context, g Graph, params map[string]any, limit int) (Result, error) {
	return Result{}, errors.ErrUnsupported
}
