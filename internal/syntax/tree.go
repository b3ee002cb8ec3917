package syntax

// arborist finds the best dependency tree for arc scores: Chu-Liu and Edmonds, with exactly one root. It keeps its
// buffers from sentence to sentence.
type arborist struct {
	n      int
	score  []float64 // [dependent·n + head]
	arc    []arc     // the original arc that a score stands for, once nodes were merged
	active []bool
	heads  []int
}

type arc struct{ dependent, head int }

// never is a score below that of any tree.
const never = -1e18

// reset prepares for n nodes, of which node 0 is the root above the sentence; the caller then fills score.
func (t *arborist) reset(n int) []float64 {
	t.n = n
	if cap(t.score) < n*n {
		t.score, t.arc = make([]float64, n*n), make([]arc, n*n)
		t.active, t.heads = make([]bool, n), make([]int, n)
	}
	t.score = t.score[:n*n]
	t.active, t.heads = t.active[:n], t.heads[:n]
	return t.score
}

// best returns the head of every node; those of node 0 mean nothing. The slice is valid until the next reset.
func (t *arborist) best() []int {
	n := t.n
	for i := range n {
		t.score[i*n+i], t.active[i] = never, true
	}
	if t.greedy() {
		return t.heads
	}
	// A charge on arcs from the root that outweighs all else leaves exactly one of them, the best.
	low, high := 0.0, 0.0
	for i := 1; i < n; i++ {
		for j := range n {
			if i != j {
				low, high = min(low, t.score[i*n+j]), max(high, t.score[i*n+j])
			}
		}
	}
	charge := float64(n)*(high-low) + 1
	for i := range n {
		if i > 0 {
			t.score[i*n] -= charge
		}
		for j := range n {
			t.arc[i*n+j] = arc{i, j}
		}
	}
	for i := range t.heads {
		t.heads[i] = -1
	}
	members := make([][]int, n)
	for i := range members {
		members[i] = []int{i}
	}
	t.contract(members)
	return t.heads
}

// greedy gives each node its best head and tells whether that is a tree with one root: the common case.
func (t *arborist) greedy() bool {
	roots := 0
	for i := 1; i < t.n; i++ {
		if t.heads[i] = t.highest(i); t.heads[i] == 0 {
			roots++
		}
	}
	if roots != 1 {
		return false
	}
	return t.cycle(t.heads) == nil
}

// highest returns the active node that is the best head of i.
func (t *arborist) highest(i int) int {
	best, row := -1, t.score[i*t.n:(i+1)*t.n]
	for j, s := range row {
		if j != i && t.active[j] && (best < 0 || s > row[best]) {
			best = j
		}
	}
	return best
}

// cycle returns the nodes of a cycle among active nodes, or nil.
func (t *arborist) cycle(head []int) []int {
	seen := make([]int, t.n) // the node from which a walk up first came here
	for i := 1; i < t.n; i++ {
		if !t.active[i] || seen[i] != 0 {
			continue
		}
		j := i
		for j != 0 && seen[j] == 0 {
			seen[j] = i
			j = head[j]
		}
		if j == 0 || seen[j] != i {
			continue
		}
		nodes := []int{j}
		for k := head[j]; k != j; k = head[k] {
			nodes = append(nodes, k)
		}
		return nodes
	}
	return nil
}

// contract merges cycles into one node until there are none, then sets the heads, breaking each cycle where the arc into
// it enters. members are the original nodes of each active one.
func (t *arborist) contract(members [][]int) {
	n := t.n
	head := make([]int, n)
	for i := 1; i < n; i++ {
		if t.active[i] {
			head[i] = t.highest(i)
		}
	}
	nodes := t.cycle(head)
	if nodes == nil {
		for i := 1; i < n; i++ {
			if t.active[i] {
				a := t.arc[i*n+head[i]]
				t.heads[a.dependent] = a.head
			}
		}
		return
	}
	inner := make([]arc, len(nodes)) // the arcs that make the cycle
	inside := make([]bool, n)
	for i, c := range nodes {
		inner[i], inside[c] = t.arc[c*n+head[c]], true
	}
	// The cycle becomes its first node. An arc into it costs the arc of the cycle that it breaks.
	top := nodes[0]
	for k := range n {
		if !t.active[k] || inside[k] {
			continue
		}
		gain := func(c int) float64 { return t.score[c*n+k] - t.score[c*n+head[c]] }
		into, from := top, top
		for _, c := range nodes[1:] {
			if gain(c) > gain(into) {
				into = c
			}
			if t.score[k*n+c] > t.score[k*n+from] {
				from = c
			}
		}
		t.score[top*n+k], t.arc[top*n+k] = gain(into), t.arc[into*n+k]
		t.score[k*n+top], t.arc[k*n+top] = t.score[k*n+from], t.arc[k*n+from]
	}
	parts := make([][]int, len(nodes))
	var all []int
	for i, c := range nodes {
		parts[i] = members[c]
		all = append(all, members[c]...)
		t.active[c] = c == top
	}
	members[top] = all
	t.contract(members)
	for i, part := range parts {
		entered := false
		for _, m := range part {
			entered = entered || t.heads[m] >= 0
		}
		if !entered {
			t.heads[inner[i].dependent] = inner[i].head
		}
	}
}
