package query

import (
	"math"
	"slices"
)

// step walks the pattern, in an order that is found when it is first met in a run.
func (m *match) step(r *run, next func() bool) bool {
	s, ok := r.plans[m]
	if !ok {
		s = m.plan(r)
		r.plans[m] = s
	}
	return s(r, next)
}

// planner orders a pattern: it begins at the node that is cheapest to find, follows the relationships from there, and
// tests each condition as soon as what it needs is bound.
type planner struct {
	*match
	run    *run
	have   map[int]bool // slots bound so far
	placed []bool       // nodes
	walked []bool       // relationships
	tested []bool       // conditions
	taken  []int        // slots of the relationships so far, which may not come again
	load   []bool       // slots whose nodes must be loaded; until the plan is whole
	steps  []step
}

func (m *match) plan(r *run) step {
	p := &planner{
		match: m, run: r, have: map[int]bool{}, load: slices.Clone(r.read),
		placed: make([]bool, len(m.nodes)), walked: make([]bool, len(m.relationships)), tested: make([]bool, len(m.conditions)),
	}
	for i, n := range m.nodes {
		if n.bound {
			p.steps = append(p.steps, given(n.slot))
			p.placed[i] = true
		}
	}
	p.settle()
	for {
		if i := p.cheapestRelationship(); i >= 0 {
			p.walk(i)
		} else if !p.begin() {
			break
		}
		p.settle()
	}
	return sequence(p.steps...)
}

// given is a step for a node that is bound before the pattern, perhaps to null.
func given(slot int) step {
	return func(r *run, next func() bool) bool {
		v := r.row[slot]
		if _, bare := v.(ID); v != nil && !bare {
			to[*Node](v, "Node")
		}
		return v == nil || next()
	}
}

// cheapestRelationship is the next to follow, or -1: first those that are known, then those between known nodes, then
// those of one step, then those of many.
func (p *planner) cheapestRelationship() int {
	best, least := -1, math.MaxInt
	for i, r := range p.relationships {
		from, to := p.placed[r.from], p.placed[r.to]
		if p.walked[i] || !from && !to && !r.bound || r.path != nil && !(from && to) {
			continue
		}
		cost := 0
		for i, dear := range []bool{!r.bound, !from || !to, r.long} {
			if dear {
				cost += 1 << i
			}
		}
		if cost < least {
			best, least = i, cost
		}
	}
	return best
}

// walk adds the step that follows a relationship.
func (p *planner) walk(i int) {
	r := p.relationships[i]
	h := &hop{
		relationshipSpec: r, taken: slices.Clone(p.taken), from: p.nodes[r.from].slot, to: p.nodes[r.to].slot,
		closed: p.placed[r.to], load: p.load,
	}
	switch {
	case r.bound:
		h.open, h.closed = !p.placed[r.from], p.placed[r.to]
		p.steps = append(p.steps, h.fixed)
	case r.path != nil:
		p.have[r.slot], p.have[r.path.slot] = true, true
		for _, c := range p.ready() { // which the path that is sought must fulfil
			h.tests = append(h.tests, c.test)
		}
		p.steps = append(p.steps, h.shortest)
	default:
		if !p.placed[r.from] {
			h.backwards, h.closed = true, false
			h.from, h.to = h.to, h.from
		}
		if r.long {
			p.steps = append(p.steps, h.walk)
		} else {
			p.steps = append(p.steps, h.expand)
		}
	}
	p.walked[i], p.placed[r.from], p.placed[r.to] = true, true, true
	p.have[r.slot], p.have[h.from], p.have[h.to] = true, true, true
	p.taken = append(p.taken, r.slot)
}

// ready takes the conditions that can be tested by now.
func (p *planner) ready() []*condition {
	var ready []*condition
	for i, c := range p.conditions {
		if !p.tested[i] && p.bound(c.needs) {
			p.tested[i] = true
			ready = append(ready, c)
		}
	}
	return ready
}

func (p *planner) bound(slots []int) bool {
	return !slices.ContainsFunc(slots, func(slot int) bool { return !p.have[slot] })
}

// settle adds the paths that are whole by now and the conditions that can be tested.
func (p *planner) settle() {
	for _, path := range p.paths {
		whole := !slices.ContainsFunc(path.nodes, func(i int) bool { return !p.placed[i] }) &&
			!slices.ContainsFunc(path.relationships, func(i int) bool { return !p.walked[i] })
		if !whole || p.have[path.slot] {
			continue
		}
		p.have[path.slot] = true
		if p.run.read[path.slot] {
			p.steps = append(p.steps, p.assemble(path))
		}
	}
	for _, c := range p.ready() {
		p.steps = append(p.steps, filter(c.test))
		if _, told := p.run.graph.(Labeller); c.labels && !told {
			p.load[p.nodes[c.node].slot] = true
		}
	}
}

// access is a way to find a node without others.
type access struct {
	label  string // "" for all nodes
	lookup *condition
	cost   float64
}

// begin adds the step that finds the cheapest node which isn't placed yet.
func (p *planner) begin() bool {
	best, node := access{}, -1
	for i := range p.nodes {
		if p.placed[i] {
			continue
		}
		if a := p.access(i); node < 0 || a.cost < best.cost {
			best, node = a, i
		}
	}
	if node < 0 {
		return false
	}
	slot := p.nodes[node].slot
	for i, c := range p.conditions {
		if c.label != "" && c.label == best.label && c.node == node {
			p.tested[i] = true
		}
	}
	p.steps = append(p.steps, func(r *run, next func() bool) bool {
		return best.each(r, func(id ID) bool {
			bind(r, slot, id, p.load[slot])
			return next()
		})
	})
	p.placed[node], p.have[slot] = true, true
	return true
}

// access finds the cheapest way to a node. Its cost is the number of nodes met, and what goes on from those that are
// likely left by its conditions.
func (p *planner) access(node int) access {
	n := p.nodes[node]
	least := math.MaxInt
	var best access
	for _, label := range append([]string{""}, n.labels...) {
		count, err := p.run.graph.Count(label)
		must(err)
		if count < least || label != "" && best.label == "" {
			best, least = access{label: label}, count
		}
	}
	left := float64(least)
	for i, c := range p.conditions {
		own := !p.tested[i] && !slices.ContainsFunc(c.needs, func(slot int) bool { return slot != n.slot && !p.have[slot] })
		if own && slices.Contains(c.needs, n.slot) && !c.labels {
			left *= 0.3
		}
	}
	best.cost = float64(least) + 5*left
	for i, c := range p.conditions {
		if p.tested[i] || c.value == nil || c.node != node || !p.bound(c.values) {
			continue
		}
		for _, label := range n.labels {
			if p.run.graph.Indexed(label, c.property) {
				a := access{label: label, lookup: c}
				if a.cost = 6 * float64(p.probe(a)); a.cost < best.cost {
					best = a
				}
			}
		}
	}
	return best
}

// probed is how many nodes a lookup is followed to find out what it costs.
const probed = 100

// probe counts what a lookup finds, where its value is known already.
func (p *planner) probe(a access) int {
	if len(a.lookup.values) > 0 {
		return 2
	}
	count := 0
	a.each(p.run, func(ID) bool {
		count++
		return count < probed
	})
	return count
}
