package query

import "strings"

// aggregation is the aggregates of a projection. Their arguments see the scope before it.
type aggregation struct {
	scope *scope
	list  []*aggregate
}

// aggregate is one call of an aggregating function, whose result goes into a slot.
type aggregate struct {
	aggregator
	slot     int
	argument eval
	distinct bool
}

// aggregator is an aggregating function. It takes the values of a group in one by one, never null, upon what the ones
// before gave, nil at first; result makes of that, and of how many they were, what the function is.
type aggregator struct {
	take   func(sum, v any) any
	result func(sum any, n int64) any
}

// aggregators are the aggregating functions, by their names in lower case.
var aggregators = map[string]aggregator{
	"count": {
		func(sum, _ any) any { return sum },
		func(_ any, n int64) any { return n },
	},
	"collect": {
		func(sum, v any) any {
			items, _ := sum.([]any)
			return append(items, v)
		},
		func(sum any, n int64) any {
			if n == 0 {
				return []any{}
			}
			return sum
		},
	},
	"sum": {
		func(sum, v any) any { return total("sum", sum, v) },
		func(sum any, n int64) any {
			if n == 0 {
				return int64(0)
			}
			return sum
		},
	},
	"avg": {
		func(sum, v any) any {
			if i, ok := v.(int64); ok {
				v = float64(i)
			}
			return total("avg", sum, v)
		},
		func(sum any, n int64) any {
			if n == 0 {
				return nil
			}
			return divide(sum, n)
		},
	},
	"min": {func(least, v any) any { return extreme(least, v, -1) }, func(least any, _ int64) any { return least }},
	"max": {func(most, v any) any { return extreme(most, v, 1) }, func(most any, _ int64) any { return most }},
}

// total adds numbers, or durations.
func total(function string, sum, v any) any {
	if _, ok := v.(Duration); !ok && !isNumber(v) {
		fail("%s(...) can only handle numerical values, duration, and null", function)
	}
	if sum == nil {
		return v
	}
	return add(sum, v)
}

func extreme(best, v any, sign int) any {
	if best == nil || order(v, best)*sign > 0 {
		return v
	}
	return best
}

// aggregated compiles a call of an aggregating function.
func (c *compiler) aggregated(e *call, f aggregator) eval {
	a := c.aggregation
	if a == nil {
		c.fail(e.from, "Invalid use of aggregating function %s(...) in this context", e.name)
	}
	c.arity(e, 1, 1)
	one := &aggregate{aggregator: f, slot: c.slot(), distinct: e.distinct}
	projected := c.projected
	c.projected = nil
	c.within(a.scope, nil, func() {
		// What is but counted need not be read, except that paths aren't made unless they are.
		if v, bare := e.arguments[0].(*variable); bare && strings.EqualFold(e.name, "count") {
			if b, known := c.scope.find(v.name); known && b.entity != pathEntity {
				one.argument = slotValue(b.slot)
				return
			}
		}
		one.argument = c.expression(e.arguments[0])
	})
	c.projected = projected
	a.list = append(a.list, one)
	c.used[one.slot] = true
	return slotValue(one.slot)
}

// group makes one row of all that are the same in the slots of the keys. Without keys there is always one.
func group(rows step, keys []int, aggregates []*aggregate) step {
	type state struct {
		sum  any
		n    int64
		seen map[string]bool
	}
	type row struct {
		values []any
		states []state
	}
	return func(r *run, next func() bool) bool {
		groups := map[string]*row{}
		var all []*row
		start := func(key string) *row {
			g := &row{r.values(keys), make([]state, len(aggregates))}
			groups[key] = g
			all = append(all, g)
			return g
		}
		if len(keys) == 0 {
			start("")
		}
		var key []byte
		rows(r, func() bool {
			r.tick()
			key = r.key(key[:0], keys)
			g := groups[string(key)]
			if g == nil {
				g = start(string(key))
			}
			for i, a := range aggregates {
				s := &g.states[i]
				if v := a.argument(r); v != nil && (!a.distinct || isNew(&s.seen, appendKey(nil, v))) {
					s.sum, s.n = a.take(s.sum, v), s.n+1
				}
			}
			return true
		})
		for _, g := range all {
			r.set(keys, g.values)
			for i, a := range aggregates {
				r.row[a.slot] = a.result(g.states[i].sum, g.states[i].n)
			}
			if !next() {
				return false
			}
		}
		return true
	}
}

// isNew tells whether a key is met for the first time.
func isNew(seen *map[string]bool, key []byte) bool {
	if (*seen)[string(key)] {
		return false
	}
	if *seen == nil {
		*seen = map[string]bool{}
	}
	(*seen)[string(key)] = true
	return true
}

// values are what is in some slots of the row; set puts them back.
func (r *run) values(slots []int) []any {
	values := make([]any, len(slots))
	for i, slot := range slots {
		values[i] = r.row[slot]
	}
	return values
}

func (r *run) set(slots []int, values []any) {
	for i, slot := range slots {
		r.row[slot] = values[i]
	}
}
