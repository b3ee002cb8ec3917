package syntax

import "strings"

// repair mends what no tree of Universal Dependencies has: a verb with two subjects or two objects of which the second
// brings its own "and". It is a conjunct of the first ("Seoul and Brussels condemned …"). The arc scores of single words
// do not see that the place is taken.
func repair(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch t.Label {
		case "nsubj", "nsubj:pass", "obj":
		default:
			continue
		}
		first := -1
		for k := range s.Tokens[:i] {
			if s.Tokens[k].Head == t.Head && s.Tokens[k].Label == t.Label {
				first = k
				break
			}
		}
		if first >= 0 && coordinator(s, i) > first {
			t.Head, t.Label = first, "conj"
		}
	}
}

// coordinator is the "and" or "or" that depends on token i and stands before it, -1 if there is none.
func coordinator(s *Sentence, i int) int {
	for k := i - 1; k >= 0; k-- {
		if s.Tokens[k].Head == i && s.Tokens[k].Label == "cc" && !strings.EqualFold(s.Tokens[k].Text, "but") {
			return k
		}
	}
	return -1
}
