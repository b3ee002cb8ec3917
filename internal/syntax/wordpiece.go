package syntax

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// pieces are the units that the encoder reads: whole frequent words, and beginnings and continuations of rarer ones.
type vocabulary struct {
	begin, inside      map[string]int32 // inside without its "##"
	root, end, unknown int32
}

func newVocabulary(list []string) *vocabulary {
	v := &vocabulary{begin: make(map[string]int32, len(list)), inside: make(map[string]int32, len(list)/4)}
	for i, piece := range list {
		if len(piece) > 2 && piece[:2] == "##" {
			v.inside[piece[2:]] = int32(i)
		} else {
			v.begin[piece] = int32(i)
		}
	}
	v.root, v.end, v.unknown = v.begin["[CLS]"], v.begin["[SEP]"], v.begin["[UNK]"]
	return v
}

const (
	maxWordPieces = 12  // of a word; the rest of it isn't read
	maxPartRunes  = 100 // a longer run of letters is unknown
)

// typographic maps tokens that the vocabulary knows by their plain form.
var typographic = map[string]string{"“": `"`, "”": `"`, "``": `"`, "''": `"`, "’": "'", "‘": "'", "–": "-", "—": "-", "--": "-", "…": "..."}

// split appends the pieces of a word to dst.
func (v *vocabulary) split(dst []int32, word string) []int32 {
	if id, ok := v.begin[word]; ok && lowerLetters(word) {
		return append(dst, id)
	}
	if plain, ok := typographic[word]; ok {
		word = plain
	}
	from := len(dst)
	part := make([]byte, 0, 64)
	flush := func() {
		dst = v.part(dst, string(part))
		part = part[:0]
	}
	for _, r := range fold(word) {
		switch {
		case unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf):
			flush()
		case isPunctuation(r) || 0x4e00 <= r && r <= 0x9fff:
			flush()
			part = utf8.AppendRune(part, r)
			flush()
		default:
			part = utf8.AppendRune(part, r)
		}
	}
	flush()
	if len(dst) == from {
		return append(dst, v.unknown)
	}
	return dst[:min(len(dst), from+maxWordPieces)]
}

// part appends the pieces of a run without punctuation: always the longest that the vocabulary has.
func (v *vocabulary) part(dst []int32, s string) []int32 {
	if s == "" {
		return dst
	}
	from, known := len(dst), v.begin
	if utf8.RuneCountInString(s) > maxPartRunes {
		return append(dst, v.unknown)
	}
	for s != "" {
		n := len(s)
		id, ok := known[s]
		for !ok && n > 1 {
			for n--; n > 0 && !utf8.RuneStart(s[n]); n-- {
			}
			id, ok = known[s[:n]]
		}
		if !ok {
			return append(dst[:from], v.unknown)
		}
		dst, s, known = append(dst, id), s[n:], v.inside
	}
	return dst
}

func lowerLetters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// fold lower-cases a word and takes off its accents.
func fold(word string) string {
	out := make([]byte, 0, len(word)+8)
	ascii := true
	for _, r := range word {
		if r == '’' {
			r = '\''
		}
		ascii = ascii && r < utf8.RuneSelf
		if r == 'İ' { // the only letter whose lower case is two runes
			out = append(out, "i̇"...)
			continue
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	if ascii {
		return string(out)
	}
	decomposed := norm.NFD.Bytes(out)
	out = out[:0]
	for _, r := range string(decomposed) {
		if !unicode.Is(unicode.Mn, r) {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

// isPunctuation also counts symbols such as "$" and "+", as BERT does.
func isPunctuation(r rune) bool {
	if r < utf8.RuneSelf {
		return '!' <= r && r <= '/' || ':' <= r && r <= '@' || '[' <= r && r <= '`' || '{' <= r && r <= '~'
	}
	return unicode.IsPunct(r)
}

// Shape returns one of 16 classes of letter case and digits in a word. The vocabulary is lower-cased, so case comes in by
// an embedding of this class. 0 is for no word.
func Shape(word string) int {
	letters, upper, runes := 0, 0, 0
	var first bool // the first letter is a capital
	digits, plain, number := false, true, true
	for _, r := range word {
		runes++
		letter, digit := unicode.IsLetter(r), isDigit(r)
		digits = digits || digit
		plain, number = plain && letter, number && digit
		if !letter {
			continue
		}
		if letters++; unicode.IsUpper(r) {
			upper++
			first = first || letters == 1
		}
	}
	or := func(yes bool, a, b int) int {
		if yes {
			return a
		}
		return b
	}
	switch {
	case letters == 0 && !digits:
		return 1 // punctuation
	case letters == 0:
		return or(number, 2, 3) // 12, 1.5
	case digits:
		return or(upper == 0, 4, 5) // 30th, B2
	case upper == 0:
		return or(plain, 6, 7) // lower, e.g.
	case upper == letters && letters == 1:
		return or(runes == 1, 8, 9) // A, J.
	case upper == letters:
		return or(plain, 10, 11) // NASA, U.S.
	case first && upper == 1:
		return or(plain, 12, 13) // Word, Ph.
	}
	return or(first, 14, 15) // McCain, iPhone
}

// isDigit is wider than unicode.IsDigit: superscripts count, as in the training.
func isDigit(r rune) bool {
	return unicode.IsDigit(r) || r == '²' || r == '³' || r == '¹' || 0x2070 <= r && r <= 0x2089
}
