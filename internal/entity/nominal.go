package entity

import (
	"strings"

	"newsgraph/internal/syntax"
)

// read goes through a sentence from left to right: names are remembered, noun phrases and pronouns are given the entities
// they stand for.
func (r *resolver) read(s int) {
	t := r.trees[s]
	for i := range t.Tokens {
		switch tok := &t.Tokens[i]; {
		case len(r.cast.Who(s, i)) > 0:
			r.remember(t, s, i, false)
		case tok.UPOS == "NOUN" || tok.UPOS == "PROPN":
			if r.nominal(t, s, i) {
				r.remember(t, s, i, tok.XPOS == "NNS" || tok.XPOS == "NNPS" || tok.Lemma == "police" || tok.Lemma == "people")
			}
		case tok.UPOS == "PRON" || tok.XPOS == "PRP$":
			r.pronoun(t, s, i)
		}
	}
}

// nominal gives the noun at token i its entity: forces, ministries and officials are their state or body (GUIDE, convention
// 6), a collective is a group, a definite noun phrase is somebody told of before.
func (r *resolver) nominal(t syntax.Tree, s, i int) bool {
	tok := &t.Tokens[i]
	owners := r.owners(t, s, i)
	m := Mention{Sentence: s, First: i, Last: i, Head: i, Form: Nominal}
	for _, k := range t.Kids(i) {
		if l := t.Label(k); (l == "amod" || l == "compound" || l == "nmod" && t.Tokens[k].Label == "nmod:poss") && k < m.First {
			m.First = k
		}
	}
	if len(owners) == 0 && (counted(t, i) || anaphorKind(tok.Text) == Person) && r.resume(t, s, i, m) {
		return true
	}
	use, _ := nominals().lookup(tok.Text)
	plural := tok.XPOS == "NNS" || tok.XPOS == "NNPS"
	switch {
	case folds(tok) && privately(t, i):
		if plural {
			r.cast.Collect(t, s, i)
		}
		return plural
	case folds(tok):
		if len(owners) == 0 {
			if home, ok := r.home(t, s); ok && definite(t, i) {
				owners = []int{home}
			}
		}
		for _, o := range owners {
			r.belong(o, m)
		}
		return len(owners) > 0
	case use.group && r.absorb(t, use, owners, m):
		return true
	case use.group && t.Label(i) != "compound" && (plural || use.collective):
		r.cast.Collect(t, s, i)
		return true
	}
	return len(owners) == 0 && r.resume(t, s, i, m)
}

// resume points a noun phrase that takes up what was told of to whom it means.
func (r *resolver) resume(t syntax.Tree, s, i int, m Mention) bool {
	found := r.anaphor(t, s, i)
	for _, e := range found {
		r.cast.refer(e, m)
	}
	return len(found) > 0
}

// belong makes the head of a noun phrase refer to the country or body whose people or part it names. "Hamas fighters" names
// Hamas once, by its own name; "North Korean troops" is a way to call the country.
func (r *resolver) belong(owner int, m Mention) {
	if r.cast.Entities[owner].Kind == Organization {
		r.cast.point(m.Sentence, m.Head, owner)
		return
	}
	r.cast.refer(owner, m)
}

// absorb makes unnamed people their country (GUIDE, convention 15), and the members and staff of a body that body. Those who
// act for themselves ("Belarusian protesters") stay a group, as do those who are others of somebody ("US allies", but not "our
// Turkish allies") and whom a body only has to do with ("Hamas hostages").
func (r *resolver) absorb(t syntax.Tree, use nominal, owners []int, m Mention) bool {
	if use.relational {
		if whose := t.Kid(m.Head, "nmod:poss"); whose < 0 || t.Tokens[whose].XPOS != "PRP$" {
			return false
		}
	}
	done := false
	for _, o := range owners {
		if body := r.cast.Entities[o].Kind == Organization; body && use.member || !body && !use.acting {
			r.belong(o, m)
			done = true
		}
	}
	return done
}

// privately says whether officials are those of a hospital, company or club, not of the state.
func privately(t syntax.Tree, i int) bool {
	for _, k := range t.Kids(i) {
		if t.Label(k) == "compound" && k < i {
			_, organization, _, _ := Anaphor(t.Tokens[k].Text)
			if _, state := FoldsToState(t.Tokens[k].Text); organization && !state {
				return true
			}
		}
	}
	return false
}

// owners are the countries and organisations that a noun's modifiers name: "North Korean troops", "Hamas fighters", "the
// government of Iraq".
func (r *resolver) owners(t syntax.Tree, s, i int) []int {
	var found []int
	take := func(k int) {
		for _, c := range t.Conjuncts(k) {
			for _, e := range r.cast.Who(s, c) {
				if kind := r.cast.Entities[e].Kind; kind == Country || kind == Organization {
					found = append(found, e)
				}
			}
		}
	}
	for _, k := range t.Kids(i) {
		switch l := t.Tokens[k].Label; {
		case l == "nmod:poss", l == "amod", l == "compound", l == "nmod:desc":
			take(k)
		}
	}
	if len(found) == 0 {
		for _, k := range t.Kids(i) {
			if t.Label(k) == "nmod" && (t.Case(k) == "of" || t.Case(k) == "from") {
				take(k)
			}
		}
	}
	return found
}

func definite(t syntax.Tree, i int) bool {
	det := t.Kid(i, "det")
	if det >= 0 {
		return strings.EqualFold(t.Tokens[det].Text, "the")
	}
	return t.Tokens[i].XPOS == "NNS" || t.Tokens[i].XPOS == "NNP" || t.Tokens[i].Lemma == "police"
}

// home is the country whose government, police or army an article means when it names none: the only one of the sentence,
// else the one that most of the article's mentions name.
func (r *resolver) home(t syntax.Tree, s int) (int, bool) {
	only := -1
	for i := range t.Tokens {
		for _, e := range r.cast.Who(s, i) {
			if r.cast.Entities[e].Kind == Country && e != only {
				if only >= 0 {
					only = -2
				}
				if only == -1 {
					only = e
				}
			}
		}
	}
	if only >= 0 {
		return only, true
	}
	total, most := 0, -1
	for e := range r.cast.Entities {
		if r.cast.Entities[e].Kind != Country {
			continue
		}
		n := len(r.cast.Entities[e].Mentions)
		total += n
		if most < 0 || n > len(r.cast.Entities[most].Mentions) {
			most = e
		}
	}
	if most >= 0 && 2*len(r.cast.Entities[most].Mentions) > total {
		return most, true
	}
	return 0, false
}

// folds says whether a noun is its state or body: troops, government, officials, embassy.
func folds(tok *syntax.Token) bool {
	_, ok := FoldsToState(tok.Text)
	return ok
}

// counted says whether a noun phrase counts its two: "the two allies", "both sides".
func counted(t syntax.Tree, i int) bool {
	for _, k := range t.Kids(i) {
		if l := t.Label(k); (l == "nummod" || l == "det") && oneOf(t.Tokens[k].Text, "two", "both") {
			return true
		}
	}
	return false
}
