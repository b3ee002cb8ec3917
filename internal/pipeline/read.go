package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"newsgraph/internal/article"
	"newsgraph/internal/graph"
)

// read makes a result of a record, or says why there is none. err is only ever the context's.
func read(ctx context.Context, extract Extractor, record article.Record) (result Result, reject *article.Reject, err error) {
	refuse := func(reason string) *article.Reject {
		return &article.Reject{Path: record.Path, Line: record.Line, Reason: reason}
	}
	defer func() {
		if fault := recover(); fault != nil {
			result, err = Result{}, nil
			reject = refuse(fmt.Sprintf("internal error: %v%s", fault, origin()))
		}
	}()
	switch {
	case record.Reject != nil:
		return result, record.Reject, nil
	case record.Article != nil:
		result.Extraction, err = extract(ctx, record.Article)
	default:
		if fault := json.Unmarshal(record.Extracted, &result.Extraction); fault != nil {
			return result, refuse("no output of newsgraph extract: " + fault.Error()), nil
		}
	}
	switch {
	case err != nil && ctx.Err() != nil && errors.Is(err, ctx.Err()):
		return Result{}, nil, err
	case err != nil:
		return Result{}, refuse(err.Error()), nil
	}
	complete(&result.Extraction)
	result.Rows, err = graph.NewBatch(result.Extraction)
	if err != nil {
		return Result{}, refuse(strings.ReplaceAll(err.Error(), "\n", "; ")), nil
	}
	return result, nil, nil
}

// origin names the line of our code that panicked. It is called from the function that recovers.
func origin() string {
	callers := make([]uintptr, 32)
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers)])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "newsgraph/") {
			return fmt.Sprintf(" (%s:%d)", filepath.Base(frame.File), frame.Line)
		}
		if !more {
			return ""
		}
	}
}

// complete puts an empty list where an Extraction has none, as the contract wants.
func complete(x *graph.Extraction) {
	fill(&x.Actors)
	fill(&x.Events)
	fill(&x.Statements)
	for i := range x.Actors {
		fill(&x.Actors[i].Aliases)
		fill(&x.Actors[i].Mentions)
	}
	for i := range x.Events {
		fill(&x.Events[i].Sources)
		fill(&x.Events[i].Targets)
	}
	for i := range x.Statements {
		fill(&x.Statements[i].About)
		fill(&x.Statements[i].Events)
	}
}

func fill[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}
