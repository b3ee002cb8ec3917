package entity

import (
	"slices"
	"strings"

	"newsgraph/internal/syntax"
)

// titles reads the offices of the persons named in a sentence: in front of the name ("South Korean Foreign Minister
// Cho Tae-yul"), in apposition behind it ("Borrell, the EU foreign policy chief,") or before it ("the EU foreign policy
// chief, Josep Borrell").
func (r *resolver) titles(s int) {
	t := r.trees[s]
	slices.SortStableFunc(r.called[s], func(a, b calling) int { return a.entity - b.entity })
	for _, c := range r.called[s] {
		if first, ok := r.front(t, s, c.First); ok {
			r.hold(t, s, c.entity, first, c.First-1)
			r.behind(t, s, c)
		}
		if first, last, ok := r.apposition(t, s, c.Mention); ok && !r.introduces(s, last) {
			r.hold(t, s, c.entity, first, last)
		}
	}
}

// behind reads whom a title serves that is named behind the person: "Prime Minister Marape of Papua New Guinea".
func (r *resolver) behind(t syntax.Tree, s int, c calling) {
	p := &r.cast.Entities[c.entity]
	of := c.Last + 1
	if office, _ := Office(p.Role); p.Represents != "" || !office.serves() || of >= len(t.Tokens) || t.Tokens[of].Text != "of" {
		return
	}
	for i := of + 1; i < len(t.Tokens); i++ {
		for _, e := range r.cast.Who(s, i) {
			if r.cast.Entities[e].Kind == Country {
				p.Represents = r.cast.Entities[e].ID
			}
			return
		}
		if !strings.EqualFold(t.Tokens[i].Text, "the") {
			return
		}
	}
}

// introduces says whether a title that ends at a token belongs to the person named right behind it: in a list, "Lisa Monaco,
// Director of the Bureau Steve Dettelbach".
func (r *resolver) introduces(s, last int) bool {
	next := last + 1
	return next < len(r.trees[s].Tokens) && r.is(s, next, Person)
}

// serves says whether the holder of an office acts for a country or body.
func (o OfficeTitle) serves() bool {
	return o.Class != "" && o.Class != PrivateRole && o.Class != LocalOffice && o.Class != Cleric && o.Class != Honorific
}

// front finds the first token of the title that ends right before token name.
func (r *resolver) front(t syntax.Tree, s, name int) (int, bool) {
	if name > 0 && (t.Tokens[name-1].Text == "of" || t.Tokens[name-1].Text == "for") { // "survivors of X"
		return name, false
	}
	first, office, pending := name, false, false // pending: beyond an "of" or "the" that only an office or a name may claim
	for i := name - 1; i >= 0; i-- {
		tok := &t.Tokens[i]
		word := strings.ToLower(tok.Text)
		switch {
		case isOffice(tok.Text):
			first, office, pending = i, true, false
			continue
		case r.is(s, i, Person):
		case r.is(s, i, Country), r.is(s, i, Organization):
			first, pending = i, false
			continue
		case word == "of" || word == "for" || word == "the":
			pending = true
			continue
		case word == "'s" || word == "’s" || word == "-" || word == "'" || word == "’":
			continue
		case word == "and" && !office, word == "&":
			continue
		case tok.UPOS == "PROPN", !pending && (tok.UPOS == "ADJ" || tok.UPOS == "NOUN") && (office || capital(tok.Text)):
			first, pending = i, false
			continue
		}
		break
	}
	for first < name && strings.EqualFold(t.Tokens[first].Text, "the") {
		first++
	}
	return first, office && first < name
}

// apposition finds the title that stands beside a name, parted from it by a comma.
func (r *resolver) apposition(t syntax.Tree, s int, m Mention) (first, last int, ok bool) {
	head := -1
	for i := m.First; i <= m.Last; i++ {
		for _, k := range t.Kids(i) {
			if t.Label(k) == "appos" && k > m.Last && isOffice(t.Tokens[k].Text) {
				head = k
			}
		}
	}
	if h := t.Tokens[m.Head].Head; head < 0 && t.Label(m.Head) == "appos" && isOffice(t.Tokens[h].Text) && h < m.First {
		head = h
	}
	if head < 0 || t.Tokens[head].XPOS == "NNS" && t.Case(head) != "of" { // several are not one, but for "one of the leaders"
		return 0, 0, false
	}
	if mark := t.Kid(head, "mark"); mark >= 0 && t.Tokens[mark].Text == "to" { // "to be Secretary of the Army": not yet
		return 0, 0, false
	}
	first, last = head, head
	for _, k := range t.Kids(head) {
		switch label := t.Label(k); {
		case label == "det", label == "appos", label == "acl", label == "conj", label == "punct", label == "cc", label == "case", label == "parataxis",
			label == "nsubj", label == "cop", label == "aux", label == "mark", label == "advcl":
		default:
			f, l := t.Bounds(k)
			if f <= m.Last && l >= m.First {
				continue
			}
			first, last = min(first, f), max(last, l)
		}
	}
	if first <= m.Last && last >= m.First || first < m.First && last > m.Last {
		return 0, 0, false
	}
	return first, last, true
}

// hold gives a person the title at tokens first to last, if it is the fullest so far, and makes its words refer to them.
func (r *resolver) hold(t syntax.Tree, s, person, first, last int) {
	for i := first; i <= last; i++ {
		if r.is(s, i, Person) && !slices.Contains(r.cast.Who(s, i), person) {
			return // somebody else's title
		}
	}
	title := text(t, first, last)
	office, _ := Office(title)
	principal := ""
	acts := office.Class == "" || office.serves()
	for i := first; i <= last; i++ {
		for _, e := range r.cast.Who(s, i) {
			if k := r.cast.Entities[e].Kind; principal == "" && acts && (k == Country || k == Organization) {
				principal = r.cast.Entities[e].ID
			}
		}
		if isOffice(t.Tokens[i].Text) && len(r.cast.Who(s, i)) == 0 {
			r.cast.point(s, i, person)
		}
	}
	if principal == "" { // the country named with it comes first: "Georgian Secretary of State"
		principal = office.Principal
	}
	p := &r.cast.Entities[person]
	if len(title) > len(p.Role) {
		p.Role = title
	}
	if p.Represents == "" && principal != "" {
		p.Represents = principal
		if e := ByID(principal); e != nil {
			r.cast.add((&Alias{Entry: e}).entity())
		}
	}
}

// is says whether a token refers to an entity of a kind.
func (r *resolver) is(s, token int, kind Kind) bool {
	for _, e := range r.cast.Who(s, token) {
		if r.cast.Entities[e].Kind == kind {
			return true
		}
	}
	return false
}

// isOffice says whether a word by itself is an office ("minister", "Chancellor").
func isOffice(word string) bool {
	o, ok := offices().lookup(word)
	return ok && o.Class != Honorific
}
