package relation

import (
	"slices"
	"strings"
)

// The geometry of trees that the heads were trained on; internal/syntax/training/tree.py and events.py have its twin.

// inside says whether word w belongs to the noun phrase of word k as a name part, modifier or complement close by.
func (s *scene) inside(w, k int) bool {
	if s.Tokens[w].Head != k || max(w-k, k-w) > 4 {
		return false
	}
	switch s.Label(w) {
	case "flat", "compound", "amod", "nmod", "det", "nummod", "case":
		return true
	}
	return false
}

// oneAct says whether one trigger hangs on the other by at most two steps such as object or compound.
func (s *scene) oneAct(a, b int) bool {
	if max(a-b, b-a) > 5 {
		return false
	}
	for _, ends := range [][2]int{{a, b}, {b, a}} {
		x := ends[0]
		for range 2 {
			switch s.Label(x) {
			case "obj", "obl", "xcomp", "compound", "amod", "nmod", "cop", "fixed":
			default:
				if s.Tokens[x].Label != "nsubj:pass" {
					x = -1
				}
			}
			if x < 0 {
				break
			}
			if x = s.Tokens[x].Head; x == ends[1] {
				return true
			}
			if x < 0 {
				break
			}
		}
	}
	return false
}

// path names the way from a trigger up (^) and down (v) to a word by relations, at most four steps, else "far"; and the
// same with the word's preposition, "" without one.
func (s *scene) path(from, to int) (plain, full string) {
	up, down := s.ancestors(from), s.ancestors(to)
	for i, node := range up {
		j := slices.Index(down, node)
		if j < 0 {
			continue
		}
		if i+j > 4 {
			break
		}
		var b strings.Builder
		step := func(mark byte, token int) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteByte(mark)
			b.WriteString(s.edge(token))
		}
		for _, x := range up[:i] {
			step('^', x)
		}
		for k := j - 1; k >= 0; k-- {
			step('v', down[k])
		}
		plain = b.String()
		if j > 0 {
			for _, k := range s.Kids(to) {
				if s.Label(k) == "case" {
					return plain, plain + "+" + strings.ToLower(s.Tokens[k].Text)
				}
			}
		}
		return plain, ""
	}
	return "far", ""
}

// ancestors are a token and at most four above it.
func (s *scene) ancestors(i int) []int {
	out := []int{i}
	for h := s.Tokens[i].Head; h >= 0 && len(out) < 5; h = s.Tokens[h].Head {
		out = append(out, h)
	}
	return out
}

// edge is a token's relation; of subtypes only those that tell who does and who suffers are kept.
func (s *scene) edge(i int) string {
	switch l := s.Tokens[i].Label; l {
	case "nsubj:pass", "nmod:poss", "obl:agent", "acl:relcl":
		return l
	}
	return s.Label(i)
}
