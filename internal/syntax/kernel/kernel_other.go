//go:build !amd64

package kernel

// Paths lists the paths that this processor can run, slowest first.
func Paths() []Path { return []Path{Portable} }

func (p Path) product(w *Weights, rows int, codes []uint8, grid []Grid, out []float32, pitch int) {
	productPortable(w, rows, codes, grid, out, pitch)
}

// Multiply sets the 16 columns of c to the product of a, rows of k values, and b, k rows of 16; lda, ldb and ldc are the
// distances between rows. It may read and write Slack rows beyond the last.
func (p Path) Multiply(rows, k int, a []float32, lda int, b []float32, ldb int, c []float32, ldc int) {
	multiplyPortable(rows, k, a, lda, b, ldb, c, ldc)
}

// Quantise turns a row, a multiple of 32 long, into codes.
func (p Path) Quantise(x []float32, codes []uint8, grid *Grid) { quantisePortable(x, codes, grid) }

// Gelu applies the Gaussian error linear unit to a row, a multiple of 16 long.
func (p Path) Gelu(x []float32) { geluPortable(x) }

// Softmax replaces the first n values of x by their softmax after scaling and the rest, to a multiple of 8, by zero.
func (p Path) Softmax(n int, x []float32, scale float32) { softmaxPortable(n, x, scale) }

// Normalise sets x, a multiple of 16 long, to the layer normalisation of x + add.
func (p Path) Normalise(x, add, gain, bias []float32) { normalisePortable(x, add, gain, bias) }

// Accumulate adds factor times x, a multiple of 16 long, to dst.
func (p Path) Accumulate(dst, x []float32, factor float32) { accumulatePortable(dst, x, factor) }

// Rectify multiplies the negative values of a row, a multiple of 16 long, by slope, which is below 1.
func (p Path) Rectify(x []float32, slope float32) { rectifyPortable(x, slope) }

// Columns rearranges n rows of k values, k a multiple of 8, as panels of 16 columns, one column a row. What stands in the
// columns that fill up the last panel means nothing.
func (p Path) Columns(dst, rows []float32, n, k, pitch int) { columnsPortable(dst, rows, n, k, pitch) }
