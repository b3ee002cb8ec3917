package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// segment appends the sentences of a text, tokens within them: paragraphs end at line feeds, sentences at full stops and
// their like where the next word looks like a beginning.
func segment(dst []Sentence, text string) []Sentence {
	paragraph := 0
	for start := 0; start <= len(text); paragraph++ {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if tokens := tokenize(nil, text, start, end); len(tokens) > 0 {
			for from := 0; from < len(tokens); {
				to := sentenceEnd(tokens, from)
				dst = append(dst, newSentence(tokens[from:to:to], paragraph))
				from = to
			}
		}
		start = end + 1
	}
	return dst
}

func newSentence(tokens []Token, paragraph int) Sentence {
	return Sentence{Span: Span{tokens[0].Start, tokens[len(tokens)-1].End}, Paragraph: paragraph, Tokens: tokens}
}

// sentenceEnd returns the index after the last token of the sentence that begins at from.
func sentenceEnd(tokens []Token, from int) int {
	for i := from; i < len(tokens); i++ {
		if i > from && apart(tokens, i) && (isBullet(tokens[i].Text) || isItem(tokens, from, i)) {
			return i
		}
		if !isTerminal(tokens[i].Text) {
			continue
		}
		end := i + 1
		for end < len(tokens) && isCloser(tokens[end].Text) && !apart(tokens, end) {
			end++
		}
		end = footnotes(tokens, end)
		if end == len(tokens) || begins(tokens, from, i, end) {
			return end
		}
	}
	return len(tokens)
}

// footnotes returns the end of marks such as "[6]" that follow the end of a sentence.
func footnotes(tokens []Token, i int) int {
	for i+2 < len(tokens) && tokens[i].Text == "[" && tokens[i+2].Text == "]" && isNumeral(rune(tokens[i+1].Text[0])) {
		i += 3
	}
	return i
}

// apart tells whether there is a gap before token i.
func apart(tokens []Token, i int) bool { return tokens[i].Start > tokens[i-1].End }

func isBullet(s string) bool {
	switch s {
	case "•", "▪", "●", "■", "◦", "‣", "➤", "►":
		return true
	}
	return false
}

// isItem tells whether token i is a dash that begins an item, in a list whose item before begins with the same dash.
func isItem(tokens []Token, from, i int) bool {
	dash := tokens[i].Text
	if dash != "-" && dash != "–" && dash != "*" || tokens[from].Text != dash || i+1 == len(tokens) || !apart(tokens, i+1) || !apart(tokens, from+1) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(tokens[i+1].Text)
	return unicode.IsUpper(first)
}

// isTerminal tells whether a token can end a sentence: stops, and abbreviations with theirs.
func isTerminal(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return last == '.' || last == '!' || last == '?' || last == '…' || last == '。'
}

func isCloser(s string) bool {
	switch s {
	case `"`, "”", "’", "'", "''", ")", "]", "}", "»", "’’":
		return true
	}
	return false
}

func isOpener(s string) bool {
	switch s {
	case `"`, "“", "‘", "'", "``", "(", "[", "{", "«", "-", "–", "—", "--", "*":
		return true
	}
	return false
}

// begins tells whether a new sentence begins at token next after the terminal token i of the sentence that begins at from.
func begins(tokens []Token, from, i, next int) bool {
	word := next // the first word after quotes and the like
	for word < len(tokens)-1 && isOpener(tokens[word].Text) {
		word++
	}
	first, _ := utf8.DecodeRuneInString(tokens[word].Text)
	capital := unicode.IsUpper(first) || isMixed(tokens[word].Text)
	lower := strings.ToLower(tokens[word].Text)
	stop := tokens[i].Text

	if !apart(tokens, next) {
		// "ended.The": a space is missing, if it is no name such as "Node.js"
		return stop == "." && capital && next == i+1 && i > from && len(tokens[i-1].Text) > 2 && isLowerWord(tokens[i-1].Text) || stop != "." && next > i+1 && capital
	}
	quoted := next > i+1 && !isBracket(tokens[next-1].Text)
	switch {
	case stop == "." || stop == "。":
		if i == from+1 && isCounter(tokens[from].Text) {
			return false // "1. First"
		}
		return !unicode.IsLower(first) || capital || next == i+1 && i > from && len(tokens[i-1].Text) > 3 && isLowerWord(tokens[i-1].Text)
	case strings.HasSuffix(stop, "…") || strings.HasSuffix(stop, ".."):
		return capital && lower != "i"
	case strings.HasSuffix(stop, "."):
		return afterAbbreviation(strings.ToLower(strings.TrimSuffix(stop, ".")), capital, lower, word > next && tokens[next].Text != "(")
	}
	if quoted && capital && speaks(tokens, word) {
		return false // "Why?" Mr. Kim asked.
	}
	return capital || isNumeral(first) || word > next && !unicode.IsLower(first) || next == i+1 && i > from && isLowerWord(tokens[i-1].Text)
}

// afterAbbreviation tells whether a sentence ends with an abbreviation.
func afterAbbreviation(abbreviation string, capital bool, next string, opened bool) bool {
	switch {
	case titles[abbreviation] || numbered[abbreviation]:
		return false
	case len(abbreviation) == 1: // an initial
		return false
	case abbreviation == "etc" || abbreviation == "ph.d":
		return capital
	case abbreviation == "a.m" || abbreviation == "p.m":
		return capital && !zones[next]
	}
	return capital && (starters[next] || opened || strings.HasSuffix(next, "ly"))
}

var zones = set(`est edt ast akst hst cet cest bst ist jst kst msk et gmt utc pst pdt pt ct cst cdt eastern pacific central local monday tuesday wednesday thursday
	friday saturday sunday on january february march april may june july august september october november december`)

// isMixed tells whether a word such as "iPhone" begins with a small letter by its own right.
func isMixed(s string) bool {
	if s == "" || !unicode.IsLower(rune(s[0])) {
		return false
	}
	for _, r := range s[1:] {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

func isLowerWord(s string) bool {
	for _, r := range s {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func isBracket(s string) bool { return s == ")" || s == "]" || s == "}" }

// isCounter tells whether a token numbers an item of a list.
func isCounter(s string) bool {
	if len(s) > 2 {
		return false
	}
	for _, r := range s {
		if !isNumeral(r) {
			return len(s) == 1 && isLetter(r)
		}
	}
	return true
}

var speech = set("asked said says added told wrote tweeted demanded shouted cried replied warned declared insisted asks")

// speaks tells whether what begins at token i names the speaker of the quotation before it: a name and a verb of speech.
func speaks(tokens []Token, i int) bool {
	for k := i; k < len(tokens) && k < i+6; k++ {
		t := tokens[k].Text
		if speech[t] {
			return k > i
		}
		first, _ := utf8.DecodeRuneInString(t)
		if !unicode.IsUpper(first) && t != "." {
			return false
		}
	}
	return false
}
