package kernel

// Panel is the width in columns of a block of weights, and of a tile of a float product.
const Panel = 16

// Slack is how many rows beyond the last one a product may read and write: buffers must be that much longer.
const Slack = 8

// Grid says what the codes of a row stand for: value = Scale · (code - Zero).
type Grid struct {
	Scale float32
	Zero  int32
}

// Path is one way to compute.
type Path uint8

// The paths, slowest first.
const (
	Portable Path = iota
	AVX2
	VNNI
)

// String returns the name of the path.
func (p Path) String() string { return [...]string{"portable", "avx2", "vnni"}[p] }

// Best returns the fastest path that this processor can run.
func Best() Path {
	all := Paths()
	return all[len(all)-1]
}

// Weights is a linear layer with weights of one byte: Out columns of In weights each, a float scale and a bias a column.
type Weights struct {
	In, Out int      // as stored: multiples of 32, the rest is zero
	panels  []int8   // [Out/16][In/4][16][4]: the order in which both kernels read
	columns []column // [Out/16]
}

// column holds what the 16 columns of a panel need beside their weights; the assembly knows its layout.
type column struct {
	sum   [Panel]int32 // the column's sum of weights, negated
	scale [Panel]float32
	bias  [Panel]float32
}

// Up returns n rounded up to a multiple of 32, the unit of a row.
func Up(n int) int { return (n + 31) &^ 31 }

// NewWeights makes an empty layer of the given size; Set fills its columns.
func NewWeights(in, out int) *Weights {
	in, out = Up(in), Up(out)
	return &Weights{In: in, Out: out, panels: aligned(in * out), columns: make([]column, out/Panel)}
}

// Set gives column j its weights, the float value of a weight of 1, and its bias.
func (w *Weights) Set(j int, weights []int8, scale, bias float32) {
	panel := w.panels[j/Panel*Panel*w.In:]
	sum := int32(0)
	for i, v := range weights {
		panel[i/4*4*Panel+j%Panel*4+i%4] = v
		sum += int32(v)
	}
	c := &w.columns[j/Panel]
	c.sum[j%Panel], c.scale[j%Panel], c.bias[j%Panel] = -sum, scale, bias
}

// block is how many rows share one reading of a panel: their codes stay in the second-level cache.
const block = 96

// Product sets out, rows of the given pitch, to the product of the quantised rows and the weights. It may write Slack
// rows beyond the last.
func (p Path) Product(w *Weights, rows int, codes []uint8, grid []Grid, out []float32, pitch int) {
	if rows == 0 {
		return
	}
	full := (rows + Slack - 1) / Slack * Slack
	_, _, _ = codes[full*w.In-1], grid[full-1], out[(full-1)*pitch+w.Out-1] // the assembly doesn't check
	for from := 0; from < rows; from += block {
		to := min(rows, from+block)
		p.product(w, to-from, codes[from*w.In:], grid[from:], out[from*pitch:], pitch)
	}
}

// QuantiseRows quantises rows of n values that are pitch apart.
func (p Path) QuantiseRows(rows, n int, x []float32, pitch int, codes []uint8, grid []Grid) {
	for r := range rows {
		p.Quantise(x[r*pitch:r*pitch+n], codes[r*n:r*n+n], &grid[r])
	}
}
