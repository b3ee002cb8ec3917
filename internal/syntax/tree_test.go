package syntax

import (
	"math"
	"math/rand/v2"
	"testing"
)

// total is the score of a tree with one root, or minus infinity if the heads are none.
func total(score []float64, heads []int) float64 {
	n, roots, sum := len(heads), 0, 0.0
	for d := 1; d < n; d++ {
		if heads[d] == 0 {
			roots++
		}
		sum += score[d*n+heads[d]]
		steps := 0
		for h := d; h != 0; h = heads[h] {
			if steps++; steps > n {
				return math.Inf(-1)
			}
		}
	}
	if roots != 1 {
		return math.Inf(-1)
	}
	return sum
}

// Against every tree there is.
func TestBestTree(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	var tree arborist
	for round := range 300 {
		n := 2 + round%5
		score := make([]float64, n*n)
		for i := range score {
			score[i] = r.NormFloat64()
			if round%3 == 0 && i%n == 0 {
				score[i] += 3 // many would be the root
			}
		}
		best, heads := math.Inf(-1), make([]int, n)
		for code := range int(math.Pow(float64(n), float64(n-1))) {
			for d := 1; d < n; d++ {
				heads[d] = code % n
				code /= n
			}
			best = max(best, total(score, heads))
		}
		copy(tree.reset(n), score)
		if got := total(score, tree.best()); math.Abs(got-best) > 1e-9 {
			t.Fatalf("round %d: heads %v score %g, the best tree %g", round, tree.heads, got, best)
		}
	}
}

// Large inputs, where cycles lie within cycles, still give trees.
func TestBestTreeLarge(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	var tree arborist
	for range 20 {
		n := 40 + r.IntN(80)
		score := make([]float64, n*n)
		for i := range score {
			score[i] = float64(r.IntN(4)) // ties
		}
		copy(tree.reset(n), score)
		if s := total(score, tree.best()); math.IsInf(s, -1) {
			t.Fatalf("%v is no tree", tree.heads)
		}
	}
}
