package entity

import (
	"slices"
	"strings"

	"newsgraph/internal/syntax"
)

// resolver gathers the cast of one article.
type resolver struct {
	doc      *syntax.Document
	trees    []syntax.Tree
	cast     Cast
	personas []persona
	acronyms map[string]int // "ROK" → entity, from "Republic of Korea (ROK)"
	called   [][]calling    // by sentence: the names of persons
	recent   []recall       // mentions in reading order, what pronouns look back on
}

// Resolve finds who is mentioned in a document: names, titles, noun phrases and pronouns, each pointed to its entity.
func Resolve(doc *syntax.Document) *Cast {
	r := resolver{doc: doc, cast: newCast(doc), acronyms: map[string]int{}}
	r.trees, r.called = make([]syntax.Tree, len(doc.Sentences)), make([][]calling, len(doc.Sentences))
	all, hits := make([][]named, len(doc.Sentences)), make([][]Hit, len(doc.Sentences))
	families, known := map[string]bool{}, map[string]bool{}
	for s := range doc.Sentences {
		r.trees[s] = syntax.NewTree(&doc.Sentences[s])
		hits[s] = Match(doc.Sentences[s].Tokens, nil)
		familiar(known, hits[s])
		for _, n := range doc.Sentences[s].Names {
			if n.Kind == syntax.PER && (n.First < n.Last || n.First > 0 && capital(doc.Sentences[s].Tokens[n.First-1].Text) && isOffice(doc.Sentences[s].Tokens[n.First-1].Text)) {
				families[strings.ToLower(doc.Sentences[s].Tokens[n.Last].Text)] = true
			}
		}
	}
	for s := range doc.Sentences {
		all[s] = names(r.trees[s], s, hits[s], families, known)
	}
	r.meetPersons(all)
	for s := range all {
		for i := range all[s] {
			r.place(all[s], i)
		}
	}
	r.cast.home = r.cast.mostly()
	for s := range all {
		r.titles(s)
		r.read(s)
	}
	r.finish()
	return &r.cast
}

// meetPersons makes the personas of all full names before any short one is looked up, so that "Borrell" finds
// "Josep Borrell" wherever in the article it stands.
func (r *resolver) meetPersons(all [][]named) {
	for s := range all {
		for _, n := range all[s] {
			if n.kind != syntax.PER {
				continue
			}
			parts := nameParts(r.trees[s], n.first, n.last)
			if len(parts) < 2 {
				continue
			}
			name := text(r.trees[s], n.first, n.last)
			if p := r.persona(parts); p != nil {
				if len(parts) > len(p.parts) {
					p.parts, p.name = parts, name
				}
				continue
			}
			r.personas = append(r.personas, persona{parts: parts, name: name, entity: -1, last: -1})
		}
	}
}

// persona finds the person called so: of several of one family name the one last mentioned.
func (r *resolver) persona(parts []string) *persona {
	var best *persona
	for i := range r.personas {
		if p := &r.personas[i]; p.fits(parts) && (best == nil || p.last > best.last) {
			best = p
		}
	}
	return best
}

// place gives a name its entity, or notes it as a place.
func (r *resolver) place(in []named, i int) {
	n := in[i]
	t := r.trees[n.sentence]
	m := Mention{Sentence: n.sentence, First: n.first, Last: n.last, Head: t.HeadOf(n.first, n.last), Form: Named}
	switch {
	case n.alias != nil && n.alias.Kind == Country:
		if n.alias.Use == AsCapital && locative(t, m.Head) {
			r.locate(n, text(t, n.first, n.last), n.alias.ISO3)
			return
		}
		if n.alias.Use == AsName || n.alias.Use == AsAbbreviation || n.alias.Use == AsCapital {
			r.locate(n, n.alias.Name, n.alias.ISO3)
		}
		r.mention(n.alias.entity(), m)
	case n.alias != nil && n.alias.Kind == Organization:
		r.mention(n.alias.entity(), m)
	case n.alias != nil && n.alias.Kind == Place:
		r.locate(n, n.alias.Name, n.alias.ISO3)
	case n.alias != nil: // a term, no actor
	case n.kind == syntax.PER:
		r.person(n, m)
	case n.kind == syntax.ORG:
		r.organization(in, i, m)
	case n.kind == syntax.LOC:
		name := text(t, n.first, n.last)
		iso3, _ := PlaceCountry(name)
		if iso3 == "" {
			iso3 = countryBehind(t, in, i)
		}
		r.locate(n, name, iso3)
	}
}

func (a *Alias) entity() Entity {
	return Entity{ID: a.ID, Kind: a.Kind, Name: a.Name, ISO3: countryCode(a.Entry), Wikidata: a.Wikidata, Represents: a.Represents}
}

// countryCode is the code of a country; an organisation has none.
func countryCode(e *Entry) string {
	if e.Kind == Country {
		return e.ISO3
	}
	return ""
}

// locative says whether a capital stands for the city: "in Paris", "near Kyiv", "the streets of Tehran".
func locative(t syntax.Tree, head int) bool {
	switch preposition := t.Case(head); preposition {
	case "into", "to", "from", "toward", "towards":
		return true
	case "of":
		return t.Label(head) == "nmod"
	default:
		if scenic(preposition) {
			return true
		}
	}
	return t.Label(head) == "obl" || strings.HasPrefix(t.Tokens[head].Label, "nmod:desc")
}

// scenic prepositions stand before the place where something happens.
func scenic(preposition string) bool {
	switch preposition {
	case "in", "at", "near", "outside", "around", "across", "over", "through", "throughout", "inside", "above":
		return true
	}
	return false
}

// countryBehind reads "Mindanao, Philippines": the country named right behind a place.
func countryBehind(t syntax.Tree, in []named, i int) string {
	for k := i + 1; k < len(in) && k <= i+2; k++ {
		gap := t.Tokens[in[k-1].last+1 : in[k].first]
		for _, g := range gap {
			if g.Text != "," && g.Text != "(" && g.Text != "in" && g.Text != "of" && g.UPOS != "PUNCT" {
				return ""
			}
		}
		if a := in[k].alias; a != nil && a.Kind == Country {
			return a.ISO3
		}
	}
	return ""
}

func (r *resolver) locate(n named, name, iso3 string) {
	t := r.trees[n.sentence]
	at := scenic(t.Case(t.HeadOf(n.first, n.last)))
	r.cast.where[n.sentence] = append(r.cast.where[n.sentence], place{n.first, n.last, name, iso3, at})
}

// mention refers to an entity, new or known, whose principal joins the cast with it.
func (r *resolver) mention(e Entity, m Mention) int {
	i := r.cast.add(e)
	if p := ByID(e.Represents); p != nil {
		r.cast.add((&Alias{Entry: p}).entity())
	}
	r.cast.refer(i, m)
	return i
}

func (r *resolver) person(n named, m Mention) {
	t := r.trees[n.sentence]
	parts := nameParts(t, n.first, n.last)
	p := r.persona(parts)
	if p == nil {
		r.personas = append(r.personas, persona{parts: parts, name: text(t, n.first, n.last), entity: -1})
		p = &r.personas[len(r.personas)-1]
	}
	if p.entity < 0 {
		p.entity = r.cast.add(Entity{ID: personID(p.name), Kind: Person, Name: p.name})
	}
	p.last = n.sentence
	r.cast.refer(p.entity, m)
	r.called[n.sentence] = append(r.called[n.sentence], calling{p.entity, m})
}

// organization places a name that only the encoder knows. A demonym or country at its front says whom it acts for.
func (r *resolver) organization(in []named, i int, m Mention) {
	n := in[i]
	t := r.trees[n.sentence]
	name := text(t, n.first, n.last)
	if known, ok := r.acronyms[name]; ok {
		r.cast.refer(known, m)
		return
	}
	e := Entity{ID: "org:" + slug(trimArticle(name)), Kind: Organization, Name: trimArticle(name)}
	if e.ID == "org:" {
		return
	}
	inside := Match(t.Tokens[n.first:n.last+1], nil)
	if len(inside) > 0 && inside[0].Aliases[0].Kind == Country && !commercial(t, n) {
		e.Represents = inside[0].Aliases[0].ID
		r.cast.add(inside[0].Aliases[0].entity())
	}
	at := r.mention(e, m)
	if k := n.last + 1; k+2 < len(t.Tokens) && t.Tokens[k].Text == "(" && t.Tokens[k+2].Text == ")" {
		if short := t.Tokens[k+1].Text; len(short) > 1 && short == strings.ToUpper(short) {
			r.acronyms[short] = at
		}
	}
}

// commercial names hold a country's name but act for themselves.
func commercial(t syntax.Tree, n named) bool {
	for i := n.first; i <= n.last; i++ {
		switch strings.ToLower(strings.TrimSuffix(t.Tokens[i].Text, ".")) {
		case "times", "news", "post", "airlines", "airways", "inc", "corp", "ltd", "company", "university", "institute", "party", "union", "association", "society", "herald", "tribune", "journal", "daily", "network", "movement", "front", "league":
			return true
		}
	}
	return false
}

// finish sorts aliases and mentions, so that the cast does not depend on how it was found.
func (r *resolver) finish() {
	for i := range r.cast.Entities {
		e := &r.cast.Entities[i]
		slices.SortStableFunc(e.Mentions, func(a, b Mention) int {
			if a.Sentence != b.Sentence {
				return a.Sentence - b.Sentence
			}
			return a.First - b.First
		})
		for _, m := range e.Mentions {
			if m.Form != Named {
				continue
			}
			if alias := text(r.trees[m.Sentence], m.First, m.Last); alias != e.Name && !slices.Contains(e.Aliases, alias) {
				e.Aliases = append(e.Aliases, alias)
			}
		}
		slices.Sort(e.Aliases)
	}
}
