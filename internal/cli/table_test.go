package cli

import (
	"bytes"
	"regexp"
	"testing"
	"time"

	"newsgraph/internal/graph"
	"newsgraph/internal/store"
)

func TestOutputs(t *testing.T) {
	kim := store.Node{Labels: []string{"Actor", "Person"}, Properties: map[string]any{"id": "person:kim", "name": "Kim"}}
	result := store.Result{
		Columns: []string{"source", "n", "share", "on", "list", "path", "none"},
		Rows: [][]any{
			{"Kim | \"Un\"\n\x1b[31m", int64(12), 0.25, graph.Date("2024-11-04"), []any{"a", int64(1)}, store.Path{
				Nodes:         []store.Node{kim, {Labels: []string{"Place"}, Properties: map[string]any{"id": "place:seoul"}}},
				Relationships: []store.Relationship{{Type: "ATTACKS", Properties: map[string]any{}}},
				Forward:       []bool{false},
			}, nil},
			{"<b>&", int64(3), 1.0, time.Date(2024, 11, 4, 10, 0, 0, 0, time.UTC), map[string]any{"k": true}, kim, nil},
		},
	}
	want := map[string]string{
		"table": `source           │  n │ share │ on                   │ list       │ path                            │ none
─────────────────┼────┼───────┼──────────────────────┼────────────┼─────────────────────────────────┼──────
Kim | "Un"  [31m │ 12 │  0.25 │ 2024-11-04           │ a, 1       │ (Kim)<-[:ATTACKS]-(place:seoul) │
<b>&             │  3 │     1 │ 2024-11-04T10:00:00Z │ {"k":true} │ (Kim)                           │
`,
		"json": `[
{"source": "Kim | \"Un\"\n\u001b[31m", "n": 12, "share": 0.25, "on": "2024-11-04", "list": ["a",1], "path": {"nodes":[{"labels":["Actor","Person"],"properties":{"id":"person:kim","name":"Kim"}},{"labels":["Place"],"properties":{"id":"place:seoul"}}],"relationships":[{"type":"ATTACKS","properties":{}}],"forward":[false]}, "none": null},
{"source": "<b>&", "n": 3, "share": 1, "on": "2024-11-04T10:00:00Z", "list": {"k":true}, "path": {"labels":["Actor","Person"],"properties":{"id":"person:kim","name":"Kim"}}, "none": null}
]
`,
		"csv": `source,n,share,on,list,path,none
"Kim | ""Un""` + "\n\x1b[31m" + `",12,0.25,2024-11-04,"a, 1",(Kim)<-[:ATTACKS]-(place:seoul),
<b>&,3,1,2024-11-04T10:00:00Z,"{""k"":true}",(Kim),
`,
		"markdown": `| source | n | share | on | list | path | none |
|:--- | ---:| ---:|:--- |:--- |:--- |:--- |
| Kim \| "Un"  [31m | 12 | 0.25 | 2024-11-04 | a, 1 | (Kim)<-[:ATTACKS]-(place:seoul) |  |
| <b>& | 3 | 1 | 2024-11-04T10:00:00Z | {"k":true} | (Kim) |  |
`,
	}
	for _, form := range outputs {
		var out bytes.Buffer
		if err := form.print(&out, result, 0); err != nil {
			t.Fatal(err)
		}
		if out.String() != want[form.name] {
			t.Errorf("%s:\n%q\nwant\n%q", form.name, &out, want[form.name])
		}
	}
}

func TestEmptyOutputs(t *testing.T) {
	want := map[string]string{"table": "a │ b\n──┼───\n", "json": "[]\n", "csv": "a,b\n", "markdown": "| a | b |\n|:--- |:--- |\n"}
	for _, form := range outputs {
		var out bytes.Buffer
		if err := form.print(&out, store.Result{Columns: []string{"a", "b"}}, 0); err != nil {
			t.Fatal(err)
		}
		if out.String() != want[form.name] {
			t.Errorf("%s: got %q, want %q", form.name, &out, want[form.name])
		}
	}
}

func TestTableFitsTheTerminal(t *testing.T) {
	result := store.Result{
		Columns: []string{"source", "sentence"},
		Rows:    [][]any{{"South Korea", "South Korea and the European Union condemned the transfer of arms on Monday."}},
	}
	var out bytes.Buffer
	if err := printTable(&out, result, 40); err != nil {
		t.Fatal(err)
	}
	want := `source      │ sentence
────────────┼───────────────────────────
South Korea │ South Korea and the
            │ European Union condemned
            │ the transfer of arms on
            │ Monday.
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &out, want)
	}
}

func TestTooWideForTheTerminal(t *testing.T) {
	result := store.Result{
		Columns: []string{"date", "event", "sentence", "place"},
		Rows:    [][]any{{graph.Date("2024-11-04"), "0123456789abcdef0123456789abcdef", "The EU condemned the transfer of arms.", nil}},
	}
	var out bytes.Buffer
	if err := printTable(&out, result, 44); err != nil {
		t.Fatal(err)
	}
	want := `── 1 ──
date      2024-11-04
event     0123456789abcdef0123456789abcdef
sentence  The EU condemned the transfer of
          arms.
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &out, want)
	}
}

func TestExplainArticle(t *testing.T) {
	w := newWorld("EU and Korea\n2024-11-04\nThe EU condemned Pyongyang.\n")
	if code := w.run("explain", "-"); code != exitDone {
		t.Fatalf("exit code %d, %s", code, &w.err)
	}
	want := `- · EU and Korea · 2024-11-04
article 5ff2c51f01ac6e0a3e51ce5a4a0e9b0ff4d6ed3aa2bb0e7ad1aa9cf5bf64cc8a

  The EU condemned Pyongyang. [0–27]
    CONDEMNS asserted: European Union → North Korea
      trigger “The EU condemned Pyongyang.” [0–27] · rule test · confidence 0.90 · 2024-11-04 (of publication) · in Seoul
      event 4d6d1a2e0f5b3e0f8b5c1d2b
    STATEMENT indirect: European Union (said) “The EU condemned Pyongyang.” · about North Korea

  Actors
    North Korea: country:PRK · 0 mentions
    European Union: org:european-union · also EU · 0 mentions
`
	got, wanted := withoutIDs(w.out.String()), withoutIDs(want)
	if got != wanted {
		t.Errorf("got\n%s\nwant\n%s", got, wanted)
	}
}

func TestExplainEvent(t *testing.T) {
	w := newWorld("")
	w.shelf.answer = store.Result{
		Columns: []string{"date", "precision", "status", "source", "type", "target", "sentence", "trigger", "rule", "confidence", "attributed", "title", "url", "start", "end"},
		Rows: [][]any{
			{graph.Date("2024-11-04"), "published", "alleged", []any{"South Korea", "European Union"}, "ACCUSES", []any{}, "They accused.", "accused", "r", 0.9, "Reuters", "T", nil, int64(3), int64(16)},
			{graph.Date("2024-11-04"), "published", "alleged", []any{"South Korea", "European Union"}, "ACCUSES", []any{}, "Both did.", "did", "r", 0.5, nil, "U", "https://example.org/u", int64(0), int64(9)},
		},
	}
	id := "0123456789abcdef0123456789abcdef"
	if code := w.run("explain", id); code != exitDone || w.shelf.params["event"] != id {
		t.Fatalf("exit code %d, parameters %v, %s", code, w.shelf.params, &w.err)
	}
	want := `ACCUSES alleged: South Korea, European Union → nobody named
2024-11-04 (of publication) · event 0123456789abcdef0123456789abcdef

  They accused. [3–16]
    trigger “accused” · rule r · confidence 0.9 · according to Reuters
    T

  Both did. [0–9]
    trigger “did” · rule r · confidence 0.5
    U · https://example.org/u
`
	if w.out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &w.out, want)
	}
}

// withoutIDs cuts hashes, which other rooms' tests prove.
func withoutIDs(s string) string {
	return regexp.MustCompile(`(article|event) [0-9a-f]+`).ReplaceAllString(s, "$1 …")
}
