package kernel

import "golang.org/x/sys/cpu"

// Paths lists the paths that this processor can run, slowest first.
func Paths() []Path {
	x := &cpu.X86
	switch {
	case x.HasAVX2 && x.HasAVX512F && x.HasAVX512BW && x.HasAVX512VL && x.HasAVX512VNNI:
		return []Path{Portable, AVX2, VNNI}
	case x.HasAVX2:
		return []Path{Portable, AVX2}
	}
	return []Path{Portable}
}

func (p Path) product(w *Weights, rows int, codes []uint8, grid []Grid, out []float32, pitch int) {
	switch p {
	case VNNI:
		for j := 0; j < len(w.columns); j += 2 {
			for r := 0; r < rows; r += 8 {
				product8x32(w.In/4, &codes[r*w.In], w.In, &w.panels[j*Panel*w.In], &w.columns[j].sum[0], &grid[r], &out[r*pitch+j*Panel], 4*pitch)
			}
		}
	case AVX2:
		for j := range w.columns {
			for r := 0; r < rows; r += 4 {
				product4x16(w.In/4, &codes[r*w.In], w.In, &w.panels[j*Panel*w.In], &w.columns[j].sum[0], &grid[r], &out[r*pitch+j*Panel], 4*pitch)
			}
		}
	default:
		productPortable(w, rows, codes, grid, out, pitch)
	}
}

// Multiply sets the 16 columns of c to the product of a, rows of k values, and b, k rows of 16; lda, ldb and ldc are the
// distances between rows. It may read and write Slack rows beyond the last.
func (p Path) Multiply(rows, k int, a []float32, lda int, b []float32, ldb int, c []float32, ldc int) {
	if p == Portable {
		multiplyPortable(rows, k, a, lda, b, ldb, c, ldc)
		return
	}
	if rows == 0 {
		return
	}
	last := (rows-1)/6*6 + 5
	_, _, _ = a[last*lda+k-1], b[(k-1)*ldb+Panel-1], c[last*ldc+Panel-1] // the assembly doesn't check
	for r := 0; r < rows; r += 6 {
		multiply6x16(k, &a[r*lda], 4*lda, &b[0], 4*ldb, &c[r*ldc], 4*ldc)
	}
}

// Quantise turns a row, a multiple of 32 long, into codes.
func (p Path) Quantise(x []float32, codes []uint8, grid *Grid) {
	if p == Portable {
		quantisePortable(x, codes, grid)
		return
	}
	n := len(x) &^ 31
	_ = codes[n-1]
	quantise(n, &x[0], &codes[0], grid)
}

// Gelu applies the Gaussian error linear unit to a row, a multiple of 16 long.
func (p Path) Gelu(x []float32) {
	if p == Portable {
		geluPortable(x)
		return
	}
	gelu(len(x)&^15, &x[0])
}

// Softmax replaces the first n values of x by their softmax after scaling and the rest, to a multiple of 8, by zero.
func (p Path) Softmax(n int, x []float32, scale float32) {
	if p == Portable {
		softmaxPortable(n, x, scale)
		return
	}
	softmax(n, len(x)/8, &x[0], scale)
}

// Normalise sets x, a multiple of 16 long, to the layer normalisation of x + add.
func (p Path) Normalise(x, add, gain, bias []float32) {
	if p == Portable {
		normalisePortable(x, add, gain, bias)
		return
	}
	n := len(x) &^ 15
	_, _, _ = add[n-1], gain[n-1], bias[n-1]
	normalise(n, &x[0], &add[0], &gain[0], &bias[0])
}

// Accumulate adds factor times x, a multiple of 16 long, to dst.
func (p Path) Accumulate(dst, x []float32, factor float32) {
	if p == Portable {
		accumulatePortable(dst, x, factor)
		return
	}
	n := len(x) &^ 15
	_ = dst[n-1]
	accumulate(n, &dst[0], &x[0], factor)
}

// Rectify multiplies the negative values of a row, a multiple of 16 long, by slope, which is below 1.
func (p Path) Rectify(x []float32, slope float32) {
	if p == Portable {
		rectifyPortable(x, slope)
		return
	}
	rectify(len(x)&^15, &x[0], slope)
}

// Columns rearranges n rows of k values, k a multiple of 8, as panels of 16 columns, one column a row. It reads up to 7
// rows beyond the last; what then stands in the columns that fill up the last panel means nothing.
func (p Path) Columns(dst, rows []float32, n, k, pitch int) {
	if p == Portable {
		columnsPortable(dst, rows, n, k, pitch)
		return
	}
	for r := 0; r < n; r += 8 {
		panel := dst[r/Panel*Panel*k+r%Panel:]
		_, _ = panel[(k-1)*Panel+7], rows[(r+7)*pitch+k-1] // the assembly doesn't check
		transpose8(k, &rows[r*pitch], 4*pitch, &panel[0])
	}
}

//go:noescape
func product4x16(quads int, codes *uint8, stride int, panel *int8, column *int32, grid *Grid, out *float32, pitch int)

//go:noescape
func product8x32(quads int, codes *uint8, stride int, panel *int8, column *int32, grid *Grid, out *float32, pitch int)

//go:noescape
func multiply6x16(k int, a *float32, lda int, b *float32, ldb int, c *float32, ldc int)

//go:noescape
func quantise(n int, x *float32, codes *uint8, grid *Grid)

//go:noescape
func gelu(n int, x *float32)

//go:noescape
func softmax(n int, vectors int, x *float32, scale float32)

//go:noescape
func normalise(n int, x *float32, add *float32, gain *float32, bias *float32)

//go:noescape
func accumulate(n int, dst *float32, x *float32, factor float32)

//go:noescape
func rectify(n int, x *float32, slope float32)

//go:noescape
func transpose8(n int, rows *float32, pitch int, dst *float32)
