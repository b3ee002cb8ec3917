package relation

import (
	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

// Hint is what the lexicon says of a word: that it tells an act of a type, as surely as its row says. The trained heads
// read hints beside the word's vector, so that a trigger never seen in training is still one.
type Hint struct {
	Sentence, Token int
	Type            int // index in Types
	Weight          float64
}

// Hints are the lexicon's hints on a document, in order: what training shows the heads.
func Hints(doc *syntax.Document, cast *entity.Cast) []Hint {
	var all []Hint
	for i := range doc.Sentences {
		s := scene{Tree: syntax.NewTree(&doc.Sentences[i]), sentence: i, cast: cast}
		for _, c := range s.triggers() {
			all = append(all, Hint{i, c.token, c.row.Type, c.weight})
		}
	}
	return all
}
