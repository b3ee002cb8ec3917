package syntax

import (
	_ "embed" // the word lists
	"strings"
	"sync"
)

//go:embed data/verbs.txt
var verbList string

//go:embed data/nouns.txt
var nounList string

//go:embed data/endings.txt
var endingList string

//go:embed data/plurals.txt
var pluralList string

// lexicon gives words their base forms: lists of irregular forms, then rules on endings.
type lexicon struct {
	verbs, nouns     map[string]string
	endings, plurals rules
}

var lemmas = sync.OnceValue(func() *lexicon {
	return &lexicon{forms(verbList), forms(nounList), newRules(endingList), newRules(pluralList)}
})

// forms reads lines of a base and its forms; the base is its own form unless it is that of another.
func forms(list string) map[string]string {
	out := map[string]string{}
	for line := range dataLines(list) {
		f := strings.Fields(line)
		for _, form := range f[1:] {
			out[form] = f[0]
		}
	}
	for line := range dataLines(list) {
		base := strings.Fields(line)[0]
		if _, ok := out[base]; !ok {
			out[base] = base
		}
	}
	return out
}

// dataLines yields the lines of a data file without comments and empty ones.
func dataLines(list string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// rules say what becomes of a stem by its longest known ending.
type rules struct {
	verdict map[string]byte
	longest int
}

func newRules(list string) rules {
	r := rules{verdict: map[string]byte{}}
	for line := range dataLines(list) {
		ending, verdict, _ := strings.Cut(line, " ")
		r.verdict[ending] = verdict[0]
		r.longest = max(r.longest, len(ending))
	}
	return r
}

func (r rules) of(stem string) byte {
	if v, ok := r.verdict["^"+stem]; ok {
		return v
	}
	for n := min(len(stem), r.longest); n > 0; n-- {
		if v, ok := r.verdict[stem[len(stem)-n:]]; ok {
			return v
		}
	}
	return '-'
}

// stem gives a stem from which -ed, -ing, -er or -est was taken its last letter.
func (l *lexicon) stem(s string) string {
	switch l.endings.of(s) {
	case '+':
		return s + "e"
	case '=':
		return s[:len(s)-1]
	case 'y':
		return s[:len(s)-1] + "y"
	}
	return s
}

// singular takes the s off a plural or a verb.
func (l *lexicon) singular(word string) string {
	s, ok := strings.CutSuffix(word, "s")
	if !ok || len(s) < 2 {
		return word
	}
	switch l.plurals.of(s) {
	case '=':
		return s[:len(s)-1]
	case 'y':
		return s[:len(s)-2] + "y"
	case 's':
		return word
	}
	return s
}

// compoundPlurals are the irregular plurals that end longer words.
var compoundPlurals = [...]string{"women", "men", "children", "people", "feet", "teeth", "wives", "lives", "selves", "halves", "shelves", "knives"}

func (l *lexicon) noun(word string) string {
	if base, ok := l.nouns[word]; ok {
		return base
	}
	for _, plural := range compoundPlurals {
		if first, ok := strings.CutSuffix(word, plural); ok {
			return first + l.nouns[plural]
		}
	}
	return l.singular(word)
}

// verbPrefixes stand before irregular verbs.
var verbPrefixes = [...]string{"over", "under", "out", "re-", "re", "mis", "un", "fore", "up", "pre-", "pre", "inter", "co-"}

func (l *lexicon) verb(word, xpos string) string {
	if base, ok := l.verbs[word]; ok {
		return base
	}
	if xpos == "VBD" || xpos == "VBN" {
		for _, prefix := range verbPrefixes {
			if rest, ok := strings.CutPrefix(word, prefix); ok && l.verbs[rest] != "" {
				return prefix + l.verbs[rest]
			}
		}
	}
	switch xpos {
	case "VBZ":
		return l.singular(word)
	case "VBD", "VBN":
		if s, ok := strings.CutSuffix(word, "ied"); ok && s != "" {
			return s + "y"
		}
		if s, ok := strings.CutSuffix(word, "ed"); ok && len(s) > 1 {
			return l.stem(s)
		}
	case "VBG":
		if s, ok := strings.CutSuffix(word, "ing"); ok && len(s) > 1 {
			return l.stem(s)
		}
	}
	return word
}

var graded = map[string]string{"better": "good", "best": "good", "worse": "bad", "worst": "bad", "more": "more", "most": "most",
	"less": "less", "least": "least", "lesser": "less", "elder": "old", "eldest": "old", "further": "far", "farther": "far",
	"furthest": "far", "farthest": "far", "later": "late", "latest": "late", "latter": "latter", "former": "former"}

func (l *lexicon) positive(word, xpos string) string {
	if base, ok := graded[word]; ok {
		if base == "good" && xpos[0] == 'R' {
			return "well"
		}
		if base == "bad" && xpos[0] == 'R' {
			return "badly"
		}
		return base
	}
	for _, ending := range []string{"er", "est"} {
		if s, ok := strings.CutSuffix(word, ending); ok && len(s) > 1 {
			return l.stem(s)
		}
	}
	return word
}

var (
	pronouns = map[string]string{"me": "I", "i": "I", "him": "he", "them": "they", "'em": "they", "em": "they", "us": "we", "mine": "my",
		"yours": "your", "ours": "our", "theirs": "their", "hers": "her", "'s": "we", "these": "this", "those": "that", "u": "you", "ya": "you"}
	written = map[string]string{"n't": "not", "n’t": "not", "nt": "not", "'": "'s", "an": "a", "these": "this", "those": "that",
		"vs.": "versus", "vs": "versus", "thru": "through", "'n'": "and"}
	modals   = map[string]string{"ca": "can", "wo": "will", "'ll": "will", "ll": "will", "sha": "shall"}
	marks    = map[string]string{"“": `"`, "”": `"`, "``": `"`, "‘": "'", "’": "'", "–": "-", "—": "-", "--": "-"}
	counts   = map[string]string{"m": "million", "mn": "million", "k": "thousand", "b": "billion", "bn": "billion", "t": "trillion", "tn": "trillion"}
	calendar = map[string]string{"jan": "January", "feb": "February", "mar": "March", "apr": "April", "aug": "August", "sept": "September",
		"sep": "September", "oct": "October", "nov": "November", "dec": "December", "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday",
		"wed": "Wednesday", "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}
)

// first returns what the table has for a word, or the word.
func first(table map[string]string, word string) string {
	if base, ok := table[word]; ok {
		return base
	}
	return word
}

// lemma returns the base form of token i of a sentence whose tags and tree are known.
func (l *lexicon) lemma(s *Sentence, i int) string {
	t := &s.Tokens[i]
	word := plainApostrophe(strings.ToLower(t.Text))
	switch t.UPOS {
	case "PROPN", "X":
		if base, ok := calendar[strings.TrimSuffix(word, ".")]; ok && t.UPOS == "PROPN" {
			return base
		}
		if t.XPOS == "NNPS" {
			return recase(t.Text, l.noun(strings.ToLower(t.Text)))
		}
		return t.Text
	case "AUX", "VERB":
		return l.auxiliary(s, t, word)
	case "NOUN":
		switch {
		case t.XPOS == "NNS" && !isNumeral(rune(word[0])): // not the 1970s
			return l.noun(word)
		case word == "am" || word == "pm":
			return word[:1] + ".m."
		}
	case "ADJ", "ADV":
		switch t.XPOS {
		case "JJR", "JJS", "RBR", "RBS":
			return l.positive(word, t.XPOS)
		case "NNP":
			return t.Text
		}
	case "PRON":
		if t.XPOS == "PRP" && word == "her" {
			return "she"
		}
		return first(pronouns, word)
	case "NUM":
		if base, ok := counts[word]; ok && i > 0 && t.Start == s.Tokens[i-1].End {
			return base
		}
		if strings.IndexByte(word, ',') > 0 {
			return strings.ReplaceAll(word, ",", "")
		}
	case "PUNCT", "SYM":
		return first(marks, word)
	case "PART", "DET", "ADP", "CCONJ":
		if t.UPOS == "PART" && word == "'" && t.XPOS != "POS" {
			return word
		}
		return first(written, word)
	}
	return word
}

func (l *lexicon) auxiliary(s *Sentence, t *Token, word string) string {
	switch word {
	case "'s", "s":
		// "he's gone" has a participle that is neither passive nor "being"
		if t.Label == "aux" && t.Head >= 0 && s.Tokens[t.Head].XPOS == "VBN" {
			return "have"
		}
		if t.UPOS == "AUX" || t.Label == "cop" || t.XPOS == "VBZ" {
			return "be"
		}
	case "'d":
		if t.XPOS == "VBD" {
			return "have"
		}
		return "would"
	case "ai":
		return "be"
	}
	switch {
	case t.XPOS == "MD":
		return first(modals, word)
	case t.XPOS == "VB" || t.XPOS == "VBP":
		if base := l.verbs[word]; base == "be" || base == "have" {
			return base
		}
		return word
	}
	return l.verb(word, t.XPOS)
}

// plainApostrophe writes typographic apostrophes as typewriters do.
func plainApostrophe(word string) string {
	if strings.Contains(word, "’") {
		return strings.ReplaceAll(word, "’", "'")
	}
	return word
}

// recase gives a lemma the letter case of the word as far as they agree.
func recase(text, lemma string) string {
	n := 0
	for n < len(text) && n < len(lemma) && text[n]|0x20 == lemma[n]|0x20 {
		n++
	}
	if n > len(text) || n > len(lemma) {
		return lemma
	}
	return text[:n] + lemma[n:]
}
