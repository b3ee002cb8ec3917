package syntax

// repair mends what no tree of Universal Dependencies has: a verb with two subjects or two objects. The arc scores of
// single words do not see that the place is taken. The second one is a conjunct where it brings its own "and" or stands in a
// list that ends with one ("Seoul, Tokyo and Brussels condemned …"), and in apposition where a comma leads it in ("the
// minister, Wanjiru Kamau, said").
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
		if first < 0 {
			continue
		}
		switch comma := leads(s, i, ","); {
		case leads(s, i, "and"), leads(s, i, "or"), leads(s, i, "&"), comma && listed(s, i):
			t.Head, t.Label = first, "conj"
		case comma:
			t.Head, t.Label = first, "appos"
		}
	}
}

// leads says whether a word stands before token i and depends on it.
func leads(s *Sentence, i int, word string) bool {
	for k := i - 1; k >= 0; k-- {
		if s.Tokens[k].Head == i && s.Tokens[k].Text == word {
			return true
		}
	}
	return false
}

// listed says whether another word with the place of token i follows it with an "and" or "or" of its own.
func listed(s *Sentence, i int) bool {
	for k := i + 1; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; (t.Head == s.Tokens[i].Head && t.Label == s.Tokens[i].Label || t.Head == i && t.Label == "conj") && (leads(s, k, "and") || leads(s, k, "or")) {
			return true
		}
	}
	return false
}
