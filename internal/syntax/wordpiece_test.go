package syntax

import (
	"slices"
	"testing"
)

func TestSplit(t *testing.T) {
	list := []string{"[UNK]", "[CLS]", "[SEP]", "sanction", "##s", "##ed", "un", "##san", "'", "zurich", `"`, "-", ".", "u", "s", "e", "##e"}
	v := newVocabulary(list)
	for word, want := range map[string][]string{
		"sanctions": {"sanction", "##s"},
		"Sanction":  {"sanction"},
		"unsan":     {"un", "##san"},
		"xyz":       {"[UNK]"},
		"Zürich":    {"zurich"},
		"’s":        {"'", "s"},
		"“":         {`"`},
		"—":         {"-"},
		"U.S.":      {"u", ".", "s", "."},
		"\u200d":    {"[UNK]"},
		"eeeeeeeeeeeeeeee": {"e", "##e", "##e", "##e", "##e", "##e", "##e", "##e", "##e", "##e", "##e",
			"##e"}, // no more than twelve
	} {
		var got []string
		for _, id := range v.split(nil, word) {
			got = append(got, list[id])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestShape(t *testing.T) {
	for word, want := range map[string]int{
		"—": 1, "12": 2, "1.5": 3, "30th": 4, "B2": 5, "lower": 6, "e.g.": 7, "A": 8, "J.": 9, "NASA": 10, "U.S.": 11,
		"Seoul": 12, "Ph.": 13, "McCain": 14, "iPhone": 15, "Ø": 8, "²": 2, "": 1,
	} {
		if got := Shape(word); got != want {
			t.Errorf("%q has shape %d, want %d", word, got, want)
		}
	}
}
