package relation

import "newsgraph/internal/syntax"

// offers are what the words of a sentence bring to any trigger, a row each: to the biaffine product and to the second
// opinion.
type offers struct{ pair, second []float32 }

func (h *heads) offer(n int, x []float32) offers {
	o := offers{make([]float32, n*h.aw.Out), make([]float32, n*h.mw.Out)}
	h.aw.Apply(n, x, o.pair)
	leaky(o.pair)
	h.mw.Apply(n, x, o.second)
	return o
}

// score gives for every word of the sentence, the root first, the probabilities that it is source and target of the trigger
// w of type y, and the probability of each status. Words count from 1.
func (h *heads) score(s *scene, x syntax.Matrix, o offers, w, y int) (score [][2]float32, status []float32) {
	size := x.Width + h.embedding.Width
	in := make([]float32, size, size+x.Width)
	copy(in, x.Row(w))
	h.embedding.Row(y, in[x.Width:])

	n := len(s.Tokens) + 1
	score = make([][2]float32, n)
	h.pairs(score, in, o.pair)
	rows, bias := h.second(n, w, in, o.second), make([]float32, h.bias.Width)
	way := make([]float32, h.way.Width)
	for t := range n {
		plain, full := "far", "" // the root
		if t > 0 {
			plain, full = s.path(w-1, t-1)
		}
		at, ok := h.paths[plain]
		if !ok {
			at = unseen
		}
		row := rows[t*h.ma.Out : (t+1)*h.ma.Out]
		for _, path := range [2]int{at, h.paths[full]} { // row 0 without a preposition
			h.bias.Row(path, bias)
			score[t][0] += bias[2*y]
			score[t][1] += bias[2*y+1]
			h.way.Row(path, way)
			for k, v := range way {
				row[k] += v
			}
		}
	}
	syntax.Gelu(rows)
	opinion := make([]float32, n*2)
	h.mo.Apply(n, rows, opinion)
	for t := range n {
		for r := range 2 {
			score[t][r] = sigmoid(score[t][r] + opinion[2*t+r])
		}
	}
	score[0] = [2]float32{} // the root is no argument
	return score, h.judge(append(in, x.Row(0)...))
}

// pairs sets the scores to the biaffine products of what the trigger asks for with what the words offer.
func (h *heads) pairs(score [][2]float32, trigger, offer []float32) {
	ask := make([]float32, h.at.Out)
	h.at.Apply(1, trigger, ask)
	leaky(ask)
	role := h.aw.Out / 2
	want, row := make([]float32, role+1), make([]float32, role+1)
	for r, u := range h.pair {
		clear(want)
		for i := range role + 1 {
			a := float32(1)
			if i < role {
				a = ask[r*role+i]
			}
			u.Row(i, row)
			for k := range want {
				want[k] += float32(a * row[k])
			}
		}
		for t := range score {
			sum := want[role]
			for k, v := range offer[t*h.aw.Out+r*role : t*h.aw.Out+(r+1)*role] {
				sum += float32(v * want[k])
			}
			score[t][r] = sum + rare
		}
	}
}

// second begins the rows of the second opinion with trigger, word and distance; the path is still missing.
func (h *heads) second(n, w int, trigger, offer []float32) []float32 {
	ask, far := make([]float32, h.ma.Out), make([]float32, h.ma.Out)
	h.ma.Apply(1, trigger, ask)
	rows := make([]float32, len(offer))
	for t := range n {
		h.distance.Row(distance(w, t), far)
		for k := range ask {
			i := t*h.ma.Out + k
			rows[i] = ask[k] + offer[i] + far[k]
		}
	}
	return rows
}

// distance is the class of a distance in words: 0 for none, then 1, 2, 3, 4 or 5, 6 to 9, and more, before and after.
func distance(from, to int) int {
	size := 0
	for _, least := range [...]int{1, 2, 3, 4, 6, 10} {
		if max(to-from, from-to) >= least {
			size++
		}
	}
	if to > from {
		size += 6
	}
	return size
}
