package kernel

import (
	"math"
	"unsafe"
)

// The functions of this file define what the assembly computes. Each float32() around a product keeps the compiler from
// fusing it with the addition that follows.

// aligned returns n zero bytes that begin at a cache line.
func aligned(n int) []int8 {
	b := make([]int8, n+64)
	skip := int(-uintptr(unsafe.Pointer(&b[0])) & 63)
	return b[skip : skip+n : skip+n]
}

// productPortable takes two rows at a time through one multiplication: their codes stand in the halves of a 64-bit word,
// and so do their sums, the lower of which borrows from the upper where it is negative.
func productPortable(w *Weights, rows int, codes []uint8, grid []Grid, out []float32, pitch int) {
	for r := 0; r < rows; r += 2 {
		q := min(r+1, rows-1)
		first, second := codes[r*w.In:(r+1)*w.In], codes[q*w.In:(q+1)*w.In]
		for j := range w.columns {
			c := &w.columns[j]
			panel := w.panels[j*Panel*w.In : (j+1)*Panel*w.In]
			var acc [Panel]int64
			for l, s := range c.sum {
				acc[l] = int64(s*grid[r].Zero) + int64(s*grid[q].Zero)<<32
			}
			for i := 0; i+4 <= len(first) && i+4 <= len(second); i += 4 {
				a, b := (*[4]uint8)(first[i:]), (*[4]uint8)(second[i:])
				p0, p1 := int64(a[0])|int64(b[0])<<32, int64(a[1])|int64(b[1])<<32
				p2, p3 := int64(a[2])|int64(b[2])<<32, int64(a[3])|int64(b[3])<<32
				quad := (*[4 * Panel]int8)(panel[i*Panel:])
				for l := range acc {
					acc[l] += p0*int64(quad[4*l]) + p1*int64(quad[4*l+1]) + p2*int64(quad[4*l+2]) + p3*int64(quad[4*l+3])
				}
			}
			lower, upper := (*[Panel]float32)(out[r*pitch+j*Panel:]), (*[Panel]float32)(out[q*pitch+j*Panel:])
			for l, sum := range acc {
				low := int32(sum)
				lower[l] = c.value(l, low, grid[r].Scale)
				upper[l] = c.value(l, int32((sum-int64(low))>>32), grid[q].Scale)
			}
		}
	}
}

// value is what an integer sum of lane l stands for.
func (c *column) value(l int, sum int32, scale float32) float32 {
	v := float32(float32(sum) * c.scale[l])
	return float32(v*scale) + c.bias[l]
}

func multiplyPortable(rows, k int, a []float32, lda int, b []float32, ldb int, c []float32, ldc int) {
	for r := range rows {
		var acc [Panel]float32
		for i, x := range a[r*lda : r*lda+k] {
			row := (*[Panel]float32)(b[i*ldb:])
			for l := range acc {
				acc[l] += float32(x * row[l])
			}
		}
		*(*[Panel]float32)(c[r*ldc:]) = acc
	}
}

func quantisePortable(x []float32, codes []uint8, grid *Grid) {
	var low, high float32
	for _, v := range x {
		low, high = min(low, v), max(high, v)
	}
	span := max(high-low, 1e-20)
	inverse := 127 / span
	zero := -round(float32(low * inverse))
	*grid = Grid{Scale: span / 127, Zero: zero}
	for i, v := range x {
		codes[i] = uint8(min(max(round(float32(v*inverse))+zero, 0), 127))
	}
}

// round rounds to the nearest integer, halves to even, as the processors do.
func round(x float32) int32 { return int32(math.RoundToEven(float64(x))) }

// erf(x/√2)/x as a polynomial in x² up to |x| = 4, fitted so that GELU is right to 2e-4: a hundredth of the step of a
// quantised row, and without the division that a better one needs.
var erf = [...]float32{4.55629419e-08, -3.19720766e-06, 9.59110912e-05, -0.00162803137, 0.0175447781, -0.129146218, 0.795766711}

func geluPortable(x []float32) {
	for i, v := range x {
		t := max(min(v, 4), -4)
		square := float32(t * t)
		p := erf[0]
		for _, c := range erf[1:] {
			p = float32(p*square) + c
		}
		x[i] = float32(v*0.5) * (float32(p*t) + 1)
	}
}

// exp is a polynomial on the remainder after taking out powers of two (Cephes).
var expCoefficients = [...]float32{1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1}

func exp(x float32) float32 {
	x = max(x, -87)
	k := round(float32(x * 1.44269504088896341))
	x -= float32(float32(k) * 0.693359375)
	x -= float32(float32(k) * -2.12194440e-4)
	p := expCoefficients[0]
	for _, c := range expCoefficients[1:] {
		p = float32(p*x) + c
	}
	p = float32(p*float32(x*x)) + x + 1
	return p * math.Float32frombits(uint32(k+127)<<23)
}

func softmaxPortable(n int, x []float32, scale float32) {
	top := float32(-3.0e38)
	for _, v := range x[:n] {
		top = max(top, v)
	}
	var lanes [8]float32
	for i, v := range x[:n] {
		x[i] = exp(float32((v - top) * scale))
		lanes[i%8] += x[i]
	}
	inverse := 1 / fold(&lanes)
	for i := range x[:n] {
		x[i] *= inverse
	}
	clear(x[n:])
}

// fold adds eight lanes in the order of the assembly.
func fold(l *[8]float32) float32 {
	return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}

func normalisePortable(x, add, gain, bias []float32) {
	n := float32(len(x))
	var even, odd [8]float32
	lane := func(i int, v float32) {
		if i&8 == 0 {
			even[i&7] += v
		} else {
			odd[i&7] += v
		}
	}
	sum := func() float32 {
		for i, v := range odd {
			even[i] += v
		}
		s := fold(&even)
		even, odd = [8]float32{}, [8]float32{}
		return s
	}
	for i := range x {
		x[i] += add[i]
		lane(i, x[i])
	}
	mean := sum() / n
	for i := range x {
		d := x[i] - mean
		lane(i, float32(d*d))
	}
	inverse := 1 / float32(math.Sqrt(float64(sum()/n+1e-12)))
	for i := range x {
		x[i] = float32(float32((x[i]-mean)*inverse)*gain[i]) + bias[i]
	}
}

func accumulatePortable(dst, x []float32, factor float32) {
	for i, v := range x {
		dst[i] += float32(v * factor)
	}
}

func rectifyPortable(x []float32, slope float32) {
	for i, v := range x {
		x[i] = max(v, v*slope)
	}
}

func columnsPortable(dst, rows []float32, n, k, pitch int) {
	for r := range n {
		panel := dst[r/Panel*Panel*k+r%Panel:]
		for i, v := range rows[r*pitch : r*pitch+k] {
			panel[i*Panel] = v
		}
	}
}
