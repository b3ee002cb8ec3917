package syntax

import "slices"

// sentencePieces is how many pieces a sentence may have with its two frame pieces. The encoder could read twice as many,
// but it has hardly seen sentences that long, and what is longer is a list.
const sentencePieces = 256

// bound splits sentences that are too long for the encoder.
func (v *vocabulary) bound(sentences []Sentence) []Sentence {
	for i := 0; i < len(sentences); i++ {
		s := &sentences[i]
		if s.End-s.Start <= sentencePieces-2 {
			continue // a piece has at least a byte
		}
		if cut := v.cut(s.Tokens); cut < len(s.Tokens) {
			rest := newSentence(s.Tokens[cut:], s.Paragraph)
			*s = newSentence(s.Tokens[:cut:cut], s.Paragraph)
			sentences = slices.Insert(sentences, i+1, rest)
		}
	}
	return sentences
}

// cut returns after how many tokens a sentence has to be split: behind the last of the strongest marks in the second half
// of what fits.
func (v *vocabulary) cut(tokens []Token) int {
	var pieces []int32
	total, best, strength := 2, 0, 0
	for i := range tokens {
		pieces = v.split(pieces[:0], tokens[i].Text)
		if total += len(pieces); total > sentencePieces {
			if best == 0 {
				return i
			}
			return best
		}
		if total < sentencePieces/2 {
			continue
		}
		if s := breaks(tokens[i].Text); s > 0 && s >= strength {
			best, strength = i+1, s
		}
	}
	return len(tokens)
}

// breaks tells how well a sentence can be split behind a token; 0 not at all.
func breaks(s string) int {
	switch s {
	case ".", "!", "?", "…", "...", ";":
		return 3
	case ":", "—", "–", "--", ")", "|":
		return 2
	case ",":
		return 1
	}
	return 0
}
