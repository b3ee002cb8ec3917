package syntax

import "strings"

// nameLabel is what a word can be to a name: outside, the first word of one, or inside one.
type nameLabel struct {
	kind   NameKind // 0 outside
	inside bool
}

func nameLabels(list []string) []nameLabel {
	kinds := map[string]NameKind{"PER": PER, "ORG": ORG, "LOC": LOC}
	out := make([]nameLabel, len(list))
	for i, s := range list {
		place, kind, _ := strings.Cut(s, "-")
		out[i] = nameLabel{kinds[kind], place == "I"}
	}
	return out
}

// follows tells whether a word with label b may follow one with label a: inside a name only after the same kind.
func (b nameLabel) follows(a nameLabel) bool { return !b.inside || a.kind == b.kind }

// viterbi keeps the buffers of the search for the best sequence of labels.
type viterbi struct {
	score, next []float32
	back        []uint8 // [word][label]: the label before
}

// name finds the best sequence of name labels in which every name begins with a first word.
func (p *parser) name(b *bench, from int, s *Sentence) {
	v, n := &b.trail, len(p.names)
	v.score, v.next, v.back = v.score[:0], v.next[:0], v.back[:0]
	for range n {
		v.score, v.next = append(v.score, 0), append(v.next, 0)
	}
	for i := range s.Tokens {
		row := b.out[(from+1+i)*p.first.Out+p.column.name:][:n]
		for l, label := range p.names {
			best := -1
			for before, a := range p.names {
				if i == 0 {
					a = nameLabel{} // before the sentence is outside
				}
				if label.follows(a) && (best < 0 || v.score[before] > v.score[best]) {
					best = before
				}
			}
			if best < 0 {
				v.next[l], best = never, 0
			} else {
				v.next[l] = v.score[best] + row[l]
			}
			v.back = append(v.back, uint8(best))
		}
		v.score, v.next = v.next, v.score
	}
	label := highest(v.score)
	last := -1 // of the name being read, from its end
	for i := len(s.Tokens) - 1; i >= 0; i-- {
		l := p.names[label]
		if l.kind != 0 && last < 0 {
			last = i
		}
		if l.kind != 0 && !l.inside {
			s.Names = append(s.Names, Name{First: i, Last: last, Kind: l.kind})
			last = -1
		}
		label = int(v.back[i*n+label])
	}
	for i, j := 0, len(s.Names)-1; i < j; i, j = i+1, j-1 {
		s.Names[i], s.Names[j] = s.Names[j], s.Names[i]
	}
}
