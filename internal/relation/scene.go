package relation

import (
	"slices"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

// scene is one sentence with its tree and its actors.
type scene struct {
	syntax.Tree
	sentence int
	cast     *entity.Cast
	voice    *voice
}

// depth bounds every climb along a tree.
const depth = 6

// refers lists the entities to which the word at token i refers, relative pronouns and first persons included.
func (s *scene) refers(i int) []int {
	if who := s.cast.Who(s.sentence, i); len(who) > 0 {
		return who
	}
	if noun := s.antecedent(i); noun >= 0 && noun != i {
		if who := s.actors(noun, false); len(who) > 0 {
			return who
		}
		return s.owner(noun, depth)
	}
	if who := s.voice.speaker(s, i); who >= 0 {
		return []int{who}
	}
	return nil
}

// antecedent is the noun for which a relative pronoun stands, -1 if the token is none.
func (s *scene) antecedent(i int) int {
	switch s.Tokens[i].XPOS {
	case "WDT", "WP", "WP$":
	default:
		return -1
	}
	for h, n := s.Tokens[i].Head, 0; h >= 0 && n < depth; h, n = s.Tokens[h].Head, n+1 {
		if s.Tokens[h].Label == "acl:relcl" {
			return s.Tokens[h].Head
		}
	}
	return -1
}

// actors lists the entities of a phrase by its head: of all its conjuncts, and, with owner, those to whom a thing or place
// belongs when it is no actor itself ("North Korea's support" → North Korea).
func (s *scene) actors(head int, owner bool) []int {
	var found []int
	for _, c := range s.Conjuncts(head) {
		if c != head && s.Tokens[c].UPOS == "VERB" {
			continue
		}
		who := s.refers(c)
		if len(who) == 0 {
			if a := s.Kid(c, "appos"); a >= 0 {
				who = s.refers(a)
			}
		}
		if len(who) == 0 && quantity(s.Tokens[c].Lemma) { // "hundreds of protesters", "a number of countries"
			for _, k := range s.Kids(c) {
				if s.Label(k) == "nmod" && s.Case(k) == "of" {
					who = append(who, s.actors(k, owner)...)
				}
			}
		}
		if len(who) == 0 && owner {
			who = s.owner(c, depth)
		}
		for _, e := range who {
			if !slices.Contains(found, e) {
				found = append(found, e)
			}
		}
	}
	return found
}

func quantity(lemma string) bool {
	switch lemma {
	case "number", "hundred", "thousand", "dozen", "ten", "million", "group", "majority", "member", "most", "all", "some", "many", "each", "both", "part", "one", "two", "three", "several", "score", "lot", "couple", "handful", "coalition":
		return true
	}
	return false
}

// owner lists those to whom the thing or place at token i belongs: possessor, demonym, "of" phrase, then where it lies.
func (s *scene) owner(i, left int) []int {
	if left == 0 {
		return nil
	}
	for _, labels := range [][]string{{"nmod:poss"}, {"amod", "compound", "nmod:desc", "nmod:unmarked"}} {
		for _, k := range s.Kids(i) {
			if slices.Contains(labels, s.Tokens[k].Label) {
				if who := s.actors(k, false); len(who) > 0 {
					return who
				}
			}
		}
	}
	for _, cases := range [][]string{{"of"}, {"by", "against", "to", "for", "with", "from", "between", "among"}, {"in", "at", "on", "near", "inside", "into", "around", "outside"}} {
		for _, k := range s.Kids(i) {
			if s.Label(k) == "nmod" && slices.Contains(cases, s.Case(k)) {
				if who := s.actors(k, false); len(who) > 0 {
					return who
				}
				if who := s.owner(k, left-1); len(who) > 0 {
					return who
				}
			}
		}
	}
	return s.host(i)
}

// host is the country of the place at token i.
func (s *scene) host(i int) []int {
	if _, iso3, ok := s.cast.Where(s.sentence, i); ok && iso3 != "" {
		if e, ok := s.cast.CountryOf(iso3); ok {
			return []int{e}
		}
	}
	return nil
}
