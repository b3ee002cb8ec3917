package cypher_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"newsgraph/cypher"
	"newsgraph/internal/graph"
)

var (
	used  = regexp.MustCompile(`\$(\w+)`)
	types = regexp.MustCompile(`\[\w*:([A-Z_|]+)`)
	label = regexp.MustCompile(`\(\w*:([A-Za-z|]+)`)
	named = regexp.MustCompile(`(?m)^// name: (.+)$`)
)

// body is a file without its comments and without what stands in quotes.
func body(text string) string {
	text = regexp.MustCompile(`(?m)^//.*\n`).ReplaceAllString(text, "")
	return regexp.MustCompile(`'[^']*'`).ReplaceAllString(text, "''")
}

func TestFiles(t *testing.T) {
	if n := len(cypher.Reports()); n < 12 {
		t.Errorf("only %d reports", n)
	}
	relations := append(graph.EdgeTypes(), "ACT")
	for _, s := range slices.Concat(cypher.Reports(), cypher.Writes()) {
		t.Run(s.Name, func(t *testing.T) {
			if m := named.FindStringSubmatch(s.Text); m == nil || m[1] != s.Name {
				t.Errorf("the header names %q", m)
			}
			if !strings.HasSuffix(s.Summary, ".") {
				t.Errorf("summary %q is no sentence", s.Summary)
			}
			text := body(s.Text)
			var wants, has []string
			for _, m := range used.FindAllStringSubmatch(text, -1) {
				wants = append(wants, m[1])
			}
			for _, p := range s.Params {
				has = append(has, p.Name)
			}
			slices.Sort(wants)
			slices.Sort(has)
			if wants = slices.Compact(wants); !slices.Equal(wants, has) {
				t.Errorf("uses %v, declares %v", wants, has)
			}
			for _, m := range types.FindAllStringSubmatch(text, -1) {
				for _, name := range strings.Split(m[1], "|") {
					if !slices.Contains(relations, name) {
						t.Errorf("relationship type %q is none of ours", name)
					}
				}
			}
			for _, m := range label.FindAllStringSubmatch(text, -1) {
				for _, name := range strings.Split(m[1], "|") {
					if !slices.Contains(graph.NodeLabels(), name) {
						t.Errorf("label %q is none of ours", name)
					}
				}
			}
			if len(s.Returns) == 0 {
				t.Error("returns nothing")
			}
			if strings.Contains(s.Text, ";") || strings.Contains(text, "//") {
				t.Error("a file is one statement with comments at its head only")
			}
		})
	}
}

func TestReportsHaveDefaults(t *testing.T) {
	for _, s := range cypher.Reports() {
		if _, err := s.Bind(nil); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
}

func TestBind(t *testing.T) {
	s, ok := cypher.Report("dyads")
	if !ok {
		t.Fatal("no report dyads")
	}
	values, err := s.Bind(map[string]string{"limit": "3", "kind": "Country"})
	if err != nil {
		t.Fatal(err)
	}
	if values["limit"] != int64(3) || values["kind"] != "Country" || values["since"] != "1900-01-01" {
		t.Errorf("values are %v", values)
	}
	for name, text := range map[string]string{"limit": "many", "since": "yesterday", "colour": "red", "until": "2024-02-30"} {
		if values, err := s.Bind(map[string]string{name: text}); err == nil {
			t.Errorf("%s=%s is taken: %v", name, text, values)
		}
	}
	want := ":param {kind: '', since: '1900-01-01', until: '2100-01-01', limit: 25}"
	if got := s.Setting(); got != want {
		t.Errorf("setting is %s, want %s", got, want)
	}
}

func TestSchema(t *testing.T) {
	commands := cypher.Schema([]string{"CONDEMNS", "MEETS"})
	seen := map[string]bool{}
	for _, command := range commands {
		words := strings.Fields(command)
		name := words[2]
		if words[0] != "CREATE" || seen[name] || strings.Contains(command, "ACT]") || strings.Contains(command, ";") {
			t.Errorf("command %q", command)
		}
		seen[name] = true
	}
	for _, name := range []string{"actor_id", "event_date", "condemns_event", "meets_event"} {
		if !seen[name] {
			t.Errorf("no %s among %d commands", name, len(commands))
		}
	}
}

func TestFor(t *testing.T) {
	for _, s := range cypher.Writes() {
		if text := s.For("CONDEMNS"); strings.Contains(body(text), "ACT") {
			t.Errorf("%s still says ACT:\n%s", s.Name, text)
		}
	}
}
