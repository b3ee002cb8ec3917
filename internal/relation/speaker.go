package relation

import (
	"slices"
	"strings"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

// speakers are the entities of the words that fill a speaker's slot. Where a word names nobody, an office or a document in it
// speaks for whom it belongs to: "the Senate's spokesman", "a report by Kenya", and "the report" behind that.
func (l *listener) speakers(s *scene, fillers []int) []int {
	var who []int
	for _, f := range fillers {
		found := s.actors(f, nil)
		if len(found) == 0 && (s.Tokens[f].UPOS == "NOUN" || s.Tokens[f].UPOS == "PROPN") {
			found = l.behind(s, f)
		}
		who = append(who, found...)
	}
	return who
}

// behind lists for whom the office or document at token n speaks.
func (l *listener) behind(s *scene, n int) []int {
	class := words().mouth[strings.ToLower(s.Tokens[n].Lemma)]
	if class == "" {
		return nil
	}
	bodies := func(who []int) []int {
		if class == document {
			return who
		}
		return slices.DeleteFunc(slices.Clone(who), func(e int) bool {
			k := l.cast.Entities[e].Kind
			return k != entity.Country && k != entity.Organization
		})
	}
	who := s.possessor(n, bodies)
	for _, k := range s.Kids(n) {
		if c := s.Case(k); len(who) == 0 && s.Label(k) == "nmod" && (c == "by" || c == "from" || c == "of" || c == "for") {
			if class == document && c != "by" && c != "from" {
				continue // a report of or for somebody need not be theirs
			}
			if who = bodies(s.actors(k, nil)); len(who) == 0 {
				who = l.behind(s, k)
			}
		}
	}
	if class == document {
		if len(who) > 0 {
			l.issued[s.Tokens[n].Lemma] = who
		} else if det := s.Kid(n, "det"); det >= 0 && strings.EqualFold(s.Tokens[det].Text, "the") {
			who = l.issued[s.Tokens[n].Lemma]
		}
	}
	return who
}

// according reads "according to X, clause" and "clause, according to X".
func (l *listener) according(s *scene, i int) {
	x := s.Tokens[i].Head
	if s.Label(i) != "case" && s.Label(i) != "fixed" || x < 0 {
		for _, k := range s.Kids(i) {
			if s.Label(k) == "obl" {
				x = k
			}
		}
	}
	if x < 0 || x == i || i+1 >= len(s.Tokens) || !strings.EqualFold(s.Tokens[i+1].Text, "to") {
		return
	}
	who := l.speakers(s, []int{x})
	if len(who) == 0 {
		return
	}
	first, last := s.clauseAround(i, x)
	if first < last {
		l.say(s, who, []syntax.Span{l.clause(s, first, last)}, s.Cover(i, i+1))
	}
}

// clauseAround is the clause that "according to x", with "according" at token i, attributes: behind it where it opens the
// sentence, else the main clause before it, however deep the parser hung it there.
func (s *scene) clauseAround(i, x int) (first, last int) {
	xf, xl := s.Bounds(x)
	opens := true
	for t := range i {
		opens = opens && (s.Tokens[t].UPOS == "PUNCT" || s.Tokens[t].UPOS == "CCONJ" || s.Tokens[t].UPOS == "ADV")
	}
	if opens {
		comma := x
		for comma < xl && s.Tokens[comma].Text != "," {
			comma++
		}
		return comma + 1, len(s.Tokens) - 1
	}
	top := x
	if s.Under(x, i) {
		top = i
	}
	for h, n := s.Tokens[top].Head, 0; h >= 0 && n < 2*depth; h, n = s.Tokens[h].Head, n+1 {
		top = h
		if label := s.Tokens[h].Label; label == "ccomp" || s.Label(h) == "conj" && s.verbal(h) && s.Kid(h, "nsubj", "nsubj:pass") >= 0 {
			break
		}
	}
	first, _ = s.Bounds(top)
	return first, min(i, xf) - 1
}
