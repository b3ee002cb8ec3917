package entity

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed data/*.tsv
var data embed.FS

// eachRow calls f with the fields of every line of a table that is neither empty nor a comment.
func eachRow(file string, columns int, f func(fields []string)) {
	text, err := data.ReadFile("data/" + file)
	if err != nil {
		panic(err)
	}
	fields := make([]string, columns)
	for rest, line := string(text), ""; rest != ""; {
		line, rest, _ = strings.Cut(rest, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		for i := range fields {
			fields[i], line, _ = strings.Cut(line, "\t")
		}
		if line != "" || fields[0] == "" {
			panic(fmt.Sprintf("%s: the row %q has not %d columns", file, fields[0], columns))
		}
		f(fields)
	}
}

// builder collects aliases before they become a table.
type builder struct {
	byID     map[string]*Entry
	aliased  []keyed
	prefixes map[uint64]bool
	slab     []Entry  // room for entries yet to come
	ends     []uint64 // room for a walk
}

// keyed is an alias with the hash under which it is found.
type keyed struct {
	key   uint64
	order int // in which it came
	alias Alias
}

func loadActors() *table {
	b := &builder{byID: make(map[string]*Entry, 1<<12), aliased: make([]keyed, 0, 1<<15), prefixes: make(map[uint64]bool, 1<<14), ends: make([]uint64, 0, 32)}
	eachRow("country.tsv", 10, b.country)
	eachRow("organization.tsv", 6, b.organization)
	eachRow("place.tsv", 4, func(f []string) { b.other(Place, f[0], f[1], f[3]) })
	eachRow("city.tsv", 3, func(f []string) { b.other(Place, f[0], f[1], f[2]) })
	eachRow("term.tsv", 1, func(f []string) { b.other(Term, f[0], "", "") })
	return b.table()
}

// table sorts the aliases and points each key to its own.
func (b *builder) table() *table {
	slices.SortFunc(b.aliased, func(x, y keyed) int {
		if c := cmp.Compare(x.key, y.key); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(x.alias.rank(), y.alias.rank()), cmp.Compare(x.order, y.order))
	})
	g := &table{nodes: make(map[uint64]node, len(b.aliased)+len(b.prefixes)), aliases: make([]Alias, len(b.aliased)), byID: b.byID}
	for i := 0; i < len(b.aliased); {
		first, key := i, b.aliased[i].key
		for ; i < len(b.aliased) && b.aliased[i].key == key; i++ {
			g.aliases[i] = b.aliased[i].alias
		}
		g.nodes[key] = node{first: int32(first), end: int32(i), more: b.prefixes[key]}
	}
	for key := range b.prefixes {
		if _, ok := g.nodes[key]; !ok {
			g.nodes[key] = node{more: true}
		}
	}
	return g
}

// rank orders the aliases of one form.
func (a *Alias) rank() int {
	r := 0
	switch a.Kind {
	case Organization:
		r = 2
	case Place:
		r = 4
	case Term:
		r = 6
	}
	if a.Ambiguous {
		r++
	}
	return r
}

func (b *builder) country(f []string) {
	e := b.entry(Entry{ID: "country:" + f[0], Kind: Country, Name: f[3], ISO3: f[0], Wikidata: f[2]})
	b.aliases(e, f[4], AsName)
	b.alias(e, e.Name, AsName)
	b.aliases(e, f[5], AsAbbreviation)
	b.aliases(e, f[6], AsAdjective)
	b.aliases(e, f[7], AsDemonym)
	b.aliases(e, f[8], AsCapital)
	b.aliases(e, f[9], AsSeat)
}

// institutions are the kinds of organisation that act for their country.
const institutions = " agency court force government ministry parliament police central-bank mission "

func (b *builder) organization(f []string) {
	e := b.entry(Entry{ID: "org:" + slug(f[0]), Kind: Organization, Name: f[0], OrgKind: f[1], ISO3: f[2], Wikidata: f[5]})
	switch {
	case f[3] == "" && f[2] != "" && strings.Contains(institutions, " "+f[1]+" "):
		e.Represents = "country:" + f[2]
	case len(f[3]) == 3 && strings.ToUpper(f[3]) == f[3]:
		e.Represents = "country:" + f[3]
	case f[3] != "" && f[3] != "-":
		e.Represents = "org:" + f[3]
	}
	b.aliases(e, f[4], AsName)
	b.alias(e, e.Name, AsName)
	b.spelledOut(e, e.Name)
	for forms := f[4]; forms != ""; {
		var one string
		one, forms, _ = strings.Cut(forms, "|")
		b.spelledOut(e, one)
	}
}

// spelledOut adds "United States Senate" for "US Senate" and "United Nations Charter" for "UN Charter".
func (b *builder) spelledOut(e *Entry, form string) {
	for _, s := range [...]struct{ short, long string }{{"US ", "United States "}, {"UN ", "United Nations "}} {
		if rest, ok := strings.CutPrefix(form, s.short); ok {
			b.alias(e, s.long+rest, AsName)
		}
	}
}

// other adds a place or a term; they have no ids.
func (b *builder) other(kind Kind, name, iso3, aliases string) {
	e := b.entry(Entry{Kind: kind, Name: name, ISO3: iso3})
	b.aliases(e, aliases, AsName)
	b.alias(e, name, AsName)
}

func (b *builder) entry(e Entry) *Entry {
	if len(b.slab) == 0 {
		b.slab = make([]Entry, 1<<10)
	}
	kept := &b.slab[0]
	b.slab = b.slab[1:]
	*kept = e
	if e.ID != "" {
		if b.byID[e.ID] != nil {
			panic("gazetteer: two entries have the id " + e.ID)
		}
		b.byID[e.ID] = kept
	}
	return kept
}

// aliases adds a list as the tables write it.
func (b *builder) aliases(e *Entry, list string, use Use) {
	for list != "" {
		var one string
		one, list, _ = strings.Cut(list, "|")
		b.alias(e, one, use)
	}
}

// alias adds one form. Signs before it: ? ambiguous, = each letter's case counts, @ a seat that stands for the entry.
func (b *builder) alias(e *Entry, form string, use Use) {
	a := Alias{Entry: e, Use: use}
	for {
		switch form[0] {
		case '?':
			a.Ambiguous = true
		case '=':
			a.exact = true
		case '@':
			a.Use = AsSeat
		default:
			b.add(a, form)
			return
		}
		form = form[1:]
	}
}

func (b *builder) add(a Alias, form string) {
	if acronym(form) {
		if a.Use == AsName {
			a.Use = AsAbbreviation
		}
		a.exact = true
	}
	var w walk
	w.start()
	w.ends = b.ends[:0]
	w.add(form)
	w.end()
	for _, prefix := range w.ends[:len(w.ends)-1] {
		if !b.prefixes[prefix] {
			b.prefixes[prefix] = true
		}
	}
	a.cased, a.capitals = w.cased, w.capitals
	if w.count > 1 && (a.OrgKind == "party" && strings.HasSuffix(form, " Party") || a.OrgKind == "parliament" && strings.HasSuffix(form, " Parliament")) {
		a.capitals &^= 1 << (w.count - 1) // "the Democratic party"
	}
	if strings.HasPrefix(form, "The ") && !a.Ambiguous {
		a.capitals &^= 1
	}
	for i := len(b.aliased) - 1; i >= 0 && b.aliased[i].alias.Entry == a.Entry; i-- {
		if other := &b.aliased[i]; other.key == w.folded && (other.alias.exact == a.exact || form == a.Name) {
			return
		}
	}
	b.aliased = append(b.aliased, keyed{w.folded, len(b.aliased), a})
}

// acronym reports whether a form is one word of capitals, digits and full stops.
func acronym(form string) bool {
	letters := 0
	for i := 0; i < len(form); i++ {
		c := form[i]
		switch {
		case c >= 'A' && c <= 'Z':
			letters++
		case c != '.' && (c < '0' || c > '9') && c != '-' && c != '&':
			return false
		}
	}
	return letters > 1
}
