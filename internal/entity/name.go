package entity

import (
	"slices"
	"strings"
	"unicode"

	"newsgraph/internal/syntax"
)

// named is a name in a sentence before it is known whose: either the gazetteer's (alias set) or the encoder's (kind set).
type named struct {
	sentence, first, last int
	kind                  syntax.NameKind
	alias                 *Alias
}

func (n named) width() int { return n.last - n.first + 1 }

// names finds the names of a sentence: the gazetteer's and the encoder's, of which the longer wins where they overlap,
// then the gazetteer's, then the one further left. An ambiguous alias ("Jordan", "Washington") is a person where somebody of
// that family name is named in full.
func names(t syntax.Tree, sentence int, hits []Hit, families, known map[string]bool) []named {
	var all []named
	for _, h := range hits {
		if alias := choose(t, h, known); alias != nil {
			all = append(all, named{sentence: sentence, first: h.First, last: h.Last, alias: alias})
		}
	}
	for _, n := range t.Names {
		n = trimName(t, n)
		if n.Kind == syntax.ORG && n.First <= n.Last && (coordinated(t, n, hits) || officer(t, n)) {
			continue
		}
		single := n.First == n.Last
		if single && n.Kind == syntax.ORG && families[strings.ToLower(t.Tokens[n.First].Text)] {
			n.Kind = syntax.PER
		}
		if n.Kind == syntax.PER && single && !families[strings.ToLower(t.Tokens[n.First].Text)] && slices.ContainsFunc(all, func(o named) bool { return o.alias != nil && o.first == n.First && o.last == n.Last }) {
			continue
		}
		if n.First <= n.Last {
			all = append(all, named{sentence: sentence, first: n.First, last: n.Last, kind: n.Kind})
		}
	}
	slices.SortStableFunc(all, func(a, b named) int {
		if beats(a, b) != beats(b, a) {
			if beats(a, b) {
				return -1
			}
			return 1
		}
		return a.first - b.first
	})
	taken := make([]bool, len(t.Tokens))
	kept := all[:0]
	for _, n := range all {
		if slices.Contains(taken[n.first:n.last+1], true) {
			continue
		}
		for i := n.first; i <= n.last; i++ {
			taken[i] = true
		}
		kept = append(kept, n)
	}
	slices.SortFunc(kept, func(a, b named) int { return a.first - b.first })
	return kept
}

// coordinated says whether what the encoder reads as one organisation is several that the gazetteer knows: "Google and Meta".
func coordinated(t syntax.Tree, n syntax.Name, hits []Hit) bool {
	next, parts := n.First, 0
	for _, h := range hits {
		if h.Last < n.First || h.First > n.Last {
			continue
		}
		if k := h.Aliases[0].Kind; k != Organization && k != Country || parts > 0 && h.First == next {
			return false
		}
		for ; next < h.First; next++ {
			if !oneOf(t.Tokens[next].Text, "and", "or", ",", "/", "-", "–", "the") {
				return false
			}
		}
		next, parts = h.Last+1, parts+1
	}
	return parts > 1 && next > n.Last
}

// beats orders rival names.
func beats(a, b named) bool {
	if a.width() != b.width() {
		return a.width() > b.width()
	}
	rank := func(n named) int {
		switch {
		case n.alias != nil && !n.alias.Ambiguous:
			return 0
		case n.kind == syntax.PER:
			return 1
		case n.alias != nil:
			return 2
		}
		return 3
	}
	return rank(a) < rank(b)
}

// choose picks among the entries that share a form the one that the article names elsewhere, in words that leave no doubt;
// else the first, which is a country where one fits. An ambiguous institution ("Congress", "the Treasury") is taken for a
// country's only where the article speaks of that country.
func choose(t syntax.Tree, h Hit, known map[string]bool) *Alias {
	if !properly(t, h) {
		return nil
	}
	for i := range h.Aliases {
		if a := &h.Aliases[i]; (len(h.Aliases) > 1 || a.Ambiguous) && known[a.ID] {
			return a
		}
	}
	a := &h.Aliases[0]
	if a.Ambiguous && a.Kind == Organization && a.ISO3 != "" && !known["country:"+a.ISO3] {
		return nil
	}
	return a
}

// familiar adds to known the entries that hits name without doubt.
func familiar(known map[string]bool, hits []Hit) {
	for _, h := range hits {
		if a := h.Aliases[0]; len(h.Aliases) == 1 && !a.Ambiguous {
			known[a.ID] = true
		}
	}
}

// properly refuses an ambiguous form that the encoder reads as a common word.
func properly(t syntax.Tree, h Hit) bool {
	if !h.Aliases[0].Ambiguous {
		return true
	}
	for i := h.First; i <= h.Last; i++ {
		if u := t.Tokens[i].UPOS; u == "PROPN" || t.Tokens[i].XPOS == "NNP" || u == "ADJ" && h.Aliases[0].Use >= AsAdjective && h.Aliases[0].Use <= AsDemonym {
			return true
		}
	}
	return false
}

// trimName takes from the encoder's name what is no part of it: quotation marks, a title in front, a possessive behind.
func trimName(t syntax.Tree, n syntax.Name) syntax.Name {
	drop := func(i int) bool {
		switch tok := &t.Tokens[i]; {
		case tok.UPOS == "PUNCT" && !strings.HasSuffix(tok.Text, "."), tok.XPOS == "POS":
			return true
		case tok.UPOS == "DET":
			return true
		case !strings.ContainsFunc(tok.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }): // a mark of direction
			return tok.UPOS != "PUNCT"
		default:
			return false
		}
	}
	for n.First <= n.Last && drop(n.First) {
		n.First++
	}
	for n.First <= n.Last && drop(n.Last) {
		n.Last--
	}
	if n.Kind == syntax.PER {
		n = trimTitle(t, n)
		for n.Last+2 < len(t.Tokens) && t.Tokens[n.Last+1].Text == "-" && t.Tokens[n.Last+2].Start == t.Tokens[n.Last].End+1 {
			n.Last += 2 // "Tae-yul" is one given name
		}
	}
	if n.Kind == syntax.ORG {
		for n.First < n.Last && trails(&t.Tokens[n.Last]) {
			n.Last--
		}
	}
	if n.First <= n.Last && !slices.ContainsFunc(t.Tokens[n.First:n.Last+1], func(tok syntax.Token) bool { return capital(tok.Text) }) {
		n.Last = n.First - 1
	}
	return n
}

// trails says whether the encoder's organisation does not end with a word: "FARC dissidents", "the Steering Committee of".
func trails(tok *syntax.Token) bool {
	if capital(tok.Text) {
		return false
	}
	return tok.XPOS == "IN" || tok.XPOS == "CC" || tok.XPOS == "NNS" && GroupNoun(tok.Text)
}

// officer says whether what the encoder reads as an organisation is an office: "the Archbishop of Dublin", "Ambassadors".
func officer(t syntax.Tree, n syntax.Name) bool {
	_, last, ok := OfficeAt(t.Tokens, n.First)
	return ok && (last == n.Last || last < n.Last && t.Tokens[last+1].Text == "of") || n.First == n.Last && isOffice(t.Tokens[n.First].Text)
}

// trimTitle takes titles, and the country that stands before one, from the front of a person's name.
func trimTitle(t syntax.Tree, n syntax.Name) syntax.Name {
	for n.First <= n.Last {
		if _, last, ok := OfficeAt(t.Tokens, n.First); ok && last <= n.Last && capital(t.Tokens[n.First].Text) {
			n.First = last + 1
			continue
		}
		if w := t.Tokens[n.First].Text; w == "of" || w == "the" || w == "The" || w == "," {
			n.First++
			continue
		}
		after := n.First
		for _, h := range Match(t.Tokens[n.First:n.Last+1], nil) {
			if h.First == 0 {
				after = n.First + h.Last + 1
			}
		}
		if after > n.First && after <= n.Last {
			if _, _, ok := OfficeAt(t.Tokens, after); ok || n.First > 0 && t.Tokens[n.First-1].Text == "of" {
				n.First = after
				continue
			}
		}
		break
	}
	return n
}

func capital(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	}
	return false
}

// text is the surface of tokens first to last.
func text(t syntax.Tree, first, last int) string {
	s := t.Tokens
	var b strings.Builder
	for i := first; i <= last; i++ {
		if i > first && s[i].Start > s[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(s[i].Text)
	}
	return b.String()
}
