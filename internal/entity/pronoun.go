package entity

import (
	"slices"
	"strings"

	"newsgraph/internal/syntax"
)

// recall is a mention as later words look back on it.
type recall struct {
	entities        []int
	sentence, token int
	subject, plural bool
}

// reach is how many sentences a pronoun looks back.
const reach = 3

// remember notes a mention, and the coordination that it begins as one plural mention more.
func (r *resolver) remember(t syntax.Tree, s, i int, plural bool) {
	if !headed(t, i) {
		return
	}
	subject := t.Label(i) == "nsubj"
	who := r.cast.Who(s, i)
	r.recent = append(r.recent, recall{slices.Clone(who), s, i, subject, plural})
	if t.Label(i) == "conj" {
		first := t.Tokens[i].Head
		for t.Label(first) == "conj" {
			first = t.Tokens[first].Head
		}
		var all []int
		for _, c := range t.Conjuncts(first) {
			if c <= i {
				all = append(all, r.cast.Who(s, c)...)
			}
		}
		if len(all) > 1 {
			r.recent = append(r.recent, recall{all, s, i, t.Label(first) == "nsubj", true})
		}
	}
}

// headed says whether a token is the one word of its mention that the rest of the sentence depends on.
func headed(t syntax.Tree, i int) bool {
	switch t.Label(i) {
	case "flat", "fixed", "goeswith", "punct", "det", "case":
		return false
	}
	return true
}

// pronoun points a pronoun to its antecedent.
func (r *resolver) pronoun(t syntax.Tree, s, i int) {
	var found []int
	switch word := strings.ToLower(t.Tokens[i].Text); word {
	case "he", "him", "his", "himself":
		found = r.look(t, s, i, r.person3('m'))
	case "she", "her", "hers", "herself":
		found = r.look(t, s, i, r.person3('f'))
	case "it", "its", "itself":
		if t.Label(i) != "expl" {
			found = r.look(t, s, i, r.thing)
		}
	case "they", "them", "their", "theirs", "themselves":
		found = r.look(t, s, i, r.many)
		if found == nil {
			found = r.look(t, s, i, r.any)
		}
	}
	for _, e := range found {
		r.cast.refer(e, Mention{Sentence: s, First: i, Last: i, Head: i, Form: Pronominal})
	}
	if found != nil {
		r.remember(t, s, i, len(found) > 1)
	}
}

// look finds the best mention behind token i that fits: near, and rather a subject.
func (r *resolver) look(t syntax.Tree, s, i int, fits func(recall) bool) []int {
	best, top := -1, 0.0
	verb := t.Tokens[i].Head
	possessive := t.Tokens[i].Label == "nmod:poss"
	for k := len(r.recent) - 1; k >= 0; k-- {
		c := r.recent[k]
		if s-c.sentence > reach {
			break
		}
		if !fits(c) {
			continue
		}
		score := -3 * float64(s-c.sentence)
		if c.subject {
			score += 2
		}
		if c.sentence == s {
			if !possessive && t.Tokens[c.token].Head == verb {
				continue // "X condemned him": not X
			}
			score -= float64(i-c.token) / 50
		} else {
			score -= float64(len(r.recent)-k) / 200
		}
		if best < 0 || score > top {
			best, top = k, score
		}
	}
	if best < 0 {
		return nil
	}
	return r.recent[best].entities
}

func (r *resolver) person3(gender byte) func(recall) bool {
	return func(c recall) bool {
		if len(c.entities) != 1 {
			return false
		}
		e := &r.cast.Entities[c.entities[0]]
		if e.Kind != Person {
			return false
		}
		g := r.gender(e)
		return g == 0 || g == gender
	}
}

// gender is 'm', 'f' or 0, from the role or the given name.
func (r *resolver) gender(e *Entity) byte {
	for _, w := range strings.Fields(strings.ToLower(e.Role)) {
		switch {
		case w == "mr." || w == "mr" || w == "king" || w == "prince" || w == "sheikh" || w == "emir" || w == "pope" || strings.HasSuffix(w, "man") && w != "german":
			return 'm'
		case w == "mrs." || w == "ms." || w == "mrs" || w == "ms" || w == "queen" || w == "princess" || strings.HasSuffix(w, "woman"):
			return 'f'
		}
	}
	return Gender(e.Name)
}

func (r *resolver) thing(c recall) bool {
	if len(c.entities) != 1 || c.plural {
		return false
	}
	k := r.cast.Entities[c.entities[0]].Kind
	return k == Country || k == Organization
}

func (r *resolver) many(c recall) bool {
	return c.plural && len(c.entities) > 0
}

func (r *resolver) any(c recall) bool {
	return len(c.entities) == 1 && r.cast.Entities[c.entities[0]].Kind != Person
}

// anaphor resolves a definite noun phrase: "the bloc", "the minister", "the two countries".
func (r *resolver) anaphor(t syntax.Tree, s, i int) []int {
	tok := &t.Tokens[i]
	if det := t.Kid(i, "det"); det < 0 || !oneOf(t.Tokens[det].Text, "the", "this", "that", "both", "these", "those") {
		return nil
	}
	kind := anaphorKind(tok.Text)
	if kind == "" {
		return nil
	}
	if tok.XPOS == "NNS" || tok.XPOS == "NNPS" {
		return r.pair(t, s, i, kind)
	}
	if kind == Person {
		return r.official(t, s, i)
	}
	return r.look(t, s, i, func(c recall) bool {
		return len(c.entities) == 1 && r.cast.Entities[c.entities[0]].Kind == kind
	})
}

// official finds whom "the president" or "the foreign minister" means: somebody near who has that office, else the only one
// of the article so far.
func (r *resolver) official(t syntax.Tree, s, i int) []int {
	wanted := []string{strings.ToLower(t.Tokens[i].Text)}
	for _, k := range t.Kids(i) {
		if l := t.Label(k); l == "compound" || l == "amod" {
			wanted = append(wanted, strings.ToLower(t.Tokens[k].Text))
		}
	}
	holds := func(e int) bool {
		if r.cast.Entities[e].Kind != Person {
			return false
		}
		role := strings.Fields(strings.ToLower(r.cast.Entities[e].Role))
		for _, w := range wanted {
			if !slices.Contains(role, w) {
				return false
			}
		}
		for _, lesser := range []string{"vice", "deputy", "former", "assistant"} {
			if slices.Contains(role, lesser) && !slices.Contains(wanted, lesser) {
				return false
			}
		}
		return true
	}
	if near := r.look(t, s, i, func(c recall) bool { return len(c.entities) == 1 && holds(c.entities[0]) }); near != nil {
		return near
	}
	var only []int
	for e := range r.cast.Entities {
		if holds(e) {
			only = append(only, e)
		}
	}
	if len(only) == 1 {
		return only
	}
	return nil
}

// pair finds the two entities of "the two countries", "both sides": the latest coordination of such, else the two latest.
func (r *resolver) pair(t syntax.Tree, s, i int, kind Kind) []int {
	if !counted(t, i) {
		return r.colleagues(t, i, kind)
	}
	fits := func(e int) bool {
		k := r.cast.Entities[e].Kind
		return k == kind || kind == Country && k == Organization
	}
	var two []int
	for k := len(r.recent) - 1; k >= 0 && s-r.recent[k].sentence <= reach+2; k-- {
		c := r.recent[k]
		if len(c.entities) == 2 && c.plural && fits(c.entities[0]) && fits(c.entities[1]) && c.entities[0] != c.entities[1] {
			return c.entities
		}
		if len(c.entities) == 1 && fits(c.entities[0]) && !slices.Contains(two, c.entities[0]) && len(two) < 2 {
			two = append(two, c.entities[0])
		}
	}
	if len(two) < 2 {
		return nil
	}
	return two
}

// colleagues finds whom "the leaders" or "the ministers" means where nothing counts them: the holders of such an office, if
// the text has told of two so far.
func (r *resolver) colleagues(t syntax.Tree, i int, kind Kind) []int {
	if kind != Person || t.Kid(i, "amod", "compound", "nmod", "acl") >= 0 {
		return nil
	}
	office := strings.ToLower(t.Tokens[i].Lemma)
	var found []int
	for e := range r.cast.Entities {
		if a := &r.cast.Entities[e]; a.Kind == Person && (office == "leader" && leads(a.Role) || slices.Contains(strings.Fields(strings.ToLower(a.Role)), office)) {
			found = append(found, e)
		}
	}
	if len(found) != 2 {
		return nil
	}
	return found
}

// leads says whether a role is that of a head of state or government.
func leads(role string) bool {
	words := strings.Fields(strings.ToLower(role))
	return slices.ContainsFunc(words, func(w string) bool {
		return oneOf(w, "president", "premier", "chancellor", "king", "queen", "emir", "sultan", "leader", "taoiseach")
	}) && !slices.Contains(words, "vice") || strings.Contains(strings.ToLower(role), "prime minister")
}

func oneOf(word string, among ...string) bool {
	return slices.ContainsFunc(among, func(s string) bool { return strings.EqualFold(s, word) })
}

// anaphorKind is the kind of entity that a noun with "the" looks back to, "" if none.
func anaphorKind(noun string) Kind {
	switch country, organization, person, _ := Anaphor(noun); {
	case country:
		return Country
	case organization:
		return Organization
	case person || isOffice(noun):
		return Person
	}
	return ""
}
