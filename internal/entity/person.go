package entity

import (
	"strings"
	"unicode/utf8"

	"newsgraph/internal/syntax"
)

// persona is one person of the article under all the names by which the text calls them.
type persona struct {
	parts  []string // the fullest name, in lower case, without titles, initials and "Jr."
	name   string   // the fullest name as written
	entity int
	last   int // order of the latest mention
}

// calling is a place where the text names a person.
type calling struct {
	entity int
	Mention
}

// nameParts are the words of a person's name that tell people apart. Hyphenated given names count as one.
func nameParts(t syntax.Tree, first, last int) []string {
	var parts []string
	for i := first; i <= last; i++ {
		w := strings.ToLower(t.Tokens[i].Text)
		glued := i > first && t.Tokens[i].Start == t.Tokens[i-1].End
		switch {
		case w == "-" || w == "'" || w == "’" || w == "," || w == "\"" || w == "“" || w == "”":
			continue
		case w == "jr." || w == "jr" || w == "sr." || w == "sr" || w == "ii" || w == "iii" || w == "iv":
			continue
		case glued && i-1 > first && !strings.HasSuffix(t.Tokens[i-1].Text, ".") && len(parts) > 0:
			parts[len(parts)-1] += w
			continue
		}
		parts = append(parts, strings.TrimSuffix(w, "."))
	}
	full := parts[:0:0]
	for i, p := range parts { // initials in the middle do not tell people apart
		if i > 0 && i < len(parts)-1 && utf8.RuneCountInString(p) == 1 {
			continue
		}
		full = append(full, p)
	}
	return full
}

// short lists given names and the forms by which the same people are called.
var short = map[string]string{
	"joe": "joseph", "tony": "antony", "anthony": "antony", "mike": "michael", "bill": "william", "bob": "robert", "rob": "robert", "jim": "james", "tom": "thomas",
	"dick": "richard", "rick": "richard", "ted": "edward", "ed": "edward", "ben": "benjamin", "dan": "daniel", "dave": "david", "steve": "stephen", "steven": "stephen",
	"chris": "christopher", "matt": "matthew", "nick": "nicholas", "sam": "samuel", "alex": "alexander", "pete": "peter", "jeff": "jeffrey", "greg": "gregory",
	"ken": "kenneth", "don": "donald", "ron": "ronald", "andy": "andrew", "larry": "lawrence", "chuck": "charles", "charlie": "charles", "liz": "elizabeth",
	"kate": "katherine", "kathy": "katherine", "sue": "susan", "bibi": "benjamin", "volodymyr": "vladimir", "jake": "jacob", "nikki": "nimrata",
}

// sameGiven says whether two given names may be one person's.
func sameGiven(a, b string) bool {
	if a == b || strings.HasPrefix(a, b) && len(b) >= 3 || strings.HasPrefix(b, a) && len(a) >= 3 {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	long := func(s string) string {
		if l, ok := short[s]; ok {
			return l
		}
		return s
	}
	return long(a) == long(b)
}

// fits says whether a name of the given parts may be another form of p's.
func (p *persona) fits(parts []string) bool {
	n, m := len(p.parts), len(parts)
	switch {
	case m == 0 || n == 0:
		return false
	case m == 1 && n == 1:
		return parts[0] == p.parts[0]
	case m == 1:
		return parts[0] == p.parts[n-1] || parts[0] == p.parts[0] || n > 2 && parts[0] == p.parts[n-2]+p.parts[n-1]
	case n == 1:
		return p.parts[0] == parts[m-1] || p.parts[0] == parts[0]
	case n != m && (strings.Join(p.parts, " ") == strings.Join(parts, " ")):
		return true
	}
	if p.parts[n-1] == parts[m-1] {
		return sameGiven(p.parts[0], parts[0])
	}
	// "Mohammed bin Salman Al Saud", "Abdel Fattah al-Sisi": one name is the other's beginning.
	short, long := p.parts, parts
	if n > m {
		short, long = long, short
	}
	if len(short) < 2 {
		return false
	}
	for i := range short {
		if short[i] != long[i] {
			return false
		}
	}
	return true
}

// personID is the id of a person's name: given and family names without initials, so that "Antony J. Blinken" and
// "Antony Blinken" are one.
func personID(name string) string {
	words := strings.Fields(name)
	kept := words[:0:0]
	for i, w := range words {
		w = strings.Trim(w, ",\"“”")
		bare := strings.Trim(w, ".")
		if i > 0 && i < len(words)-1 && utf8.RuneCountInString(bare) == 1 {
			continue
		}
		switch strings.ToLower(bare) {
		case "jr", "sr":
			continue
		}
		kept = append(kept, w)
	}
	return "person:" + slug(strings.Join(kept, " "))
}
