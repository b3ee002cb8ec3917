package syntax

import (
	"fmt"
	"sort"
	"strings"
	"testing"
)

// With gold tags and trees.
func TestEvalLemma(t *testing.T) {
	evaluation(t)
	words := lemmas()
	for _, name := range []string{"ewt-test", "pud-news", "gum-news-test", "ewt-train"} {
		right, all := map[string]int{}, map[string]int{}
		wrong := map[string]int{}
		for _, s := range treebank(t, name) {
			for i := range s.Tokens {
				want := &s.Tokens[i]
				got := words.lemma(&s.Sentence, i)
				for _, class := range []string{want.UPOS, "all"} {
					all[class]++
					if strings.EqualFold(got, want.Lemma) {
						right[class]++
					}
				}
				if !strings.EqualFold(got, want.Lemma) {
					wrong[fmt.Sprintf("%s %s: %s not %s", want.XPOS, want.Text, got, want.Lemma)]++
				}
			}
		}
		share := func(class string) float64 { return 100 * float64(right[class]) / float64(all[class]) }
		t.Logf("%s: VERB %.2f NOUN %.2f AUX %.2f ADJ %.2f all %.2f", name, share("VERB"), share("NOUN"), share("AUX"), share("ADJ"), share("all"))
		report(t, wrong, 150)
	}
}

// report logs the most frequent faults.
func report(t *testing.T, faults map[string]int, n int) {
	if !testing.Verbose() {
		return
	}
	var list []string
	for f := range faults {
		list = append(list, f)
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		return faults[a] > faults[b] || faults[a] == faults[b] && a < b
	})
	for _, f := range list[:min(n, len(list))] {
		t.Logf("  %4d %s", faults[f], f)
	}
}
