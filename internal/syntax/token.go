package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words follow Universal Dependencies as the treebanks EWT and GUM apply them, because the parser learned from those:
// clitics are words of their own, hyphens split compounds (but not after prefixes such as "anti-"), abbreviations keep
// their full stop, currency signs, percent signs and units leave the number.

// tokenize appends the tokens of text[start:end] to dst.
func tokenize(dst []Token, text string, start, end int) []Token {
	z := tokenizer{text: text[:end], start: start}
	for i := z.skip(start); i < end; {
		j := z.next(i)
		dst = append(dst, Token{Span: Span{i, j}, Text: text[i:j], Head: -1})
		i = z.skip(j)
	}
	return dst
}

type tokenizer struct {
	text  string // up to the end of the stretch
	start int
}

// skip returns where the next token begins.
func (z *tokenizer) skip(i int) int {
	for i < len(z.text) {
		r, n := utf8.DecodeRuneInString(z.text[i:])
		if !isGap(r) {
			break
		}
		i += n
	}
	return i
}

func isGap(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff' || r == '\u180e'
}

// at returns the rune at i, 0 at the end.
func (z *tokenizer) at(i int) (rune, int) {
	if i >= len(z.text) {
		return 0, 0
	}
	if c := z.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(z.text[i:])
}

// before returns the rune that ends at i, 0 at the beginning.
func (z *tokenizer) before(i int) rune {
	if i <= z.start {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(z.text[z.start:i])
	return r
}

// next returns the end of the token that begins at i.
func (z *tokenizer) next(i int) int {
	r, n := z.at(i)
	if before := z.before(i); before == 0 || isGap(before) || strings.ContainsRune("([<\"“‘'/", before) {
		if end := z.web(i); end > i {
			return end
		}
	}
	switch {
	case isNumeral(r):
		return z.number(i)
	case isLetter(r):
		return z.word(i)
	case isApostrophe(r):
		return z.apostrophe(i, n)
	case r == '!' || r == '?':
		return z.run(i, "!?")
	case r == '.' && strings.HasPrefix(z.text[i+n:], "?"), r == '.' && strings.HasPrefix(z.text[i+n:], "!"):
		return z.run(i, ".!?")
	case strings.ContainsRune(".-=*_~+<>#|", r):
		return z.run(i, string(r))
	case (r == ':' || r == ';') && z.smiley(i) > 0:
		return z.smiley(i)
	}
	return z.marks(i + n)
}

// run returns the end of a run of the given characters.
func (z *tokenizer) run(i int, set string) int {
	for i < len(z.text) && strings.IndexByte(set, z.text[i]) >= 0 {
		i++
	}
	return i
}

// marks returns the end of the combining marks and joiners at i, which belong to what stands before them.
func (z *tokenizer) marks(i int) int {
	for {
		r, n := z.at(i)
		if r < 0x300 || !unicode.Is(unicode.M, r) && r != '\u200c' && r != '\u200d' {
			return i
		}
		i += n
	}
}

func (z *tokenizer) smiley(i int) int {
	for _, s := range []string{":-)", ":-(", ";-)", ":)", ":(", ";)"} {
		if strings.HasPrefix(z.text[i:], s) && isGap(z.before(i)) {
			return i + len(s)
		}
	}
	return 0
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.M, r) || r == '\u00ad'
}

// isNumeral also counts fractions and superscripts.
func isNumeral(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsNumber(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' || r == '´' }

// letters returns the end of the run of letters, digits, joiners and marks at i.
func (z *tokenizer) letters(i int) int {
	for {
		r, n := z.at(i)
		if !isLetter(r) && !isNumeral(r) && r != '_' && r != '\u200c' && r != '\u200d' {
			return i
		}
		i += n
	}
}

// word returns the end of a token that begins with a letter.
func (z *tokenizer) word(i int) int {
	end := z.letters(i)
	if e := z.dotted(i, end); e > 0 {
		return e
	}
	for { // an apostrophe inside a name stays, unless a clitic begins there: "O'Connor", but "Iran|'s"
		r, n := z.at(end)
		after, _ := z.at(end + n)
		switch {
		case isApostrophe(r) && r != '`' && isLetter(after) && z.clitic(end, n) == 0 && !z.negation(end):
			end = z.letters(end + n)
			continue
		case r == '&' && unicode.IsUpper(after) && unicode.IsUpper(z.before(end)) && (end-i <= 2 || z.letters(end+1) <= end+2):
			end = z.letters(end + n) // AT&T
			continue
		}
		break
	}
	word := strings.ToLower(z.text[i:end])
	if z.negation(end) && word[len(word)-1] == 'n' {
		if len(word) > 1 {
			return end - 1 // "do|n't"
		}
		if isLetter(z.before(i)) {
			_, n := z.at(end)
			return end + n + 1
		}
	}
	if n := fused[word]; n > 0 {
		return i + n
	}
	r, n := z.at(end)
	switch {
	case r == '.' && z.abbreviated(i, end, word):
		return end + 1
	case r == '$' && dollars[word]:
		return end + 1
	case r == '-' && prefixes[word] && z.text[i:end] != strings.ToUpper(word) || r == '-' && word == "e":
		if after, _ := z.at(end + n); isLetter(after) || isNumeral(after) && word == "mid" {
			return z.letters(end + n)
		}
	}
	return end
}

// negation tells whether an apostrophe and t follow at i: then an n before them belongs to "n't".
func (z *tokenizer) negation(i int) bool {
	r, n := z.at(i)
	if !isApostrophe(r) || z.before(i) != 'n' && z.before(i) != 'N' {
		return false
	}
	t, m := z.at(i + n)
	after, _ := z.at(i + n + m)
	return (t == 't' || t == 'T') && !isLetter(after)
}

// clitic returns the end of a clitic that begins with the apostrophe of n bytes at i, or 0.
func (z *tokenizer) clitic(i, n int) int {
	end := z.letters(i + n)
	switch strings.ToLower(z.text[i+n : end]) {
	case "s", "m", "d", "ll", "re", "ve":
		return end
	}
	return 0
}

// apostrophe returns the end of a token that begins with an apostrophe or single quote of n bytes.
func (z *tokenizer) apostrophe(i, n int) int {
	before := z.before(i)
	if isLetter(before) || isNumeral(before) || before == '.' || before == ')' || before == '%' {
		if end := z.clitic(i, n); end > 0 {
			return end
		}
		return i + n
	}
	r, _ := z.at(i)
	after, m := z.at(i + n)
	switch {
	case after == r && (r == '\'' || r == '`'):
		return i + n + m // '' and ``
	case isNumeral(after) && r != '`': // '90s
		end := i + n
		for isNumeral(after) {
			end += m
			after, m = z.at(end)
		}
		if end-i-n != 2 {
			return i + n
		}
		if s, _ := z.at(end + m); after == 's' && !isLetter(s) {
			return end + m
		}
		if isLetter(after) {
			return i + n
		}
		return end
	case strings.EqualFold(z.text[i+n:z.letters(i+n)], "em"):
		return z.letters(i + n)
	}
	return i + n
}

// number returns the end of a token that begins with a digit.
func (z *tokenizer) number(i int) int {
	end := z.digits(i)
	if e := z.groups(i, end); e > 0 {
		return e
	}
	for {
		r, n := z.at(end)
		after, _ := z.at(end + n)
		if r == 0 || !strings.ContainsRune(".,:/", r) || !isNumeral(after) {
			break
		}
		end = z.digits(end + n)
	}
	r, n := z.at(end)
	if isApostrophe(r) && z.text[end-1] == '0' && (end-i == 2 || end-i == 4) {
		if e := z.clitic(end, n); e == end+n+1 && z.text[e-1] == 's' {
			return e // 1990's
		}
	}
	if !isLetter(r) {
		return end
	}
	tail := z.letters(end)
	if units[z.text[end:tail]] {
		return end
	}
	if strings.HasPrefix(z.text[end:], "p.m") || strings.HasPrefix(z.text[end:], "a.m") {
		return end
	}
	return tail // 30th, 1980s, 4G
}

func (z *tokenizer) digits(i int) int {
	for {
		r, n := z.at(i)
		if !isNumeral(r) {
			return i
		}
		i += n
	}
}

// groups returns the end of digits joined by hyphens that are one word, such as 2024-11-04 and (713) 853-3989, or 0. Spans
// of years ("2004-05") and scores are several.
func (z *tokenizer) groups(i, end int) int {
	first, n, last := end-i, 1, 0
	for ; end < len(z.text) && z.text[end] == '-'; n++ {
		e := z.digits(end + 1)
		if e == end+1 {
			break
		}
		end, last = e, e-end-1
	}
	if r, _ := z.at(end); isLetter(r) || n < 2 {
		return 0
	}
	if n == 2 {
		before := strings.TrimRight(z.text[z.start:i], " ")
		if first != 3 || last != 4 || !strings.HasSuffix(before, ")") && !strings.HasSuffix(before, "/") {
			return 0
		}
	}
	return end
}

// web returns the end of an address, a handle or a tag that begins at i, or 0.
func (z *tokenizer) web(i int) int {
	end := i
	if r, _ := z.at(i); !isLetter(r) && !isNumeral(r) && r != '@' && r != '#' {
		return 0
	}
	special, dot := false, false
	for end < len(z.text) {
		r, n := z.at(end)
		if isGap(r) {
			break
		}
		special = special || r == '@' || r == '#' || r == ':' && strings.HasPrefix(z.text[end:], "://")
		dot = dot || r == '.' && end > i
		end += n
	}
	if !special && !dot {
		return 0
	}
	for end > i {
		r, n := utf8.DecodeLastRuneInString(z.text[i:end])
		if !strings.ContainsRune(".,;:!?)]}>'\"’”»…", r) {
			break
		}
		end -= n
	}
	s := z.text[i:end]
	if p := strings.Index(s, "://"); p > 2 && p < 6 || strings.HasPrefix(s, "www.") {
		return cut(i, end, s, "”“\"<>")
	}
	if len(s) > 1 && (s[0] == '@' || s[0] == '#') {
		if r, _ := z.at(i + 1); isLetter(r) || s[0] == '@' && isNumeral(r) {
			return z.letters(i + 1)
		}
		return 0
	}
	if p := strings.IndexByte(s, '@'); p > 0 && strings.IndexByte(s[p:], '.') > 1 {
		return cut(i, end, s, "”“\"<>()/,;:'’")
	}
	stop := len(s)
	for k, r := range s {
		if !isLetter(r) && !isNumeral(r) && r != '.' && r != '-' {
			stop = k
			break
		}
	}
	host := s[:stop]
	if p := strings.LastIndexByte(host, '.'); p > 0 && domains[host[p+1:]] && p > 1 {
		if stop < len(s) && s[stop] == '/' {
			return cut(i, end, s, "”“\"<>")
		}
		return i + stop
	}
	return 0
}

// cut returns the end of the part of s = text[i:end] before any of the given characters.
func cut(i, end int, s, stops string) int {
	if k := strings.IndexAny(s, stops); k > 0 {
		return i + k
	}
	return end
}
