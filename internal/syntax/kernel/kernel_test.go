package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

// random fills n values, some of them large, some zero, some exactly halfway between two codes.
func random(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		switch r.IntN(12) {
		case 0:
			x[i] = 0
		case 1:
			x[i] = float32(r.NormFloat64()) * 30
		default:
			x[i] = float32(r.NormFloat64())
		}
	}
	return x
}

func layer(r *rand.Rand, in, out int) *Weights {
	w := NewWeights(in, out)
	row := make([]int8, in)
	for j := range out {
		for i := range row {
			row[i] = int8(r.IntN(255) - 127)
		}
		w.Set(j, row, r.Float32()/100, float32(r.NormFloat64()))
	}
	return w
}

// same fails unless the first n values have the same bits.
func same(t *testing.T, what string, p Path, want, got []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(want[i]) != math.Float32bits(got[i]) {
			t.Fatalf("%s on %s differs from portable at %d: %g, want %g", what, p, i, got[i], want[i])
		}
	}
}

func FuzzPaths(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 1))
		rows, in, out := 1+r.IntN(20), 32*(1+r.IntN(6)), 32*(1+r.IntN(4))
		n := 1 + r.IntN(50)
		w := layer(r, in-r.IntN(8), out-r.IntN(8))
		x := random(r, (rows+Slack)*in)
		if r.IntN(2) == 0 {
			Portable.Gelu(x) // mostly positive rows
		}
		b, add, gain := random(r, in*Panel), random(r, in), random(r, in)
		scale := r.Float32()

		type result struct {
			codes                                                        []uint8
			grid                                                         []Grid
			out, product, gelu, soft, norm, weighted, rectified, columns []float32
		}
		run := func(p Path) (v result) {
			copied := func(x []float32) []float32 { return append([]float32(nil), x...) }
			v.codes, v.grid = make([]uint8, (rows+Slack)*in), make([]Grid, rows+Slack)
			p.QuantiseRows(rows, in, x, in, v.codes, v.grid)
			v.out = make([]float32, (rows+Slack)*out)
			p.Product(w, rows, v.codes, v.grid, v.out, out)
			v.product = make([]float32, (rows+Slack)*Panel)
			p.Multiply(rows, in, x, in, b, Panel, v.product, Panel)
			v.gelu, v.norm, v.weighted = copied(x), copied(x[:in]), copied(x[:in])
			p.Gelu(v.gelu)
			v.soft = copied(x)[:(n+7)&^7]
			p.Softmax(min(n, len(v.soft)), v.soft, scale)
			p.Normalise(v.norm, add, gain, x[in:2*in])
			p.Accumulate(v.weighted, add, scale)
			v.rectified = copied(x)
			p.Rectify(v.rectified, 0.1)
			v.columns = make([]float32, (rows+Panel)*in)
			p.Columns(v.columns, x, rows, in, in)
			for c := rows; c < (rows+Panel-1)/Panel*Panel; c++ { // columns without a row mean nothing
				for i := range in {
					v.columns[c/Panel*Panel*in+i*Panel+c%Panel] = 0
				}
			}
			return v
		}
		want := run(Portable)
		for _, p := range Paths()[1:] {
			got := run(p)
			for i := range rows * in {
				if want.codes[i] != got.codes[i] {
					t.Fatalf("code %d on %s: %d, want %d", i, p, got.codes[i], want.codes[i])
				}
			}
			for i := range rows {
				if want.grid[i] != got.grid[i] {
					t.Fatalf("grid %d on %s: %v, want %v", i, p, got.grid[i], want.grid[i])
				}
			}
			same(t, "Product", p, want.out[:rows*out], got.out)
			same(t, "Multiply", p, want.product[:rows*Panel], got.product)
			same(t, "Gelu", p, want.gelu, got.gelu)
			same(t, "Softmax", p, want.soft, got.soft)
			same(t, "Normalise", p, want.norm, got.norm)
			same(t, "Accumulate", p, want.weighted, got.weighted)
			same(t, "Rectify", p, want.rectified, got.rectified)
			same(t, "Columns", p, want.columns, got.columns)
		}
	})
}

// The extremes of codes and weights must not overflow AVX2's sums of 16 bits.
func TestProductExtremes(t *testing.T) {
	const in, out = 128, 32
	for _, value := range []int8{127, -127} {
		w := NewWeights(in, out)
		row := make([]int8, in)
		for i := range row {
			row[i] = value
		}
		for j := range out {
			w.Set(j, row, 1, 0)
		}
		codes, grid := make([]uint8, Slack*in), make([]Grid, Slack)
		for i := range codes {
			codes[i] = 127
		}
		for i := range grid {
			grid[i] = Grid{Scale: 1}
		}
		for _, p := range Paths() {
			got := make([]float32, Slack*out)
			p.Product(w, 1, codes, grid, got, out)
			if want := float32(127*in) * float32(value); got[5] != want {
				t.Errorf("%s: %g, want %g", p, got[5], want)
			}
		}
	}
}

func TestQuantise(t *testing.T) {
	x := make([]float32, 32)
	x[0], x[1], x[2] = 10, -2, 0.001
	var grid Grid
	codes := make([]uint8, 32)
	Portable.Quantise(x, codes, &grid)
	for i, v := range x {
		if got := float32(int32(codes[i])-grid.Zero) * grid.Scale; math.Abs(float64(got-v)) > float64(grid.Scale) {
			t.Errorf("value %g comes back as %g (scale %g)", v, got, grid.Scale)
		}
	}
	if codes[3] != uint8(grid.Zero) {
		t.Errorf("zero has code %d, the zero point is %d", codes[3], grid.Zero)
	}
}

func TestFunctions(t *testing.T) {
	for x := float32(-6); x < 6; x += 0.37 {
		row := []float32{x}
		geluPortable(row)
		if want := float64(x) * 0.5 * (1 + math.Erf(float64(x)/math.Sqrt2)); math.Abs(float64(row[0])-want) > 2e-4 {
			t.Errorf("gelu(%g) = %g, want %g", x, row[0], want)
		}
		if want := math.Exp(float64(x)); math.Abs(float64(exp(x))/want-1) > 1e-6 {
			t.Errorf("exp(%g) = %g, want %g", x, exp(x), want)
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	const rows, in, out = 96, 384, 1536
	w := layer(r, in, out)
	x, codes, grid, y := random(r, (rows+Slack)*in), make([]uint8, (rows+Slack)*in), make([]Grid, rows+Slack), make([]float32, (rows+Slack)*out)
	for _, p := range Paths() {
		b.Run(p.String(), func(b *testing.B) {
			p.QuantiseRows(rows, in, x, in, codes, grid)
			for b.Loop() {
				p.Product(w, rows, codes, grid, y, out)
			}
			b.ReportMetric(2*rows*in*out*float64(b.N)/b.Elapsed().Seconds()/1e9, "GOP/s")
		})
	}
}
