package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// walk reads a phrase fragment by fragment and keeps its hashes. Fragments are what hyphens, apostrophes and blanks
// part; full stops vanish, so "U.S." reads as "US" and "Cho Tae-yul" as its three tokens and hyphen do. A comma, a
// bracket or an ampersand is a fragment of its own.
type walk struct {
	folded, cased uint64   // hashes without and with case, both without diacritics
	capitals      uint32   // bit i: fragment i begins with a capital or a digit
	count         int      // fragments so far
	inside        bool     // in the midst of a fragment
	ends          []uint64 // where not nil: the folded hash after every fragment
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func (w *walk) start() {
	*w = walk{folded: hashSeed, cased: hashSeed}
}

// end closes the fragment that is open, if any.
func (w *walk) end() {
	if w.inside {
		w.inside = false
		w.count++
		if w.ends != nil {
			w.ends = append(w.ends, w.folded)
		}
	}
}

// add reads more text; ends of tokens are marked by end.
func (w *walk) add(text string) {
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			w.open(r < 'a')
			w.byte(byte(r|0x20), byte(r))
			continue
		}
		switch {
		case vanishes(r):
		case parts(r):
			w.end()
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			w.letter(r)
		default:
			w.end()
			w.letter(r)
			w.end()
		}
	}
}

// open begins a fragment unless one is open.
func (w *walk) open(capital bool) {
	if w.inside {
		return
	}
	w.inside = true
	w.byte(' ', ' ')
	if capital && w.count < 32 {
		w.capitals |= 1 << w.count
	}
}

func (w *walk) letter(r rune) {
	w.open(!unicode.IsLower(r))
	lower := unicode.ToLower(r)
	upper := lower != r
	if lower < utf8.RuneSelf {
		w.byte(byte(lower), byte(r))
		return
	}
	plain, ok := plainLetters[lower]
	if !ok {
		plain = string(lower)
	}
	for i := 0; i < len(plain); i++ {
		c := plain[i]
		if upper && c >= 'a' && c <= 'z' {
			w.byte(c, c-'a'+'A')
		} else {
			w.byte(c, c)
		}
	}
}

func (w *walk) byte(folded, cased byte) {
	w.folded = (w.folded ^ uint64(folded)) * hashPrime
	w.cased = (w.cased ^ uint64(cased)) * hashPrime
}

// vanishes reports whether a rune does not count: full stops and combining marks.
func vanishes(r rune) bool {
	return r == '.' || r >= 0x300 && unicode.Is(unicode.Mn, r)
}

// parts reports whether a rune stands between fragments.
func parts(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '-', '\'', '_', '`', '´', '\u00a0', '\u00ad', '\u02bb', '\u02bc', '\u02be', '\u02bf', '\u2010', '\u2011', '\u2012', '\u2013', '\u2018', '\u2019':
		return true
	}
	return false
}

// bare reports whether a token holds no fragment.
func bare(text string) bool {
	for _, r := range text {
		if !vanishes(r) && !parts(r) {
			return false
		}
	}
	return true
}

// joins reports whether a bare token may stand inside a name.
func joins(text string) bool {
	return !strings.Contains(text, ".") && utf8.RuneCountInString(text) == 1
}

// trimArticle takes off a leading "the".
func trimArticle(name string) string {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return name[4:]
	}
	return name
}

// slug writes a name as part of an id.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range name {
		switch {
		case r == '.' || r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			lower := unicode.ToLower(r)
			if plain, ok := plainLetters[lower]; ok {
				b.WriteString(plain)
			} else {
				b.WriteRune(lower)
			}
		default:
			gap = true
		}
	}
	return b.String()
}

// plainLetters are the ASCII letters for Latin ones with marks.
var plainLetters = foldings(
	"a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
	"b ƀɓḃḅḇ",
	"c çćĉċčḉ",
	"d ðďđɖɗḋḍḏḑḓ",
	"e èéêëēĕėęěȅȇȩəḕḗḙḛḝẹẻẽếềểễệ",
	"f ḟ",
	"g ĝğġģǥǧǵḡ",
	"h ĥħȟḣḥḧḩḫẖ",
	"i ìíîïĩīĭįıǐȉȋɨḭḯỉị",
	"j ĵǰ",
	"k ķƙǩḱḳḵ",
	"l ĺļľłḷḹḻḽ",
	"m ḿṁṃ",
	"n ñńņňŋǹṅṇṉṋ",
	"o òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
	"p ṕṗ",
	"r ŕŗřȑȓṙṛṝṟ",
	"s śŝşšșṡṣṥṧṩ",
	"t ţťŧțṫṭṯṱẗ",
	"u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
	"v ṽṿ",
	"w ŵẁẃẅẇẉẘ",
	"x ẋẍ",
	"y ýÿŷƴȳẏẙỳỵỷỹ",
	"z źżžẑẓẕ",
	"ae æ",
	"oe œ",
	"ss ß",
	"th þ",
)

func foldings(lines ...string) map[rune]string {
	plain := make(map[rune]string)
	for _, line := range lines {
		to, from, _ := strings.Cut(line, " ")
		for _, r := range from {
			plain[r] = to
		}
	}
	return plain
}
