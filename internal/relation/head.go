package relation

import (
	"cmp"
	"fmt"
	"slices"

	"newsgraph/internal/syntax"
)

// heads are the trained layers that read acts off the encoder's word vectors: which words are triggers and of what type,
// which words are their sources and targets, and what their status is. Arguments are scored by a biaffine product of
// trigger and word (Dozat and Manning 2017), by the path between them in the tree, and by a second opinion: a hidden layer
// over trigger, word, path and distance together.
type heads struct {
	t1, t2, at, aw, ma, mw, mo, st, s2 syntax.Layer

	types     []int // index in Types of the model's type, from 1
	statuses  []Status
	embedding syntax.Tensor    // of a type
	lexicon   syntax.Tensor    // what a hint of a type adds to the scores of all types: [score][hint]; may be empty
	pair      [2]syntax.Tensor // of SOURCE and TARGET: [ask+1][offer+1]
	paths     map[string]int
	bias      syntax.Tensor // of a path: [type][role]
	way       syntax.Tensor // of a path, for the second opinion
	distance  syntax.Tensor // of a class of distances, for the second opinion
}

const (
	told   = 0.6  // a word is a trigger above this probability; chosen with the others on sentences kept out of training
	likely = 0.03 // a type below this probability is not looked at
	chosen = 0.55 // a word is an argument above this probability,
	framed = 0.25 // in the trigger's frame above this,
	alone  = 0.8  // outside the coordination of the best one above this,
	anyway = 0.25 // and the best one above this, where no other is
	both   = 0.6  // one word is source and target at once only if both are likelier than this
	rare   = -2   // what the biaffine score of an argument starts from
	unseen = 1    // row of the path table for a path that training did not show
)

// newHeads takes the heads from a model; nil if it has none.
func newHeads(m *syntax.Model) (*heads, error) {
	h := &heads{}
	for name, layer := range map[string]*syntax.Layer{"ev.t1": &h.t1, "ev.t2": &h.t2, "ev.at": &h.at, "ev.aw": &h.aw,
		"ev.ma": &h.ma, "ev.mw": &h.mw, "ev.mo": &h.mo, "ev.st": &h.st, "ev.s2": &h.s2} {
		l, ok := m.Layer(name)
		if !ok {
			return nil, nil
		}
		*layer = l
	}
	for name, tensor := range map[string]*syntax.Tensor{"ev.te.weight": &h.embedding, "ev.us": &h.pair[0], "ev.ut": &h.pair[1], "ev.path.weight": &h.bias,
		"ev.mp.weight": &h.way, "ev.md.weight": &h.distance} {
		t, ok := m.Tensor(name)
		if !ok {
			return nil, fmt.Errorf("reading event heads: no tensor %q", name)
		}
		*tensor = t
	}
	h.lexicon, _ = m.Tensor("ev.lex.weight")
	var types []string
	for key, value := range map[string]any{"TYPES": &types, "STATUS": &h.statuses, "PATHS": &h.paths} {
		if _, err := m.Header(key, value); err != nil {
			return nil, err
		}
	}
	h.types = []int{-1}
	for _, name := range types {
		at := slices.IndexFunc(Types, func(t Type) bool { return t.Name == name })
		if at < 0 {
			return nil, fmt.Errorf("reading event heads: unknown type %q", name)
		}
		h.types = append(h.types, at)
	}
	return h, nil
}

// proposal is an act that the heads read: a trigger with its type, and the words that are its arguments.
type proposal struct {
	token            int
	kind             int // index in Types
	sources, targets []argument
	status           []float32 // probability of each of heads.statuses
	sure             float32   // probability that the word is a trigger of some type
}

// argument is a word with the probability of its role.
type argument struct {
	token int
	p     float32
}

// propose reads the acts of a sentence, with the lexicon's candidates as hints. It returns nothing for a sentence without
// word vectors.
func (h *heads) propose(s *scene, hints []candidate) []proposal {
	x, ok := s.Vectors["ev"]
	if !ok {
		return nil
	}
	n := len(s.Tokens) + 1
	types := h.classify(n, x.Values, hints)
	width := len(h.types)
	var found []proposal
	var o offers
	for w := 1; w < n; w++ {
		p := types[w*width : (w+1)*width]
		sure := 1 - p[0]
		if sure < told {
			continue
		}
		y := 1
		for k := 2; k < width; k++ {
			if p[k] > p[y] {
				y = k
			}
		}
		y = h.prefer(p, y, w-1, hints)
		if p[y] <= likely {
			continue
		}
		if o.pair == nil {
			o = h.offer(n, x.Values)
		}
		found = append(found, h.arguments(s, x, o, w, y, sure))
	}
	slices.SortStableFunc(found, func(a, b proposal) int { return -cmp.Compare(a.sure, b.sure) })
	kept := found[:0]
	for _, p := range found { // two words of one act ("imposes sanctions"): the surer one stays
		if !slices.ContainsFunc(kept, func(k proposal) bool { return k.kind == p.kind && s.oneAct(p.token, k.token) }) {
			kept = append(kept, p)
		}
	}
	slices.SortFunc(kept, func(a, b proposal) int { return a.token - b.token })
	return kept
}

// prefer takes the type of the lexicon's row where its conditions tell what the word alone does not ("sent weapons to" is no
// deployment), if the heads are not certain of another.
func (h *heads) prefer(p []float32, y, token int, hints []candidate) int {
	for _, c := range hints {
		if c.token != token || len(c.row.Conditions) == 0 || c.weight < 0.8 || p[y] >= 0.95 {
			continue
		}
		if k := slices.Index(h.types, c.row.Type); p[k] > likely {
			return k
		}
	}
	return y
}

// classify gives for each word, the root first, the probability of no act and of each type.
func (h *heads) classify(n int, x []float32, hints []candidate) []float32 {
	hidden, logits := make([]float32, n*h.t1.Out), make([]float32, n*h.t2.Out)
	h.t1.Apply(n, x, hidden)
	syntax.Gelu(hidden)
	h.t2.Apply(n, hidden, logits)
	if h.lexicon.Rows > 0 {
		row := make([]float32, h.lexicon.Width)
		for _, c := range hints {
			word := logits[(c.token+1)*h.t2.Out:][:h.t2.Out]
			kind := slices.Index(h.types, c.row.Type)
			for y := range word {
				h.lexicon.Row(y, row)
				word[y] += float32(row[kind] * float32(c.weight))
			}
		}
	}
	for i := range n {
		syntax.Softmax(logits[i*h.t2.Out : (i+1)*h.t2.Out])
	}
	return logits
}

// sigmoid is the logistic function by way of softmax.
func sigmoid(x float32) float32 {
	two := [2]float32{x, 0}
	syntax.Softmax(two[:])
	return two[0]
}

func leaky(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = float32(v * 0.1)
		}
	}
}

// arguments chooses the sources and targets of the trigger w of type y (words from 1).
func (h *heads) arguments(s *scene, x syntax.Matrix, o offers, w, y int, sure float32) proposal {
	out := proposal{token: w - 1, kind: h.types[y], sure: sure}
	score, status := h.score(s, x, o, w, y)
	out.status = status
	frame := s.frame(out.token, out.kind)
	if Types[out.kind].Symmetric {
		for t := range score {
			score[t][0] = float32(score[t][0]+score[t][1]) / 2
		}
		out.sources = h.pick(s, score, 0, append(frame[0], frame[1]...), true)
	} else {
		out.sources, out.targets = h.pick(s, score, 0, frame[0], false), h.pick(s, score, 1, frame[1], false)
		for t := 1; t < len(score); t++ {
			if min(score[t][0], score[t][1]) >= both {
				continue
			}
			same := func(a argument) bool { return a.token == t-1 }
			if slices.ContainsFunc(out.sources, same) && slices.ContainsFunc(out.targets, same) {
				if score[t][0] >= score[t][1] {
					out.targets = slices.DeleteFunc(out.targets, same)
				} else {
					out.sources = slices.DeleteFunc(out.sources, same)
				}
			}
		}
	}
	return out
}

// judge gives the probability of each status, from the trigger with its type and the sentence.
func (h *heads) judge(in []float32) []float32 {
	hidden, logits := make([]float32, h.st.Out), make([]float32, h.s2.Out)
	h.st.Apply(1, in, hidden)
	syntax.Gelu(hidden)
	h.s2.Apply(1, hidden, logits)
	syntax.Softmax(logits)
	return logits
}

// pick lists the words that are likely enough, less being asked of those that stand in the trigger's frame; without one,
// the best. Of each noun phrase only the best word counts.
func (h *heads) pick(s *scene, score [][2]float32, role int, frame []int, symmetric bool) []argument {
	var all []argument
	best := argument{-1, anyway}
	for t := 1; t < len(score); t++ {
		a := argument{t - 1, score[t][role]}
		if a.p > chosen || a.p > framed && slices.Contains(frame, a.token) {
			all = append(all, a)
		}
		if a.p > best.p {
			best = a
		}
	}
	if len(all) == 0 {
		if best.token < 0 {
			return nil
		}
		return []argument{best}
	}
	slices.SortStableFunc(all, func(a, b argument) int { return -cmp.Compare(a.p, b.p) })
	kept := all[:0]
	for _, a := range all {
		if !slices.ContainsFunc(kept, func(k argument) bool { return s.inside(a.token, k.token) || s.inside(k.token, a.token) }) {
			kept = append(kept, a)
		}
	}
	// Who share a role are named together. Another word is one more only if it is as good as certain.
	if !symmetric {
		lead := s.chain(kept[0].token)
		kept = slices.DeleteFunc(kept, func(a argument) bool { return a.p < alone && s.chain(a.token) != lead })
	}
	slices.SortFunc(kept, func(a, b argument) int { return a.token - b.token })
	return kept
}

// chain is the first word of the coordination that a word belongs to, by itself or as a modifier of one of its members.
func (s *scene) chain(i int) int {
	for n := 0; n < depth; n++ {
		switch s.Label(i) {
		case "conj", "appos", "flat", "compound", "amod", "list":
			i = s.Tokens[i].Head
			continue
		}
		break
	}
	return i
}
