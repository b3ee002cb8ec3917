package syntax

import (
	"math"
	"strings"

	"newsgraph/internal/syntax/kernel"
)

// Matrix is rows of numbers: row i is Values[i*Width : (i+1)*Width].
type Matrix struct {
	Width  int
	Values []float32
}

// Row returns row i.
func (m Matrix) Row(i int) []float32 { return m.Values[i*m.Width : (i+1)*m.Width] }

// mix makes word vectors for one family of heads: a learned mean of the encoder's layers over a word's pieces, then an
// embedding of the word's shape. The tensor "mix" belongs to the parser, "ev.mix" to the heads whose tensors begin with
// "ev.", and so on. A family may have layers of its own in the place of the encoder's last ones.
type mix struct {
	name    string    // "" for the parser
	layers  []float32 // weight of each layer
	own     []layer
	encoded int // how many numbers come from the encoder
	shapes  Tensor
}

func newMixes(m *Model, layers, width int) []mix {
	var out []mix
	for _, tensor := range m.Names("") {
		prefix, ok := strings.CutSuffix(tensor, "mix")
		if !ok || prefix != "" && !strings.HasSuffix(prefix, ".") {
			continue
		}
		x := mix{name: strings.TrimSuffix(prefix, "."), layers: softmax(m.need(tensor).Values[:layers]), encoded: width}
		if g, ok := m.Tensor(prefix + "g"); ok {
			for i := range x.layers {
				x.layers[i] *= g.Values[0]
			}
		}
		x.shapes, _ = m.Tensor(prefix + "sh.weight")
		if prefix != "" {
			x.own = newLayers(m, prefix)
		}
		out = append(out, x)
	}
	return out
}

func softmax(x []float32) []float32 {
	out, sum := make([]float32, len(x)), 0.0
	for _, v := range x {
		sum += math.Exp(float64(v))
	}
	for i, v := range x {
		out[i] = float32(math.Exp(float64(v)) / sum)
	}
	return out
}

// width is the number of values of a word vector.
func (x *mix) width() int { return x.encoded + x.shapes.Width }

// words sets dst, rows of the given pitch, to the vectors of a sentence's words, the root piece first: rows are the mixed
// rows of its pieces, counts the number of pieces of each word.
func (x *mix) words(path kernel.Path, dst []float32, pitch int, rows []float32, counts, shapes []uint8) {
	at := 0
	for i, n := range counts {
		word := dst[i*pitch : i*pitch+x.encoded]
		clear(word)
		share := 1 / float32(n)
		for range n {
			path.Accumulate(word, rows[at:at+x.encoded], share)
			at += x.encoded
		}
		if x.shapes.Rows > 0 {
			x.shapes.Row(int(shapes[i]), dst[i*pitch+x.encoded:])
		}
	}
}
