package syntax

import (
	"fmt"
	"math"

	"newsgraph/internal/syntax/kernel"
)

const (
	headWidth = 32  // of one attention head, as in all models of the MiniLM family
	maxPieces = 512 // of a sentence with its two frame pieces: as many positions as the encoder knows
)

// encoder is BERT's stack of layers. It is read-only and shared; what it works in is a workspace.
type encoder struct {
	path         kernel.Path
	width, inner int
	words        Tensor
	positions    []float32 // with the embedding of the first segment added
	shapes       []float32
	norm         affine
	layers       []layer
}

type layer struct {
	attend, project, widen, narrow *kernel.Weights
	attended, left                 affine
}

// affine is the gain and bias of a layer normalisation.
type affine struct{ gain, bias []float32 }

func newEncoder(m *Model, path kernel.Path) *encoder {
	e := &encoder{path: path, words: m.need("e.we.weight"), shapes: m.need("e.se.weight").Floats(), norm: m.affine("e.n")}
	e.width = e.words.Width
	e.positions = m.need("e.pe.weight").Floats()
	segment := m.need("e.te.weight").Floats()[:e.width]
	for i := range e.positions {
		e.positions[i] += segment[i%e.width]
	}
	e.layers = newLayers(m, "e.")
	e.inner = e.layers[0].widen.Out
	return e
}

// newLayers takes the layers whose tensors begin with prefix and "L.", bottom first.
func newLayers(m *Model, prefix string) []layer {
	var out []layer
	for {
		at := fmt.Sprintf("%sL.%d.", prefix, len(out))
		if _, ok := m.Tensor(at + "q.weight"); !ok {
			return out
		}
		out = append(out, layer{
			attend:   m.stack(at+"q", at+"k", at+"v"),
			project:  m.stack(at + "o"),
			widen:    m.stack(at + "f1"),
			narrow:   m.stack(at + "f2"),
			attended: m.affine(at + "n1"),
			left:     m.affine(at + "n2"),
		})
	}
}

func (m *Model) affine(name string) affine {
	return affine{m.need(name + ".weight").Values, m.need(name + ".bias").Values}
}

// innerRows is how many rows pass the two products of a layer's wide part together: their wide rows stay in the cache.
const innerRows = 48

// workspace holds the rows of a pack of sentences on their way through the encoder.
type workspace struct {
	width                           int
	x, attention, context, y, inner []float32
	keys, scores                    []float32
	codes                           []uint8
	grid                            []kernel.Grid
	ids                             []int32
	shapes                          []uint8
	lengths                         []int // pieces of each sentence of the pack
}

func (e *encoder) workspace() *workspace {
	const rows = maxPieces + kernel.Slack
	return &workspace{
		width:     e.width,
		x:         make([]float32, rows*e.width),
		attention: make([]float32, rows*3*e.width),
		context:   make([]float32, rows*e.width),
		y:         make([]float32, rows*e.width),
		inner:     make([]float32, (innerRows+kernel.Slack)*e.inner),
		keys:      make([]float32, maxPieces*headWidth),
		scores:    make([]float32, rows*maxPieces),
		codes:     make([]uint8, max(rows*e.width, (innerRows+kernel.Slack)*e.inner)),
		grid:      make([]kernel.Grid, rows),
	}
}

// rows are the pack's pieces as they stand, one row each.
func (w *workspace) rows() []float32 { return w.x[:len(w.ids)*w.width] }

// through takes the pack's pieces through a layer.
func (e *encoder) through(l *layer, w *workspace) {
	rows := len(w.ids)
	e.product(w, l.attend, rows, w.x, w.attention)
	e.attend(w)
	e.product(w, l.project, rows, w.context, w.y)
	e.normalise(rows, w.x, w.y, l.attended)
	for from := 0; from < rows; from += innerRows {
		n := min(innerRows, rows-from)
		x := w.x[from*e.width:]
		e.product(w, l.widen, n, x, w.inner)
		e.path.Gelu(w.inner[:n*e.inner])
		e.product(w, l.narrow, n, w.inner, w.y)
		e.normalise(n, x, w.y, l.left)
	}
}

// product sets out to the layer's products with rows of x.
func (e *encoder) product(w *workspace, l *kernel.Weights, rows int, x, out []float32) {
	e.path.QuantiseRows(rows, l.In, x, l.In, w.codes, w.grid)
	e.path.Product(l, rows, w.codes, w.grid, out, l.Out)
}

func (e *encoder) normalise(rows int, x, add []float32, n affine) {
	for r := range rows {
		at := r * e.width
		e.path.Normalise(x[at:at+e.width], add[at:at+e.width], n.gain, n.bias)
	}
}

func (e *encoder) embed(w *workspace) {
	row := 0
	for _, length := range w.lengths {
		for position := range length {
			x := w.x[row*e.width : (row+1)*e.width]
			id := int(w.ids[row])
			scale := e.words.Scales[id]
			word := e.words.Codes[id*e.width : (id+1)*e.width]
			shape := e.shapes[int(w.shapes[row])*e.width:][:e.width]
			for k := range x {
				x[k] = float32(float32(word[k])*scale) + shape[k]
			}
			e.path.Normalise(x, e.positions[position*e.width:][:e.width], e.norm.gain, e.norm.bias)
			row++
		}
	}
}

// attend mixes the values of each sentence's pieces, head by head. Products may write beyond a sentence into the rows of
// the next one, which are written after it.
func (e *encoder) attend(w *workspace) {
	scale := float32(1 / math.Sqrt(headWidth))
	pitch, from := 3*e.width, 0
	for _, n := range w.lengths {
		padded := panels(n)
		for at := 0; at < e.width; at += headWidth {
			query := w.attention[from*pitch+at:]
			key, value := query[e.width:], query[2*e.width:]
			e.path.Columns(w.keys, key, n, headWidth, pitch)
			for p := 0; p < padded; p += kernel.Panel {
				e.path.Multiply(n, headWidth, query, pitch, w.keys[p*headWidth:], kernel.Panel, w.scores[p:], padded)
			}
			for r := range n {
				e.path.Softmax(n, w.scores[r*padded:(r+1)*padded], scale)
			}
			for p := 0; p < headWidth; p += kernel.Panel {
				e.path.Multiply(n, n, w.scores, padded, value[p:], pitch, w.context[from*e.width+at+p:], e.width)
			}
		}
		from += n
	}
}
