package entity

import (
	"embed"
	"fmt"
	"sort"
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

// builder collects aliases before they are sorted into a table.
type builder struct{ table }

func loadActors() *table {
	b := &builder{table: table{nodes: make(map[uint64]node, 1<<15), byID: make(map[string]*Entry, 1<<13)}}
	eachRow("country.tsv", 10, b.country)
	eachRow("organization.tsv", 6, b.organization)
	for key, n := range b.nodes {
		if len(n.aliases) > 1 {
			sort.SliceStable(n.aliases, func(i, j int) bool { return rank(n.aliases[i].Kind) < rank(n.aliases[j].Kind) })
			b.nodes[key] = n
		}
	}
	return &b.table
}

func rank(k Kind) int {
	switch k {
	case Country:
		return 0
	case Organization:
		return 1
	case Place:
		return 2
	}
	return 3
}

func (b *builder) country(f []string) {
	e := b.entry(&Entry{ID: "country:" + f[0], Kind: Country, Name: f[3], ISO3: f[0], Wikidata: f[2]})
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
	e := b.entry(&Entry{ID: "org:" + slug(f[0]), Kind: Organization, Name: f[0], OrgKind: f[1], ISO3: f[2], Wikidata: f[5]})
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
}

func (b *builder) entry(e *Entry) *Entry {
	if b.byID[e.ID] != nil {
		panic("gazetteer: two entries have the id " + e.ID)
	}
	b.byID[e.ID] = e
	return e
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
		if len(form)-strings.Count(form, ".") <= 3 {
			a.exact = true
		}
	}
	var w walk
	w.start()
	w.ends = make([]uint64, 0, 8)
	w.add(form)
	w.end()
	for _, prefix := range w.ends[:len(w.ends)-1] {
		n := b.nodes[prefix]
		n.more = true
		b.nodes[prefix] = n
	}
	a.cased, a.capitals = w.cased, w.capitals
	n := b.nodes[w.folded]
	for _, other := range n.aliases {
		if other.Entry == a.Entry && (other.exact == a.exact || form == a.Name) {
			return
		}
	}
	n.aliases = append(n.aliases, a)
	b.nodes[w.folded] = n
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
