package query

import "slices"

// column is a column of the answer of a query.
type column struct {
	name   string
	slot   int
	entity entity
}

func slotsOf(columns []column) []int {
	var slots []int
	for _, col := range columns {
		slots = append(slots, col.slot)
	}
	return slots
}

// union compiles a query. Around is what it sees of the query around it; answers says that it must end with RETURN. The
// branches of a UNION all write into the columns of the first.
func (c *compiler) union(u *union, around *scope, answers bool) (step, []column) {
	rows, columns := c.single(u.branches[0], around, answers)
	if len(u.branches) == 1 {
		return rows, columns
	}
	var steps []step
	shared := make([]column, len(columns))
	for i, col := range columns {
		shared[i] = column{col.name, c.slot(), anything}
	}
	for i, branch := range u.branches {
		if i > 0 {
			rows, columns = c.single(branch, around, answers)
		}
		var from []int // in the order of shared
		for _, col := range shared {
			at := slices.IndexFunc(columns, func(other column) bool { return other.name == col.name })
			if at < 0 || len(columns) != len(shared) {
				c.fail(branch.from, "All sub queries in an UNION must have the same return column names")
			}
			from = append(from, columns[at].slot)
			c.mark(columns[at].slot)
		}
		steps = append(steps, sequence(rows, func(r *run, next func() bool) bool {
			r.set(slotsOf(shared), r.values(from))
			return next()
		}))
	}
	all := func(r *run, next func() bool) bool {
		return !slices.ContainsFunc(steps, func(s step) bool { return !s(r, next) })
	}
	if u.all {
		return all, shared
	}
	return distinct(all, slotsOf(shared)), shared
}

// single compiles a query without UNION.
func (c *compiler) single(s *single, around *scope, answers bool) (rows step, columns []column) {
	rows = sequence()
	projected := c.projected
	c.projected = nil
	c.within(&scope{names: map[string]binding{}, outer: around}, nil, func() {
		for _, cl := range s.clauses {
			switch cl := cl.(type) {
			case *matchClause:
				rows = sequence(rows, c.pattern(cl, false))
			case *unwindClause:
				rows = sequence(rows, c.unwind(cl))
			case *projectClause:
				rows, columns = c.project(rows, cl, around)
				answers = answers && cl.with
			}
		}
	})
	c.projected = projected
	if answers {
		last := s.clauses[len(s.clauses)-1].where()
		c.fail(last.from, "Query cannot conclude with %s (must be a RETURN clause)", c.tokens[last.from].value)
	}
	return rows, columns
}

func (c *compiler) unwind(u *unwindClause) step {
	list := c.expression(u.list)
	if _, taken := c.scope.find(u.variable.name); taken {
		c.fail(u.variable.from, "Variable `%s` already declared", u.variable.name)
	}
	slot := c.declare(u.variable.name, anything).slot
	return func(r *run, next func() bool) bool {
		v := list(r)
		items, ok := v.([]any)
		if !ok && v != nil {
			items = []any{v}
		}
		return !slices.ContainsFunc(items, func(item any) bool {
			r.tick()
			r.row[slot] = item
			return !next()
		})
	}
}

// optional goes on once with null in the slots where a step doesn't go on.
func optional(s step, slots []int) step {
	return func(r *run, next func() bool) bool {
		found := false
		more := s(r, func() bool {
			found = true
			return next()
		})
		if found {
			return more
		}
		r.set(slots, make([]any, len(slots)))
		return next()
	}
}
