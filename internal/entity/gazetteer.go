package entity

import (
	"sync"

	"newsgraph/internal/syntax"
)

// Kinds of gazetteer entries that are no actors.
const (
	Place Kind = "Place" // a city, region, sea: Entry.ISO3 says in which country
	Term  Kind = "Term"  // a treaty, war, prize whose name holds an actor's: "Vietnam War"
)

// Use says how an alias stands for its entry.
type Use uint8

// The uses of an alias, in the order in which a hit lists them.
const (
	AsName         Use = iota // South Korea, Republic of Korea
	AsAbbreviation            // ROK, NATO
	AsAdjective               // South Korean: also the noun for one citizen
	AsDemonym                 // South Koreans, Britons
	AsCapital                 // Seoul
	AsSeat                    // the Kremlin, Downing Street, the Pentagon
)

// Entry is one line of a gazetteer.
type Entry struct {
	ID         string // country:KOR, org:european-union; places and terms have none
	Kind       Kind
	Name       string
	ISO3       string // of the country itself, or of an organisation's or place's country
	Wikidata   string // only where certain
	Represents string // id of the country or body for which an institution acts
	OrgKind    string // body, alliance, agency, party, company … (data/README.md lists them)
}

// Alias is one way to write an entry.
type Alias struct {
	*Entry
	Use       Use
	Ambiguous bool // also a common word, a given name or something else: ask the context

	cased    uint64 // hash of the written form, case kept
	capitals uint32 // which of its fragments must begin with a capital
	exact    bool   // whether every letter's case counts
}

// Hit is a run of tokens that the gazetteer knows.
type Hit struct {
	First, Last int
	Aliases     []Alias // countries first, then organisations, places, terms, the unambiguous before the others; never empty, not to be changed
}

// actors holds all countries, organisations, places and terms.
var actors = sync.OnceValue(loadActors)

// Match appends to hits the known names in a sentence, in order and without overlaps: the longer name wins, then the one
// further left. Hyphens, apostrophes, full stops and diacritics do not count; capitals do.
func Match(tokens []syntax.Token, hits []Hit) []Hit {
	g := actors()
	for i := 0; i < len(tokens); {
		hit, ok := g.longest(tokens, i, len(tokens))
		if !ok {
			i++
			continue
		}
		for k := i + 1; k <= hit.Last; k++ {
			if rival, found := g.longest(tokens, k, len(tokens)); found && rival.Last-rival.First > hit.Last-hit.First {
				hit, ok = g.longest(tokens, i, k)
				break
			}
		}
		if !ok {
			i++
			continue
		}
		hits = append(hits, hit)
		i = hit.Last + 1
	}
	return hits
}

// Lookup returns what a name of its own stands for: "the European Union", "ROK", "Seoul".
func Lookup(name string) []Alias {
	g := actors()
	var w walk
	w.start()
	w.add(trimArticle(name))
	w.end()
	found, ok := g.nodes[w.folded]
	if !ok {
		return nil
	}
	return g.fitting(found, &w)
}

// CountryByISO3 returns the country of an ISO 3166-1 alpha-3 code, or nil.
func CountryByISO3(code string) *Entry {
	return actors().byID["country:"+code]
}

// ByID returns the gazetteer's entry of an id, or nil.
func ByID(id string) *Entry {
	return actors().byID[id]
}

// table finds aliases by the hash of their fragments.
type table struct {
	nodes   map[uint64]node
	aliases []Alias
	byID    map[string]*Entry
}

// node is a prefix of one or more aliases.
type node struct {
	first, end int32 // the aliases that are this and no more
	more       bool  // whether longer ones begin so
}

// longest finds the longest alias that begins at token first and ends before token limit.
func (g *table) longest(tokens []syntax.Token, first, limit int) (hit Hit, ok bool) {
	var w walk
	w.start()
	for i := first; i < limit; i++ {
		text := tokens[i].Text
		if bare(text) {
			if i == first || !joins(text) {
				return hit, ok
			}
			continue
		}
		w.add(text)
		w.end()
		found, known := g.nodes[w.folded]
		if !known {
			return hit, ok
		}
		if fit := g.fitting(found, &w); len(fit) > 0 {
			hit, ok = Hit{First: first, Last: i, Aliases: fit}, true
		}
		if !found.more {
			return hit, ok
		}
	}
	return hit, ok
}

// fitting returns a node's aliases whose capitals the text keeps.
func (g *table) fitting(n node, w *walk) []Alias {
	all := g.aliases[n.first:n.end:n.end]
	fit := 0
	for i := range all {
		if all[i].fits(w) {
			fit++
		}
	}
	switch fit {
	case 0:
		return nil
	case len(all):
		return all
	}
	some := make([]Alias, 0, fit)
	for i := range all {
		if all[i].fits(w) {
			some = append(some, all[i])
		}
	}
	return some
}

func (a *Alias) fits(w *walk) bool {
	if a.exact {
		return a.cased == w.cased
	}
	return a.capitals&w.capitals == a.capitals
}
