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
		if who := s.actors(noun, nil); len(who) > 0 {
			return who
		}
		return s.owner(noun, nil, depth)
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

// actors lists the entities of a phrase by its head: of all its conjuncts.
func (s *scene) actors(head int, not []int) []int { return s.party(head, false, not) }

// owners lists the entities of a phrase, or to whom a thing or place belongs that is no actor itself ("North Korea's
// support" → North Korea). Whoever is in not is passed over: "lifted its ban on Ukrainian barges" → Ukraine.
func (s *scene) owners(head int, not []int) []int { return s.party(head, true, not) }

func (s *scene) party(head int, owner bool, not []int) []int {
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
					who = append(who, s.party(k, owner, not)...)
				}
			}
		}
		if len(who) == 0 && owner {
			who = s.owner(c, not, depth)
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
// Whoever is in not is passed over.
func (s *scene) owner(i int, not []int, left int) []int {
	if left == 0 {
		return nil
	}
	others := func(who []int) []int {
		if len(not) == 0 {
			return who
		}
		return slices.DeleteFunc(slices.Clone(who), func(e int) bool { return slices.Contains(not, e) })
	}
	if who := s.possessor(i, others); len(who) > 0 {
		return who
	}
	for _, cases := range [][]string{{"of"}, {"by", "against", "to", "for", "with", "from", "between", "among", "on"}, {"in", "at", "near", "inside", "into", "around", "outside"}} {
		for _, k := range s.Kids(i) {
			if s.Label(k) == "nmod" && slices.Contains(cases, s.Case(k)) {
				if who := others(s.actors(k, nil)); len(who) > 0 {
					return who
				}
				if who := s.owner(k, not, left-1); len(who) > 0 {
					return who
				}
			}
		}
	}
	return others(s.host(i))
}

// possessor lists those whom a noun's possessive names, else its adjectives and compounds, of whom keep leaves any.
func (s *scene) possessor(i int, keep func([]int) []int) []int {
	for _, labels := range [][]string{{"nmod:poss"}, {"amod", "compound", "nmod:desc", "nmod:unmarked"}} {
		for _, k := range s.Kids(i) {
			if slices.Contains(labels, s.Tokens[k].Label) {
				if who := keep(s.actors(k, nil)); len(who) > 0 {
					return who
				}
			}
		}
	}
	return nil
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
