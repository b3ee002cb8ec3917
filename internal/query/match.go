package query

import (
	"iter"
	"slices"
)

// bind puts a node into a slot: the node itself, or only its id where nobody reads more.
func bind(r *run, slot int, id ID, load bool) {
	if load {
		r.row[slot] = r.node(id)
	} else {
		r.row[slot] = id
	}
}

func (r *run) node(id ID) *Node {
	n, err := r.graph.Node(id)
	must(err)
	return n
}

// each calls next for the nodes of an access.
func (a access) each(r *run, next func(ID) bool) bool {
	if a.lookup == nil {
		return through(r, r.graph.Nodes(a.label), next)
	}
	values := []any{a.lookup.value(r)}
	if a.lookup.many && values[0] != nil {
		values = slices.Clone(toList(values[0]))
		slices.SortFunc(values, order)
		values = slices.CompactFunc(values, func(a, b any) bool { return order(a, b) == 0 })
	}
	for _, v := range values {
		if v != nil && !through(r, r.graph.Find(a.label, a.lookup.property, v), next) {
			return false
		}
	}
	return true
}

// through walks over what the graph lists.
func through[T any](r *run, list iter.Seq2[T, error], next func(T) bool) bool {
	for x, err := range list {
		must(err)
		r.tick()
		if !next(x) {
			return false
		}
	}
	return true
}

// hop is a step along a relationship, from a bound node.
type hop struct {
	*relationshipSpec
	taken     []int
	from, to  int // slots of the nodes
	backwards bool
	open      bool // the start isn't bound, of a fixed relationship
	closed    bool // the end is bound
	load      []bool
	tests     []eval // of a shortest path
}

// way is the direction as seen from the start.
func (h *hop) way() Direction {
	if h.backwards {
		return [...]Direction{Both: Both, Outgoing: Incoming, Incoming: Outgoing}[h.direction]
	}
	return h.direction
}

// other is the end of a relationship that isn't at a node.
func other(x *Relationship, node ID) ID {
	if x.Start == node {
		return x.End
	}
	return x.Start
}

// fits tells whether a relationship is of the types and hasn't been taken.
func (h *hop) fits(r *run, x *Relationship) bool {
	if h.types != nil && !slices.Contains(h.types, x.Type) {
		return false
	}
	return !slices.ContainsFunc(h.taken, func(slot int) bool {
		return slices.ContainsFunc(trailOf(r.row[slot]), func(t *Relationship) bool { return t.ID == x.ID })
	})
}

// trailOf is what a pattern's relationship is bound to, one or several.
func trailOf(v any) []*Relationship {
	switch x := v.(type) {
	case *Relationship:
		return []*Relationship{x}
	case []any:
		trail := make([]*Relationship, len(x))
		for i, item := range x {
			trail[i] = item.(*Relationship)
		}
		return trail
	}
	return nil
}

// arrive binds the end, or tests whether it is the one that is bound.
func (h *hop) arrive(r *run, id ID, next func() bool) bool {
	if !h.closed {
		bind(r, h.to, id, h.load[h.to])
	} else if bound, _ := identity(r.row[h.to]); bound != id {
		return true
	}
	return next()
}

// expand follows each relationship of the start that fits.
func (h *hop) expand(r *run, next func() bool) bool {
	id, _ := identity(r.row[h.from])
	relationships := r.graph.Expand(id, h.way(), h.types)
	if connector, ok := r.graph.(Connector); ok && h.closed {
		goal, _ := identity(r.row[h.to])
		relationships = connector.Connect(id, goal, h.way(), h.types)
	}
	return through(r, relationships, func(x *Relationship) bool {
		if !h.fits(r, x) {
			return true
		}
		r.row[h.slot] = x
		return h.arrive(r, other(x, id), next)
	})
}

// fixed follows a relationship that is bound already.
func (h *hop) fixed(r *run, next func() bool) bool {
	if r.row[h.slot] == nil {
		return true
	}
	x := to[*Relationship](r.row[h.slot], "Relationship")
	if !h.fits(r, x) {
		return true
	}
	for i, way := range [][2]ID{{x.Start, x.End}, {x.End, x.Start}} {
		known, _ := identity(r.row[h.from])
		switch {
		case h.direction == Outgoing && i == 1, h.direction == Incoming && i == 0, i == 1 && h.direction == Both && x.Start == x.End,
			h.from == h.to && way[0] != way[1], !h.open && known != way[0]:
			continue
		case h.open:
			bind(r, h.from, way[0], h.load[h.from])
		}
		if !h.arrive(r, way[1], next) {
			return false
		}
	}
	return true
}

// walk follows trails of variable length.
func (h *hop) walk(r *run, next func() bool) bool {
	id, _ := identity(r.row[h.from])
	return h.trails(r, id, h.max, nil, func(id ID, trail []*Relationship) bool {
		if len(trail) < h.min {
			return true
		}
		r.row[h.slot] = h.listed(trail)
		return h.arrive(r, id, next)
	})
}

// trails calls arrive for a trail and all that lengthen it, up to a number of relationships. Their memory is shared.
func (h *hop) trails(r *run, id ID, most int, trail []*Relationship, arrive func(ID, []*Relationship) bool) bool {
	return arrive(id, trail) && (len(trail) == most || h.onwards(r, id, trail, func(x *Relationship) bool {
		return h.trails(r, other(x, id), most, append(trail, x), arrive)
	}))
}

// onwards calls next for the relationships of a node that may lengthen a trail.
func (h *hop) onwards(r *run, id ID, trail []*Relationship, next func(*Relationship) bool) bool {
	return through(r, r.graph.Expand(id, h.way(), h.types), func(x *Relationship) bool {
		if !h.fits(r, x) || slices.ContainsFunc(trail, func(t *Relationship) bool { return t.ID == x.ID }) {
			return true
		}
		r.row[h.one] = x
		return !fulfilled(r, h.each) || next(x)
	})
}

func fulfilled(r *run, conditions []eval) bool {
	return !slices.ContainsFunc(conditions, func(c eval) bool { return truth(c(r)) != true })
}

// listed is a trail as a value, in the order of the pattern.
func (h *hop) listed(trail []*Relationship) []any {
	items := anys(trail)
	if h.backwards {
		slices.Reverse(items)
	}
	return items
}
