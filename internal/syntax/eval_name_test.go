package syntax

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// F1 of names, kind and text, on annotated sentences that nothing was trained on. Countries alone count as none: those the
// gazetteer finds.
func TestEvalNames(t *testing.T) {
	evaluation(t)
	file, err := os.Open(filepath.Join(shared(), "annotated", "dev.jsonl"))
	if err != nil {
		t.Skip("no annotated sentences here: ", err)
	}
	defer file.Close()
	type name struct{ Kind, Text string }
	r := NewReader()
	hits, found, gold := map[string]int{}, map[string]int{}, map[string]int{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a struct {
			Text  string
			Names []name
		}
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		want := map[name]bool{}
		for _, n := range a.Names {
			want[n] = true
		}
		got := map[name]bool{}
		doc := r.Parse(a.Text)
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			for _, n := range s.Names {
				span := s.Cover(n.First, n.Last)
				got[name{map[NameKind]string{PER: "PER", ORG: "ORG", LOC: "LOC"}[n.Kind], a.Text[span.Start:span.End]}] = true
			}
		}
		for n := range want {
			gold[n.Kind]++
			gold["all"]++
		}
		for n := range got {
			found[n.Kind]++
			found["all"]++
			hits[n.Kind] += count(want[n])
			hits["all"] += count(want[n])
		}
	}
	for _, kind := range []string{"all", "PER", "ORG", "LOC"} {
		t.Logf("%s: F1 %.1f, precision %.1f, recall %.1f of %d", kind, 200*float64(hits[kind])/float64(found[kind]+gold[kind]),
			100*float64(hits[kind])/float64(found[kind]), 100*float64(hits[kind])/float64(gold[kind]), gold[kind])
	}
}
