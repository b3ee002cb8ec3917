package query

import "slices"

// assemble is a step that makes a path of its parts.
func (p *planner) assemble(path *pathSpec) step {
	var relationships []int
	for _, i := range path.relationships {
		relationships = append(relationships, p.relationships[i].slot)
	}
	start := p.nodes[path.nodes[0]].slot
	return func(r *run, next func() bool) bool {
		var trail []*Relationship
		for _, slot := range relationships {
			trail = append(trail, trailOf(r.row[slot])...)
		}
		r.row[path.slot] = r.path(r.row[start], trail)
		return next()
	}
}

// path is the way along a trail from a node, or its id.
func (r *run) path(start any, trail []*Relationship) Path {
	id, _ := identity(start)
	p := Path{[]*Node{r.node(id)}, trail}
	for _, x := range trail {
		id = other(x, id)
		p.Nodes = append(p.Nodes, r.node(id))
	}
	return p
}

// shortest finds the shortest paths between two bound nodes, one or all. Conditions are part of what is sought: it is the
// shortest of those that fulfil them.
func (h *hop) shortest(r *run, next func() bool) bool {
	start, _ := identity(r.row[h.from])
	goal, _ := identity(r.row[h.to])
	if start == goal && h.min > 0 {
		fail("the shortest path algorithm does not work when the start and end nodes are the same")
	}
	found, more := false, true
	arrive := func(trail []*Relationship) bool {
		r.row[h.slot] = h.listed(trail)
		if h.path.slot >= 0 && r.read[h.path.slot] {
			r.row[h.path.slot] = r.path(start, trail)
		}
		if !fulfilled(r, h.tests) {
			return true
		}
		found = true
		more = next()
		return more && h.path.shortest == "allShortestPaths"
	}
	if len(h.tests) == 0 {
		h.breadthFirst(r, start, goal, arrive)
		return more
	}
	for length, longer := h.min, true; longer && !found && length <= h.max; length++ {
		longer = false
		h.trails(r, start, length, nil, func(id ID, trail []*Relationship) bool {
			longer = longer || len(trail) == length
			return len(trail) < length || id != goal || arrive(slices.Clone(trail))
		})
	}
	return more
}

// breadthFirst goes from the start, level by level, until the goal is met, and then back along all that led there.
func (h *hop) breadthFirst(r *run, start, goal ID, arrive func([]*Relationship) bool) {
	type visit struct {
		depth int
		by    []*Relationship // from nodes of the level before
	}
	visited := map[ID]*visit{start: {}}
	level := []ID{start}
	for depth := 1; len(level) > 0 && depth <= h.max && visited[goal] == nil; depth++ {
		var below []ID
		for _, id := range level {
			h.onwards(r, id, nil, func(x *Relationship) bool {
				to := other(x, id)
				if visited[to] == nil {
					visited[to] = &visit{depth: depth}
					below = append(below, to)
				}
				if v := visited[to]; v.depth == depth {
					v.by = append(v.by, x)
				}
				return true
			})
		}
		level = below
	}
	if visited[goal] == nil {
		return
	}
	var back func(id ID, trail []*Relationship) bool
	back = func(id ID, trail []*Relationship) bool {
		r.tick()
		if id == start {
			way := slices.Clone(trail)
			slices.Reverse(way)
			return arrive(way)
		}
		return !slices.ContainsFunc(visited[id].by, func(x *Relationship) bool { return !back(other(x, id), append(trail, x)) })
	}
	back(goal, nil)
}
