package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsgraph/internal/syntax"
)

// description is how a text calls people without a name: by the noun phrase that tells them from others.
type description struct {
	first, last int      // the noun phrase as it stands
	name, id    []string // its words without articles and quantities; in the id actors and countries stand under their own
	countries   []string // codes of the countries whose people they are, or where they are
	anchored    bool     // something named says which people they are
	bare        bool     // nothing but the noun
	represents  string
}

// longest is how many words a modifier or complement may have to be part of a name.
const longest = 6

// Collect makes an entity of the people that the noun at token i names without a name: "two police officers", "associates of
// Navalny", "the suspect". Where the phrase says nothing of which people they are, they are those of the country where the
// text is set, else of this text alone: one node for all "people" of all articles would be nobody.
func (c *Cast) Collect(t syntax.Tree, s, i int) int {
	d := description{first: i, last: i, bare: true}
	noun := strings.ToLower(t.Tokens[i].Text)
	if tok := &t.Tokens[i]; tok.UPOS == "NUM" || quantity(tok.Lemma) {
		for _, k := range t.Kids(i) {
			if t.Label(k) == "nmod" && t.Case(k) == "of" && t.Tokens[k].UPOS == "NOUN" {
				return c.Collect(t, s, k)
			}
		}
		noun = "people"
	}
	c.complement(&d, t, s, i)
	name := noun
	if tok := &t.Tokens[i]; noun == strings.ToLower(tok.Text) && (i > 0 || tok.UPOS == "PROPN") { // "Christians", but not "Protesters marched"
		name = tok.Text
	}
	d.name, d.id = append([]string{name}, d.name...), append([]string{noun}, d.id...)
	c.modifiers(&d, t, s, i)
	m := Mention{Sentence: s, First: d.first, Last: d.last, Head: i, Form: Nominal}
	if known, ok := c.groups[noun]; ok && d.bare && resumed(t, i) {
		c.refer(known, m)
		return known
	}
	if !d.anchored {
		d.set(c.setting(t, s, i), c.mark)
	}
	e := c.add(Entity{
		ID: "group:" + slug(strings.Join(append(d.countries, d.id...), " ")), Kind: Group, Name: strings.Join(d.name, " "), Represents: d.represents,
	})
	c.groups[noun] = e
	c.refer(e, m)
	return e
}

// set keeps people whom nothing named tells from others apart by where they are.
func (d *description) set(iso3, mark string) {
	if iso3 != "" {
		d.countries = append(d.countries, iso3)
	} else {
		d.id = append(d.id, mark)
	}
}

// Personal tells whether a word names people: by what they do or are, their office or force, or how many they are.
func Personal(tok *syntax.Token) bool {
	if tok.UPOS == "NUM" || quantity(tok.Lemma) {
		return true
	}
	if tok.UPOS != "NOUN" && tok.UPOS != "PROPN" && tok.UPOS != "ADJ" {
		return false
	}
	noun := tok.Text[strings.LastIndexByte(tok.Text, '-')+1:] // "non-citizens", "counter-protesters"
	_, known := nominals().lookup(noun)
	_, force := FoldsToState(noun)
	return known || force || isOffice(noun)
}

// quantity says whether a noun counts people: "hundreds of migrants", "dozens".
func quantity(lemma string) bool {
	switch lemma {
	case "ten", "dozen", "score", "hundred", "thousand", "million", "other", "number", "majority", "handful":
		return true
	}
	return false
}

// resumed says whether a noun phrase takes up what the text has told of: "the protesters", "those men".
func resumed(t syntax.Tree, i int) bool {
	det := t.Kid(i, "det")
	return det >= 0 && oneOf(t.Tokens[det].Text, "the", "these", "those", "this", "that")
}

// setting is the country in which a sentence, else most of the article, says that things happen; "" if it is not plain. It
// does not tell who a single person is ("the president").
func (c *Cast) setting(t syntax.Tree, s, i int) string {
	if tok := &t.Tokens[i]; tok.XPOS == "NN" && tok.Lemma != "people" {
		return ""
	}
	iso3 := ""
	for _, p := range c.where[s] {
		switch {
		case !p.scene || p.iso3 == "" || p.iso3 == iso3:
		case iso3 != "":
			return ""
		default:
			iso3 = p.iso3
		}
	}
	if iso3 == "" {
		return c.home
	}
	return iso3
}

// mostly is the country of most places at which the article says that things happen, "" if there is none.
func (c *Cast) mostly() string {
	count, total, best := map[string]int{}, 0, ""
	for _, places := range c.where {
		for _, p := range places {
			if p.scene && p.iso3 != "" {
				count[p.iso3]++
				total++
				if count[p.iso3] > count[best] {
					best = p.iso3
				}
			}
		}
	}
	if 2*count[best] > total {
		return best
	}
	return ""
}

// modifiers reads what stands before the noun, from the noun leftwards.
func (c *Cast) modifiers(d *description, t syntax.Tree, s, i int) {
	for d.first > 0 {
		k := d.first - 1
		for k >= 0 && t.Tokens[k].Head != i {
			k = t.Tokens[k].Head
		}
		if k < 0 {
			return
		}
		first, last := t.Bounds(k)
		if last >= d.first {
			return
		}
		switch label := t.Tokens[k].Label; {
		case label == "nmod:poss":
			c.possessed(d, t, s, k, first, last)
		case label == "amod", label == "compound", label == "flat", label == "nmod:desc", label == "compound:prt":
			if last-first >= longest || t.Kid(k, "obj", "obl", "advcl", "xcomp", "ccomp") >= 0 {
				return
			}
			if !quantifies(&t.Tokens[k]) {
				c.describe(d, t, s, k, first, last)
			}
		case label == "det", label == "nummod", label == "det:predet":
		default:
			return
		}
		d.first = first
	}
}

// describe adds a modifier to the name.
func (c *Cast) describe(d *description, t syntax.Tree, s, k, first, last int) {
	d.bare = false
	for first < k && t.Tokens[first].UPOS == "ADV" { // "reportedly peaceful"
		first++
	}
	words := text(t, first, last)
	if first == 0 && t.Tokens[0].UPOS != "PROPN" && len(c.who[s][0]) == 0 { // a capital for the sentence only
		r, size := utf8.DecodeRuneInString(words)
		words = string(unicode.ToLower(r)) + words[size:]
	}
	d.name = slices.Insert(d.name, 0, words)
	countries := 0
	for j := first; j <= last; j++ {
		for _, e := range c.who[s][j] {
			d.anchored = true
			if a := &c.Entities[e]; a.Kind == Country && !slices.Contains(d.countries, a.ISO3) {
				d.countries = append(d.countries, a.ISO3)
				countries++
				if d.represents == "" && !relational(t.Tokens[t.Tokens[k].Head].Text) {
					d.represents = a.ID
				}
			}
		}
		d.anchored = d.anchored || t.Tokens[j].UPOS == "PROPN"
	}
	if countries == 0 {
		d.id = slices.Insert(d.id, 0, words)
	}
}

// possessed reads whose the people are: "his associates" are associates of Alexei Navalny.
func (c *Cast) possessed(d *description, t syntax.Tree, s, k, first, last int) {
	if who := c.who[s][k]; len(who) == 1 && (t.Tokens[k].UPOS != "NOUN" || c.Entities[who[0]].Kind != Group) {
		c.own(d, "of", who[0])
		return
	}
	if t.Tokens[k].UPOS == "NOUN" && last-first < longest { // "women's organisations"
		for first < last && t.Tokens[first].UPOS == "DET" {
			first++
		}
		d.bare = false
		d.name = slices.Insert(d.name, 0, text(t, first, last))
		d.id = slices.Insert(d.id, 0, text(t, first, last))
	}
}

// own says by an actor which people they are.
func (c *Cast) own(d *description, preposition string, owner int) {
	e := &c.Entities[owner]
	d.bare, d.anchored = false, true
	d.name = append(d.name, preposition, e.Name)
	if e.Kind == Country && len(d.countries) == 0 {
		d.countries = append(d.countries, e.ISO3)
		return
	}
	_, id, _ := strings.Cut(e.ID, ":")
	d.id = append(d.id, preposition, id)
}

// complement reads a short phrase right behind the noun that says which people they are: "members of parliament",
// "hospital officials in Omsk", "people on board".
func (c *Cast) complement(d *description, t syntax.Tree, s, i int) {
	k := -1
	for _, kid := range t.Kids(i) {
		if first, _ := t.Bounds(kid); first == i+1 && t.Label(kid) == "nmod" {
			k = kid
			break
		}
	}
	if k < 0 {
		return
	}
	_, last := t.Bounds(k)
	preposition := t.Case(k)
	who := c.who[s][k]
	name, iso3, isPlace := c.Where(s, k)
	plain := t.Kid(k, "conj", "appos", "acl", "advcl", "nmod", "amod", "parataxis") < 0
	switch {
	case preposition == "on" && t.Tokens[k].Lemma == "board":
		d.name, d.id, d.bare = []string{"on board"}, []string{"on board"}, false
	case preposition == "of" || preposition == "from" || preposition == "in" || preposition == "at" || preposition == "near":
		switch {
		case len(who) == 1 && plain:
			c.own(d, preposition, who[0])
		case isPlace && plain:
			d.bare, d.anchored = false, true
			d.name, d.id = []string{preposition, name}, []string{preposition, name}
			if iso3 != "" {
				d.id = append(d.id, iso3)
			}
		case preposition == "of" || c.named(t, s, i+2, last):
			first := i + 2
			for first < last && (t.Tokens[first].UPOS == "DET" || t.Tokens[first].XPOS == "PRP$") {
				first++
			}
			for j := first + 1; j < last; j++ { // "victims of the attack" in some hospital
				if t.Tokens[j].UPOS == "ADP" && t.Tokens[j].Text != "of" && !c.named(t, s, j, last) {
					last = j - 1
				}
			}
			if last-first >= longest || !nounPhrase(t, first, last) {
				return
			}
			d.bare, d.anchored = false, c.named(t, s, first, last)
			d.name, d.id = []string{preposition, text(t, first, last)}, []string{preposition, text(t, first, last)}
		default:
			return
		}
	default:
		return
	}
	d.last = last
}

// named says whether an actor or a place is named between two tokens.
func (c *Cast) named(t syntax.Tree, s, first, last int) bool {
	for j := first; j <= last; j++ {
		if _, _, ok := c.Where(s, j); ok || len(c.who[s][j]) > 0 && t.Tokens[j].UPOS != "PRON" {
			return true
		}
	}
	return false
}

// nounPhrase says whether tokens are words of a noun phrase, without clauses, numbers and lists.
func nounPhrase(t syntax.Tree, first, last int) bool {
	for j := first; j <= last; j++ {
		switch t.Tokens[j].UPOS {
		case "NOUN", "PROPN", "ADJ", "ADP", "DET", "PART":
		case "PUNCT":
			if t.Tokens[j].Text != "-" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// quantifies says whether an adjective tells how many, not which.
func quantifies(tok *syntax.Token) bool {
	switch tok.Lemma {
	case "many", "several", "other", "more", "few", "less", "such", "own", "various", "numerous", "additional", "further", "same", "certain", "multiple", "countless",
		"most", "least", "respective", "entire", "whole", "fellow", "new", "first", "second", "third":
		return true
	}
	return tok.UPOS == "NUM"
}
