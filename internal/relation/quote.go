package relation

import (
	"strings"
	"unicode/utf8"

	"newsgraph/internal/syntax"
)

// quotations are the spans between quotation marks, without the marks, in order. A quotation that runs on into the next
// paragraph, which then opens with a mark again, is one span a paragraph.
func quotations(text string) []syntax.Span {
	var found []syntax.Span
	open, curly := -1, false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n':
			if open >= 0 && i > open {
				found = append(found, syntax.Span{Start: open, End: i})
			}
			open = -1
		case r == '“' || r == '„':
			open, curly = i+size, true
		case r == '”' && open >= 0 && curly:
			found = append(found, syntax.Span{Start: open, End: i})
			open = -1
		case r == '"' && open < 0:
			if opens(text, i) {
				open, curly = i+size, false
			}
		case r == '"' && open >= 0:
			found = append(found, syntax.Span{Start: open, End: i})
			open = -1
		}
		i += size
	}
	if open >= 0 && open < len(text) {
		found = append(found, syntax.Span{Start: open, End: len(text)})
	}
	kept := found[:0]
	for _, q := range found {
		if q = trim(text, q); q.End > q.Start {
			kept = append(kept, q)
		}
	}
	return kept
}

// opens says whether a straight mark at i begins a quotation: something follows it closely and nothing precedes it so.
func opens(text string, i int) bool {
	next, _ := utf8.DecodeRuneInString(text[i+1:])
	return i+1 < len(text) && next != ' ' && next != '\n'
}

// trim takes blanks and the comma before a closing mark from a quotation.
func trim(text string, q syntax.Span) syntax.Span {
	inside := strings.TrimLeft(text[q.Start:q.End], " \u00a0")
	q.Start = q.End - len(inside)
	inside = strings.TrimRight(inside, " \u00a0,")
	q.End = q.Start + len(inside)
	return q
}

// overlap is the number of bytes that two spans share.
func overlap(a, b syntax.Span) int {
	return max(0, min(a.End, b.End)-max(a.Start, b.Start))
}

// tokensIn are the first and last token of a sentence inside a span; ok is false if there is none.
func tokensIn(s *syntax.Sentence, span syntax.Span) (first, last int, ok bool) {
	first = -1
	for i := range s.Tokens {
		if s.Tokens[i].Start >= span.Start && s.Tokens[i].End <= span.End {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last, first >= 0
}
