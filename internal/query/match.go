package query

import "slices"

// bind puts a node into a slot: the node itself, or only its id where nobody reads more.
func bind(r *run, slot int, id ID, load bool) error {
	if !load {
		r.row[slot] = id
		return nil
	}
	n, err := r.graph.Node(id)
	r.row[slot] = n
	return err
}

// find is a step that binds a node to each that an access finds.
func find(slot int, a access, load []bool) step {
	return func(r *run, next func() error) error {
		return found(r, a, func(id ID) error {
			if err := bind(r, slot, id, load[slot]); err != nil {
				return err
			}
			return next()
		})
	}
}

// found calls next for the nodes of an access.
func found(r *run, a access, next func(ID) error) error {
	if a.lookup == nil {
		for id, err := range r.graph.Nodes(a.label) {
			if err == nil {
				err = r.tick()
			}
			if err == nil {
				err = next(id)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	v, err := a.lookup.value(r)
	if err != nil {
		return err
	}
	values := []any{v}
	if a.lookup.many {
		items, ok := v.([]any)
		if !ok && v != nil {
			return mismatch("List<T>", v)
		}
		values = slices.Clone(items)
		slices.SortFunc(values, order)
		values = slices.CompactFunc(values, func(a, b any) bool { return order(a, b) == 0 })
	}
	for _, v := range values {
		if v == nil {
			continue
		}
		for id, err := range r.graph.Find(a.label, a.lookup.property, v) {
			if err == nil {
				err = r.tick()
			}
			if err == nil {
				err = next(id)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
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
		return h.direction.reversed()
	}
	return h.direction
}

func (d Direction) reversed() Direction {
	switch d {
	case Outgoing:
		return Incoming
	case Incoming:
		return Outgoing
	}
	return Both
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
	if h.test != nil && !h.test([]string{x.Type}) || h.types != nil && !slices.Contains(h.types, x.Type) {
		return false
	}
	for _, slot := range h.taken {
		switch v := r.row[slot].(type) {
		case *Relationship:
			if v.ID == x.ID {
				return false
			}
		case []any:
			for _, item := range v {
				if item.(*Relationship).ID == x.ID {
					return false
				}
			}
		}
	}
	return true
}

// arrive binds the end, or tests whether it is the one that is bound.
func (h *hop) arrive(r *run, id ID, next func() error) error {
	if h.closed {
		if bound, _, _ := identity(r.row[h.to]); bound != id {
			return nil
		}
	} else if err := bind(r, h.to, id, h.load[h.to]); err != nil {
		return err
	}
	return next()
}

// expand follows each relationship of the start that fits.
func (h *hop) expand(r *run, next func() error) error {
	id, _, _ := identity(r.row[h.from])
	for x, err := range r.graph.Expand(id, h.way(), h.types) {
		if err == nil {
			err = r.tick()
		}
		if err == nil && h.fits(r, x) {
			r.row[h.slot] = x
			err = h.arrive(r, other(x, id), next)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// fixed follows a relationship that is bound already.
func (h *hop) fixed(r *run, next func() error) error {
	v := r.row[h.slot]
	if v == nil {
		return nil
	}
	x, ok := v.(*Relationship)
	if !ok {
		return mismatch("Relationship", v)
	}
	if !h.fits(r, x) {
		return nil
	}
	ways := [][2]ID{{x.Start, x.End}, {x.End, x.Start}}
	switch {
	case h.direction == Outgoing || h.direction == Both && x.Start == x.End:
		ways = ways[:1]
	case h.direction == Incoming:
		ways = ways[1:]
	}
	for _, way := range ways {
		if h.from == h.to && way[0] != way[1] {
			continue
		}
		if h.open {
			if err := bind(r, h.from, way[0], h.load[h.from]); err != nil {
				return err
			}
		} else if id, _, _ := identity(r.row[h.from]); id != way[0] {
			continue
		}
		if err := h.arrive(r, way[1], next); err != nil {
			return err
		}
	}
	return nil
}

// walk follows trails of variable length, deepest first.
func (h *hop) walk(r *run, next func() error) error {
	var trail []*Relationship
	var from func(id ID) error
	from = func(id ID) error {
		if len(trail) >= h.min {
			r.row[h.slot] = h.listed(trail)
			if err := h.arrive(r, id, next); err != nil {
				return err
			}
		}
		if len(trail) == h.max {
			return nil
		}
		return h.onwards(r, id, trail, func(x *Relationship) error {
			trail = append(trail, x)
			err := from(other(x, id))
			trail = trail[:len(trail)-1]
			return err
		})
	}
	id, _, _ := identity(r.row[h.from])
	return from(id)
}

// onwards calls next for the relationships of a node that may lengthen a trail.
func (h *hop) onwards(r *run, id ID, trail []*Relationship, next func(*Relationship) error) error {
	for x, err := range r.graph.Expand(id, h.way(), h.types) {
		if err == nil {
			err = r.tick()
		}
		if err != nil {
			return err
		}
		if !h.fits(r, x) || slices.ContainsFunc(trail, func(t *Relationship) bool { return t.ID == x.ID }) {
			continue
		}
		fulfilled := true
		r.row[h.one] = x
		for _, test := range h.each {
			v, err := test(r)
			if err != nil {
				return err
			}
			if fulfilled = v == true; !fulfilled {
				break
			}
		}
		if fulfilled {
			if err := next(x); err != nil {
				return err
			}
		}
	}
	return nil
}

// listed is a trail as a value, in the order of the pattern.
func (h *hop) listed(trail []*Relationship) []any {
	items := make([]any, len(trail))
	for i, x := range trail {
		if h.backwards {
			i = len(trail) - 1 - i
		}
		items[i] = x
	}
	return items
}
