package query

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// elsewhere are the scenarios whose outcome here is another, and why.
var elsewhere = map[string]string{
	"Literals5 [9]":      "Neo4j writes -0.0, too",
	"Literals5 [10]":     "Neo4j writes -0.0, too",
	"Match3 [30]":        "that a list is no node is told when a row is met",
	"Return6 [15]":       "random numbers may be aggregated",
	"Return6 [21]":       "what is grouped by may be part of an expression beside an aggregate",
	"With6 [9]":          "what is grouped by may be part of an expression beside an aggregate",
	"ReturnOrderBy6 [5]": "Neo4j answers it, too",
	"WithOrderBy4 [13]":  "aggregates in ORDER BY see what is aggregated over",
	"WithOrderBy4 [14]":  "aggregates in ORDER BY see what is aggregated over",
	"Temporal2 [7] #7":   "a duration written as a date is refused",
}

// outside are the messages with which scenarios may be refused: what the engine doesn't mean to answer.
var outside = []string{
	"Unknown function 'localdatetime", "Unknown function 'localtime", "Unknown function 'time", // values that no graph here holds
	"Unknown function 'percentile", "Unknown function 'datetime.", "Unknown function 'date.",
	"Too many parameters for function 'date",                                                                  // fields after truncation
	"date(): no such field", "datetime(): no such field", "no such field", "date(): text", "datetime(): text", // weeks, quarters, zones
	"date.truncate(): unsupported unit", "datetime.truncate(): unsupported unit",
	"The graph is read only here", "Cannot use the same relationship variable",
}

func isOutside(reason string) int {
	return slices.IndexFunc(outside, func(message string) bool { return strings.HasPrefix(reason, message) })
}

// TestTCK asks the scenarios of the openCypher TCK that only read. Each must pass, be refused with a message of outside, or
// be named in elsewhere.
func TestTCK(t *testing.T) {
	passed, refused := 0, map[string]int{}
	err := filepath.WalkDir("testdata/tck", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".feature" {
			return err
		}
		for _, s := range readFeature(t, path) {
			reason, fault := s.run(t)
			number, _, _ := strings.Cut(s.name, "]")
			_, example, _ := strings.Cut(s.name, " #")
			why, known := elsewhere[strings.TrimSuffix(number+"] #"+example, " #")]
			switch {
			case s.lacking != "":
				refused["a step that makes side effects or needs procedures"]++
			case known && fault == "":
				t.Errorf("%s passes, against the list", s.name)
			case known:
				refused["another outcome: "+why]++
			case reason != "":
				i := isOutside(reason)
				if i < 0 {
					t.Errorf("%s\n%s\nis refused: %s", s.name, s.query, reason)
					continue
				}
				refused[outside[i]]++
			case fault != "":
				t.Errorf("%s\n%s\n%s", s.name, s.query, fault)
			default:
				passed++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, n := range refused {
		sum += n
	}
	t.Logf("%d passed, %d refused or left out", passed, sum)
	for _, reason := range slices.Sorted(maps.Keys(refused)) {
		t.Logf("%5d %s", refused[reason], reason)
	}
}

// run asks a scenario's query. It says for what reason that is refused, or what is wrong.
func (s scenario) run(t *testing.T) (reason, fault string) {
	m := &memory{}
	if s.graph != "" {
		text, err := os.ReadFile(filepath.Join("testdata/tck/graphs", s.graph+".cypher"))
		if err != nil {
			t.Fatal(err)
		}
		s.setup = append(s.setup, string(text))
	}
	for _, text := range s.setup {
		if err := m.create(text); err != nil {
			return err.Error(), ""
		}
	}
	params := map[string]any{}
	for _, row := range s.params {
		value, err := m.extend([]any{map[string]any{}}, "RETURN "+row[1]+" AS value")
		if err != nil {
			t.Fatal(err)
		}
		params[row[0]] = value[0].(map[string]any)["value"]
	}
	statement, err := Parse(s.query)
	var result Result
	if err == nil {
		result, err = statement.Run(t.Context(), m, params, 0)
	}
	var unread *Error
	wrong := strings.Contains(s.outcome, "should be raised")
	switch {
	case errors.As(err, &unread) && (!wrong || isOutside(unread.Message) >= 0):
		return unread.Message, ""
	case wrong && err == nil:
		return "", s.outcome + ", but was not"
	case wrong:
		return "", ""
	case err != nil && isOutside(err.Error()) >= 0:
		return err.Error(), ""
	case err != nil:
		return "", err.Error()
	}
	return "", s.compare(result)
}

// compare says how an answer differs from the table of the scenario.
func (s scenario) compare(result Result) string {
	free := strings.Contains(s.outcome, "ignoring element order for lists")
	var got, want []string
	for _, values := range result.Rows {
		var cells []string
		for _, v := range values {
			cells = append(cells, notation(v, free))
		}
		got = append(got, strings.Join(cells, " | "))
	}
	if len(s.table) > 0 {
		if !slices.Equal(result.Columns, s.table[0]) {
			return "columns " + strings.Join(result.Columns, ", ")
		}
		for _, row := range s.table[1:] {
			var cells []string
			for _, text := range row {
				cells = append(cells, canonical(text, free))
			}
			want = append(want, strings.Join(cells, " | "))
		}
	}
	if !strings.Contains(s.outcome, "in order") {
		slices.Sort(got)
		slices.Sort(want)
	}
	if !slices.Equal(got, want) {
		return "got:\n" + strings.Join(got, "\n") + "\nwant:\n" + strings.Join(want, "\n")
	}
	return ""
}
