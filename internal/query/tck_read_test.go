package query

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// scenario is one test of the TCK. What a step or a table doesn't need is empty.
type scenario struct {
	name    string   // feature, number, title and, of an outline, the row of its examples
	graph   string   // named, or empty
	setup   []string // statements that make the graph
	params  [][]string
	query   string
	outcome string     // "the result should be, in order:", "a SyntaxError should be raised at …"
	table   [][]string // the header among its rows
	lacking string     // a step that needs more than a reader has, such as a procedure
}

// readFeature reads the Gherkin of one file as far as the TCK uses it: scenarios and outlines of steps with a table or a text.
func readFeature(t *testing.T, path string) []scenario {
	t.Helper()
	bytes, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var scenarios []scenario
	lines := strings.Split(string(bytes), "\n")
	feature, title := "", ""
	var background, body []string
	finish := func() {
		if title != "" {
			scenarios = append(scenarios, expand(feature+" "+title, slices.Concat(background, body))...)
		} else {
			background = body
		}
		body = nil
	}
	quoted := false
	for _, line := range lines {
		text := strings.TrimSpace(line)
		if text == `"""` {
			quoted = !quoted
		}
		keyword, rest, _ := strings.Cut(text, ":")
		switch {
		case quoted:
			body = append(body, line)
		case text == "" || text[0] == '#' || text[0] == '@' || keyword == "Background":
		case keyword == "Feature":
			feature, _, _ = strings.Cut(strings.TrimSpace(rest), " ")
		case keyword == "Scenario" || keyword == "Scenario Outline":
			finish()
			title = strings.TrimSpace(rest)
		default:
			body = append(body, line)
		}
	}
	finish()
	return scenarios
}

// expand reads the steps of a scenario, once for each row of its examples.
func expand(name string, body []string) []scenario {
	cut := slices.IndexFunc(body, func(line string) bool { return strings.TrimSpace(line) == "Examples:" })
	if cut < 0 {
		return []scenario{readSteps(name, body)}
	}
	var scenarios []scenario
	examples := readTable(body[cut+1:])
	for i, row := range examples[1:] {
		text := strings.Join(body[:cut], "\n")
		for j, key := range examples[0] {
			text = strings.ReplaceAll(text, "<"+key+">", row[j])
		}
		scenarios = append(scenarios, readSteps(fmt.Sprintf("%s #%d", name, i+1), strings.Split(text, "\n")))
	}
	return scenarios
}

func readSteps(name string, lines []string) scenario {
	s := scenario{name: name}
	for len(lines) > 0 {
		step := strings.TrimSpace(lines[0])
		_, step, _ = strings.Cut(step, " ") // Given, When, Then, And
		end := 1
		text := ""
		if end < len(lines) && strings.TrimSpace(lines[1]) == `"""` {
			for end = 2; strings.TrimSpace(lines[end]) != `"""`; end++ {
			}
			text = strings.Join(lines[2:end], "\n")
			end++
		}
		var table [][]string
		for ; end < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[end]), "|"); end++ {
			table = append(table, readTable(lines[end:end+1])...)
		}
		lines = lines[end:]
		switch {
		case step == "any graph", step == "an empty graph", step == "no side effects":
		case strings.HasSuffix(step, " graph"):
			s.graph = strings.Fields(step)[1]
		case step == "having executed:":
			s.setup = append(s.setup, text)
		case step == "parameters are:":
			s.params = table
		case step == "executing query:":
			s.query = text
		case strings.HasPrefix(step, "the result should be"), strings.Contains(step, "should be raised"):
			s.outcome, s.table = step, table
		default:
			s.lacking = step
		}
	}
	return s
}

func readTable(lines []string) [][]string {
	var table [][]string
	for _, line := range lines {
		line = strings.TrimSpace(line)
		var row []string
		cell := ""
		for i := 1; i < len(line); i++ {
			switch {
			case line[i] == '\\' && strings.IndexByte(`|\n`, line[i+1]) >= 0:
				i++
				cell += map[byte]string{'|': "|", '\\': `\`, 'n': "\n"}[line[i]]
			case line[i] == '|':
				row = append(row, strings.TrimSpace(cell))
				cell = ""
			default:
				cell += line[i : i+1]
			}
		}
		table = append(table, row)
	}
	return table
}
