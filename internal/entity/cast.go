package entity

import (
	"crypto/sha256"
	"encoding/hex"

	"newsgraph/internal/syntax"
)

// Cast is who takes part in an article, and where each is referred to.
type Cast struct {
	Entities []Entity

	byID   map[string]int
	who    [][][]int      // by sentence and token: indices of entities
	groups map[string]int // by noun: the people last called so
	home   string         // code of the country where most of the article is set
	mark   string         // tells this article from others in the ids of those who have no name
	where  [][]place      // by sentence: the named places that are no actors
}

// place is a named place at the tokens first to last.
type place struct {
	first, last int
	name        string
	iso3        string // "" where the country is not known
	scene       bool   // the text says that something happens there
}

// Who lists the entities to which the word at a token refers: a name, the head of a noun phrase, a title, a pronoun or a
// demonym. Most words refer to none.
func (c *Cast) Who(sentence, token int) []int { return c.who[sentence][token] }

// Where gives the name and the country of the place at a token. A country is a place too.
func (c *Cast) Where(sentence, token int) (name, iso3 string, ok bool) {
	for _, p := range c.where[sentence] {
		if p.first <= token && token <= p.last {
			return p.name, p.iso3, true
		}
	}
	return "", "", false
}

// CountryOf is the index of a country by its code. One that the article does not mention is added without a mention:
// a region in it was.
func (c *Cast) CountryOf(iso3 string) (int, bool) {
	entry := CountryByISO3(iso3)
	if entry == nil {
		return 0, false
	}
	return c.add(Entity{ID: entry.ID, Kind: Country, Name: entry.Name, ISO3: entry.ISO3, Wikidata: entry.Wikidata}), true
}

// Stand makes the noun phrase from token first to token last, whose head names no entity yet, refer to a country: a place
// or thing in it stands for it.
func (c *Cast) Stand(country int, m Mention) {
	m.Form = Nominal
	c.refer(country, m)
}

// Principal is the entity that one represents, or the entity itself.
func (c *Cast) Principal(i int) int {
	if id := c.Entities[i].Represents; id != "" {
		if p, ok := c.find(id); ok {
			return p
		}
	}
	return i
}

func (c *Cast) find(id string) (int, bool) {
	i, ok := c.byID[id]
	return i, ok
}

// add returns the index of the entity with e's id, which it adds if it is new.
func (c *Cast) add(e Entity) int {
	if i, ok := c.find(e.ID); ok {
		return i
	}
	c.byID[e.ID] = len(c.Entities)
	c.Entities = append(c.Entities, e)
	return len(c.Entities) - 1
}

// refer notes that the tokens first to last of a sentence mention an entity.
func (c *Cast) refer(entity int, m Mention) {
	e := &c.Entities[entity]
	e.Mentions = append(e.Mentions, m)
	if m.Form == Named {
		for t := m.First; t <= m.Last; t++ {
			c.point(m.Sentence, t, entity)
		}
		return
	}
	c.point(m.Sentence, m.Head, entity)
}

// point makes a word refer to an entity, beside those to which it refers already.
func (c *Cast) point(sentence, token, entity int) {
	at := &c.who[sentence][token]
	for _, e := range *at {
		if e == entity {
			return
		}
	}
	*at = append(*at, entity)
}

func newCast(doc *syntax.Document) Cast {
	sum := sha256.Sum256([]byte(doc.Text))
	c := Cast{mark: hex.EncodeToString(sum[:6]), byID: map[string]int{}, groups: map[string]int{}}
	c.who, c.where = make([][][]int, len(doc.Sentences)), make([][]place, len(doc.Sentences))
	for s := range doc.Sentences {
		c.who[s] = make([][]int, len(doc.Sentences[s].Tokens))
	}
	return c
}
