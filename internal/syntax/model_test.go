package syntax

import (
	"math"
	"testing"
)

// A damaged file is refused, whatever is missing.
func TestReadModelDamaged(t *testing.T) {
	for _, n := range []int{0, 3, 4, 100, len(embedded) / 2, len(embedded) - 1} {
		if _, err := ReadModel(embedded[:n]); err == nil {
			t.Errorf("%d bytes of %d were taken for a model", n, len(embedded))
		}
	}
}

func TestHeader(t *testing.T) {
	var vocabulary []string
	if ok, err := Embedded().Header("vocab", &vocabulary); !ok || err != nil || len(vocabulary) == 0 {
		t.Errorf("the header has no vocabulary: %v, %v", ok, err)
	}
	if ok, err := Embedded().Header("no such key", &vocabulary); ok || err != nil {
		t.Errorf("a key that isn't there: %v, %v", ok, err)
	}
	var number int
	if _, err := Embedded().Header("vocab", &number); err == nil {
		t.Error("a list was taken for a number")
	}
}

// The integer layer gives nearly what its weights give in floating point.
func TestLayer(t *testing.T) {
	m := Embedded()
	l, ok := m.Layer("ner")
	if !ok {
		t.Fatal("no layer ner")
	}
	if _, ok := m.Layer("no such layer"); ok {
		t.Error("a layer that isn't there")
	}
	x, out := make([]float32, 2*l.In), make([]float32, 2*l.Out)
	for i := range x {
		x[i] = float32(math.Sin(float64(i)))
	}
	l.Apply(2, x, out)
	w, bias := m.need("ner.weight").Floats(), m.need("ner.bias").Values
	for r := range 2 {
		for j := range l.Out {
			want := float64(bias[j])
			for i := range l.In {
				want += float64(w[j*l.In+i]) * float64(x[r*l.In+i])
			}
			if got := float64(out[r*l.Out+j]); math.Abs(got-want) > 0.05 {
				t.Errorf("row %d column %d: %g, want about %g", r, j, got, want)
			}
		}
	}
}
