package query

import (
	"errors"
	"slices"
)

// assemble is a step that makes a path of its parts.
func (p *planner) assemble(path *pathSpec) step {
	var nodes, relationships []int
	for _, i := range path.nodes {
		nodes = append(nodes, p.nodes[i].slot)
	}
	for _, i := range path.relationships {
		relationships = append(relationships, p.relationships[i].slot)
	}
	return func(r *run, next func() error) error {
		start, err := loaded(r, r.row[nodes[0]])
		if err != nil {
			return err
		}
		whole := Path{Nodes: []*Node{start}}
		for i, slot := range relationships {
			end, err := loaded(r, r.row[nodes[i+1]])
			if err != nil {
				return err
			}
			switch v := r.row[slot].(type) {
			case *Relationship:
				whole.Relationships = append(whole.Relationships, v)
				whole.Nodes = append(whole.Nodes, end)
			case []any:
				for _, item := range v {
					if err := whole.extend(r, item.(*Relationship)); err != nil {
						return err
					}
				}
			}
		}
		r.row[path.slot] = whole
		return next()
	}
}

// loaded is the node that a slot holds, or whose id it holds.
func loaded(r *run, v any) (*Node, error) {
	if n, ok := v.(*Node); ok {
		return n, nil
	}
	id, _, _ := identity(v)
	return r.graph.Node(id)
}

// extend adds a relationship and the node at its other end.
func (p *Path) extend(r *run, x *Relationship) error {
	n, err := r.graph.Node(other(x, p.Nodes[len(p.Nodes)-1].ID))
	p.Relationships = append(p.Relationships, x)
	p.Nodes = append(p.Nodes, n)
	return err
}

// shortest finds the shortest paths between two bound nodes, one or all. Conditions are part of what is sought: it is the
// shortest of those that fulfil them.
func (h *hop) shortest(r *run, next func() error) error {
	start, _, _ := identity(r.row[h.from])
	goal, _, _ := identity(r.row[h.to])
	if start == goal && h.min > 0 {
		return errors.New("the shortest path algorithm does not work when the start and end nodes are the same")
	}
	enough := &stop{}
	found := false
	arrive := func(trail []*Relationship) error {
		if ok, err := h.fulfilled(r, trail); !ok || err != nil {
			return err
		}
		found = true
		if err := next(); err != nil {
			return err
		}
		if h.path.shortest == "shortestPath" {
			return enough
		}
		return nil
	}
	var err error
	if len(h.tests) == 0 {
		err = h.breadthFirst(r, start, goal, arrive)
	} else {
		for length := h.min; !found && err == nil && length <= h.max; length++ {
			var longer bool
			longer, err = h.trails(r, start, goal, length, arrive)
			if !longer {
				break
			}
		}
	}
	if err == enough {
		return nil
	}
	return err
}

// fulfilled binds a trail and tests the conditions on it.
func (h *hop) fulfilled(r *run, trail []*Relationship) (bool, error) {
	r.row[h.slot] = h.listed(trail)
	if h.path.slot >= 0 && r.read[h.path.slot] {
		start, err := loaded(r, r.row[h.from])
		if err != nil {
			return false, err
		}
		path := Path{Nodes: []*Node{start}}
		for _, x := range trail {
			if err := path.extend(r, x); err != nil {
				return false, err
			}
		}
		r.row[h.path.slot] = path
	}
	for _, test := range h.tests {
		v, err := test(r)
		if v != true || err != nil {
			return false, err
		}
	}
	return true, nil
}

// breadthFirst goes from the start, level by level, until the goal is met, and then back along all that led there.
func (h *hop) breadthFirst(r *run, start, goal ID, arrive func([]*Relationship) error) error {
	type visit struct {
		depth int
		by    []*Relationship // from nodes of the level before
	}
	visited := map[ID]*visit{start: {}}
	level := []ID{start}
	for depth := 1; len(level) > 0 && depth <= h.max && visited[goal] == nil; depth++ {
		var below []ID
		for _, id := range level {
			err := h.onwards(r, id, nil, func(x *Relationship) error {
				to := other(x, id)
				v := visited[to]
				if v == nil {
					v = &visit{depth: depth}
					visited[to] = v
					below = append(below, to)
				}
				if v.depth == depth {
					v.by = append(v.by, x)
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		level = below
	}
	if visited[goal] == nil {
		return nil
	}
	var trail []*Relationship
	var back func(id ID) error
	back = func(id ID) error {
		if err := r.tick(); err != nil {
			return err
		}
		if id == start {
			way := slices.Clone(trail)
			slices.Reverse(way)
			return arrive(way)
		}
		for _, x := range visited[id].by {
			trail = append(trail, x)
			err := back(other(x, id))
			trail = trail[:len(trail)-1]
			if err != nil {
				return err
			}
		}
		return nil
	}
	return back(goal)
}

// trails finds the trails of just one length, and tells whether longer ones may be there.
func (h *hop) trails(r *run, start, goal ID, length int, arrive func([]*Relationship) error) (longer bool, err error) {
	var trail []*Relationship
	var from func(id ID) error
	from = func(id ID) error {
		if len(trail) == length {
			longer = true
			if id != goal {
				return nil
			}
			return arrive(slices.Clone(trail))
		}
		return h.onwards(r, id, trail, func(x *Relationship) error {
			trail = append(trail, x)
			err := from(other(x, id))
			trail = trail[:len(trail)-1]
			return err
		})
	}
	return longer, from(start)
}
