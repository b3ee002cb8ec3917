package entity

import (
	"strings"
	"sync"

	"newsgraph/internal/syntax"
)

// OfficeClass says whom the holder of an office acts for.
type OfficeClass string

// The classes of offices and titles.
const (
	StateOffice  OfficeClass = "state"       // acts for the country named with it: "Iranian foreign minister"
	Ruler        OfficeClass = "ruler"       // a king, a crown prince: likewise
	AnyOffice    OfficeClass = "any"         // acts for the country or organisation named with it: "Hamas leader"
	Legislative  OfficeClass = "legislature" // a senator, an MP
	Rank         OfficeClass = "rank"        // a military or police rank
	LocalOffice  OfficeClass = "local"       // a mayor, a governor: of a place, not of the state
	Cleric       OfficeClass = "cleric"      // an archbishop, an imam
	PrivateRole  OfficeClass = "private"     // an activist, a journalist, an opposition leader: acts for nobody
	Honorific    OfficeClass = "honorific"   // Mr., Dr., Sir
	SingleOffice OfficeClass = "one"         // exists for one principal only: "Secretary of State", "NATO Secretary General"
)

// OfficeTitle is a title or office.
type OfficeTitle struct {
	Class     OfficeClass
	Principal string // id of the one country or body that has this office, else empty
}

// Office finds a title: "Foreign Minister", "deputy trade minister" (by its last words), "secretaries of state".
func Office(phrase string) (OfficeTitle, bool) {
	p := offices()
	for phrase = trimArticle(phrase); phrase != ""; {
		if title, ok := p.lookup(phrase); ok {
			return title, true
		}
		cut := strings.IndexAny(phrase, " -")
		if cut < 0 {
			break
		}
		phrase = phrase[cut+1:]
	}
	return OfficeTitle{}, false
}

// OfficeAt finds the longest title that begins at token first, and its last token.
func OfficeAt(tokens []syntax.Token, first int) (title OfficeTitle, last int, ok bool) {
	return offices().longest(tokens, first)
}

// ForceClass is a kind of noun that stands for the state whose name modifies it.
type ForceClass string

// The classes of nouns that fold to the state.
const (
	Force        ForceClass = "force"
	Government   ForceClass = "government"
	Official     ForceClass = "official"
	Ministry     ForceClass = "ministry"
	Police       ForceClass = "police"
	Intelligence ForceClass = "intelligence"
	Mission      ForceClass = "mission"    // embassy, consulate
	Parliament   ForceClass = "parliament" // an organisation where it is named in full
	Court        ForceClass = "court"      // likewise
)

// FoldsToState tells whether a noun, modified by a country ("Syrian troops", "government of Yemen"), is that state.
func FoldsToState(noun string) (ForceClass, bool) {
	return forces().lookup(noun)
}

// relational tells whether a noun, of somebody, names somebody else: "allies", "critics".
func relational(noun string) bool {
	use, _ := nominals().lookup(noun)
	return use.relational
}

// GroupNoun tells whether a noun, singular or plural, is the head of an unnamed collective actor: protesters, rebels.
func GroupNoun(noun string) bool {
	use, ok := nominals().lookup(noun)
	return ok && use.group
}

// Anaphor says what a definite noun phrase with this head can refer back to: "the country", "the group", "the minister".
// More than one kind is possible; ok is false when there is none.
func Anaphor(noun string) (country, organization, person, ok bool) {
	use, ok := nominals().lookup(noun)
	return use.country, use.organization, use.person, ok && (use.country || use.organization || use.person)
}

// nominal is what a common noun can stand for.
type nominal struct {
	group, country, organization, person bool
	collective                           bool // a group in the singular: "the crowd"
	acting                               bool // acts for itself, not for the country it is of
	member                               bool // of a body, is that body: "Hamas fighters"
	relational                           bool // of somebody, is somebody else: "US allies"
}

var offices = sync.OnceValue(func() *phrases[OfficeTitle] {
	p := newPhrases[OfficeTitle]()
	eachRow("office.tsv", 3, func(f []string) {
		p.set(f[0], func(t *OfficeTitle) { t.Class, t.Principal = OfficeClass(f[1]), f[2] })
	})
	return p
})

var forces = sync.OnceValue(func() *phrases[ForceClass] {
	p := newPhrases[ForceClass]()
	eachRow("force.tsv", 2, func(f []string) {
		p.set(f[0], func(c *ForceClass) { *c = ForceClass(f[1]) })
	})
	return p
})

var nominals = sync.OnceValue(func() *phrases[nominal] {
	p := newPhrases[nominal]()
	eachRow("nominal.tsv", 2, func(f []string) {
		p.set(f[0], func(n *nominal) {
			switch f[1] {
			case "group":
				n.group = true
			case "country":
				n.country = true
			case "organization":
				n.organization = true
			case "person":
				n.person = true
			case "collective":
				n.group, n.collective = true, true
			case "acting":
				n.group, n.acting = true, true
			case "member":
				n.group, n.member = true, true
			case "relational":
				n.group, n.relational = true, true
			default:
				panic("nominal.tsv: unknown use " + f[1])
			}
		})
	})
	return p
})

// phrases maps phrases to values, whatever their case, hyphens and full stops.
type phrases[T any] struct {
	values map[uint64]T
	begins map[uint64]bool // hashes of their beginnings
	ends   []uint64        // room for a walk of set
}

func newPhrases[T any]() *phrases[T] {
	return &phrases[T]{values: make(map[uint64]T), begins: make(map[uint64]bool), ends: make([]uint64, 0, 32)}
}

func (p *phrases[T]) set(phrase string, change func(*T)) {
	var w walk
	w.start()
	w.ends = p.ends[:0]
	w.add(phrase)
	w.end()
	for _, prefix := range w.ends[:len(w.ends)-1] {
		if !p.begins[prefix] {
			p.begins[prefix] = true
		}
	}
	value := p.values[w.folded]
	change(&value)
	p.values[w.folded] = value
}

// get finds a phrase.
func (p *phrases[T]) get(phrase string) (T, bool) {
	var w walk
	w.start()
	w.add(phrase)
	w.end()
	v, ok := p.values[w.folded]
	return v, ok
}

// lookup finds a phrase or the singular of a plural one ("ministers", "secretaries of state").
func (p *phrases[T]) lookup(phrase string) (T, bool) {
	if v, ok := p.get(phrase); ok {
		return v, true
	}
	var w walk
	head, rest := phrase, ""
	if i := strings.Index(phrase, " of "); i > 0 {
		head, rest = phrase[:i], phrase[i:]
	}
	for _, e := range plurals {
		if stem, found := strings.CutSuffix(head, e.many); found && stem != "" {
			w.start()
			w.add(stem)
			w.add(e.one)
			w.add(rest)
			w.end()
			if v, ok := p.values[w.folded]; ok {
				return v, true
			}
		}
	}
	var none T
	return none, false
}

var plurals = [...]struct{ many, one string }{{"ies", "y"}, {"men", "man"}, {"s", ""}, {"es", ""}}

// longest finds the longest phrase that begins at token first.
func (p *phrases[T]) longest(tokens []syntax.Token, first int) (value T, last int, ok bool) {
	var w walk
	w.start()
	for i := first; i < len(tokens); i++ {
		text := tokens[i].Text
		if bare(text) {
			if i == first || !joins(text) {
				break
			}
			continue
		}
		w.add(text)
		w.end()
		if v, found := p.values[w.folded]; found {
			value, last, ok = v, i, true
		}
		if !p.begins[w.folded] {
			break
		}
	}
	return value, last, ok
}
