package syntax

import (
	_ "embed" // the weights
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"newsgraph/internal/syntax/kernel"
)

// A string, because that stays in the pages of the program file: what is not touched takes no memory.
//
//go:embed weights/model.int8.bin
var embedded string

// Embedded returns the model that the program carries. It is read when it is first asked for, so that commands which
// read no text start at once.
var Embedded = sync.OnceValue(func() *Model {
	m, err := ReadModel(embedded)
	if err != nil {
		panic(err) // a fault of the build, not of the user
	}
	return m
})

// Model is a weight file: a JSON header and tensors by name. The reader of texts takes what it knows from it; the heads
// of other rooms find theirs by name.
//
// The file is, all little-endian: u32 length and the header; then for each tensor u16 length of its name, u8 rank, the
// name, u32 dimensions, and for rank 1 its f32 values, for rank 2 one f32 scale a row and then the rows as int8. The
// tensor W is stored transposed under its own dimensions.
type Model struct {
	header  map[string]json.RawMessage
	tensors map[string]Tensor
}

// Tensor is one array of weights: Values of rank 1, or Rows rows of Width weights with a scale each.
type Tensor struct {
	Values []float32 // rank 1

	Rows, Width int
	Scales      []float32
	Codes       []int8 // row after row; a weight is Scale · code
}

// ReadModel reads a weight file; it keeps the string and copies no codes.
func ReadModel(file string) (*Model, error) {
	m := &Model{tensors: map[string]Tensor{}}
	r := cursor{rest: file}
	if err := json.Unmarshal([]byte(r.take(r.u32())), &m.header); err != nil {
		return nil, fmt.Errorf("reading header of weights: %w", err)
	}
	for r.rest != "" && !r.short {
		size := r.u16()
		rank := r.u8()
		name := r.take(size)
		switch rank {
		case 1:
			m.tensors[name] = Tensor{Values: r.floats(r.u32())}
		case 2:
			rows, width := r.u32(), r.u32()
			if name == "W" {
				rows, width = width, rows
			}
			t := Tensor{Rows: rows, Width: width, Scales: r.floats(rows)}
			codes := r.take(rows * width)
			t.Codes = unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(codes))), len(codes))
			m.tensors[name] = t
		default:
			return nil, fmt.Errorf("reading weights: tensor %q has rank %d", name, rank)
		}
	}
	if r.short {
		return nil, fmt.Errorf("reading weights: the file ends within a tensor")
	}
	return m, nil
}

// cursor takes values off the front of a string; short says that there were too few.
type cursor struct {
	rest  string
	short bool
}

func (r *cursor) take(n int) string {
	if n < 0 || n > len(r.rest) {
		r.short = true
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *cursor) integer(n int) int {
	var b [4]byte
	copy(b[:], r.take(n))
	return int(binary.LittleEndian.Uint32(b[:]))
}

func (r *cursor) u8() int  { return r.integer(1) }
func (r *cursor) u16() int { return r.integer(2) }
func (r *cursor) u32() int { return r.integer(4) }

func (r *cursor) floats(n int) []float32 {
	raw := r.take(4 * n)
	out := make([]float32, len(raw)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(raw[4*i : 4*i+4])))
	}
	return out
}

// Header decodes the header's value of a key; false if there is none.
func (m *Model) Header(key string, value any) (bool, error) {
	raw, ok := m.header[key]
	if !ok {
		return false, nil
	}
	if err := json.Unmarshal(raw, value); err != nil {
		return false, fmt.Errorf("reading %s in the header of the weights: %w", key, err)
	}
	return true, nil
}

// Tensor returns a tensor by name; false if there is none.
func (m *Model) Tensor(name string) (Tensor, bool) {
	t, ok := m.tensors[name]
	return t, ok
}

// Names lists the tensors whose names begin with prefix, sorted.
func (m *Model) Names(prefix string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(m.tensors)) {
		if strings.HasPrefix(name, prefix) {
			out = append(out, name)
		}
	}
	return out
}

// Row sets dst to row i.
func (t Tensor) Row(i int, dst []float32) {
	s := t.Scales[i]
	for k, c := range t.Codes[i*t.Width : (i+1)*t.Width] {
		dst[k] = float32(c) * s
	}
}

// Floats returns the tensor as floats, row after row.
func (t Tensor) Floats() []float32 {
	if t.Values != nil {
		return t.Values
	}
	out := make([]float32, t.Rows*t.Width)
	for i := range t.Rows {
		t.Row(i, out[i*t.Width:(i+1)*t.Width])
	}
	return out
}

// Layer is a linear layer, out = weights · x + bias, on the integer kernels.
type Layer struct {
	In, Out int
	weights *kernel.Weights
	spare   *sync.Pool // of *rows
}

// rows are the buffers of a layer at work.
type rows struct {
	codes        []uint8
	grid         []kernel.Grid
	padded, wide []float32
}

// Layer returns the linear layer whose tensors are name.weight and name.bias; false if the model has none.
func (m *Model) Layer(name string) (Layer, bool) {
	w, ok := m.tensors[name+".weight"]
	if !ok {
		return Layer{}, false
	}
	return Layer{In: w.Width, Out: w.Rows, weights: m.stack(name), spare: &sync.Pool{New: func() any { return &rows{} }}}, true
}

// stack packs linear layers of the same input as one, each padded to a full panel.
func (m *Model) stack(names ...string) *kernel.Weights {
	in, out := 0, 0
	for _, name := range names {
		w := m.need(name + ".weight")
		in, out = w.Width, out+panels(w.Rows)
	}
	packed, at := kernel.NewWeights(in, out), 0
	for _, name := range names {
		w, bias := m.need(name+".weight"), m.tensors[name+".bias"].Values
		for i := range w.Rows {
			b := float32(0)
			if bias != nil {
				b = bias[i]
			}
			packed.Set(at+i, w.Codes[i*w.Width:(i+1)*w.Width], w.Scales[i], b)
		}
		at += panels(w.Rows)
	}
	return packed
}

// panels rounds a number of columns up to full panels.
func panels(n int) int { return (n + kernel.Panel - 1) / kernel.Panel * kernel.Panel }

// need returns a tensor that the reader can't do without.
func (m *Model) need(name string) Tensor {
	t, ok := m.tensors[name]
	if !ok {
		panic(fmt.Sprintf("syntax: the weights have no tensor %q", name))
	}
	return t
}

// Apply sets out, n rows of l.Out values, to the layer's products with n rows of l.In values. It is safe for concurrent
// use.
func (l Layer) Apply(n int, x, out []float32) {
	w, p := l.weights, kernel.Best()
	b := l.spare.Get().(*rows)
	defer l.spare.Put(b)
	if full := n + kernel.Slack; len(b.grid) < full {
		*b = rows{make([]uint8, full*w.In), make([]kernel.Grid, full), make([]float32, w.In), make([]float32, full*w.Out)}
	}
	for r := range n {
		copy(b.padded, x[r*l.In:(r+1)*l.In])
		p.Quantise(b.padded, b.codes[r*w.In:(r+1)*w.In], &b.grid[r])
	}
	p.Product(w, n, b.codes, b.grid, b.wide, w.Out)
	for r := range n {
		copy(out[r*l.Out:(r+1)*l.Out], b.wide[r*w.Out:])
	}
}
