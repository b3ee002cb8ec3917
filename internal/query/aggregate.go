package query

import (
	"math"
	"slices"
	"strings"
)

// aggregation is the aggregates of a projection. Their arguments see the scope before it.
type aggregation struct {
	scope *scope
	list  []*aggregate
}

// aggregate is one call of an aggregating function, whose result goes into a slot.
type aggregate struct {
	slot     int
	argument eval
	extra    eval // the percentile
	distinct bool
	start    func() accumulator
}

// accumulator takes in the values of a group, never null, with what the second argument is, and has a result.
type accumulator interface {
	take(v, extra any)
	result() any
}

// accumulators are what the aggregating functions start with.
var accumulators = map[string]func() accumulator{
	"count":   func() accumulator { return &counted{} },
	"collect": func() accumulator { return &collected{items: []any{}} },
	"sum":     func() accumulator { return &summed{name: "sum"} },
	"avg":     func() accumulator { return &summed{name: "avg"} },
	"min":     func() accumulator { return &extreme{sign: -1} },
	"max":     func() accumulator { return &extreme{sign: 1} },
	"stdev":   func() accumulator { return &deviation{less: 1} },
	"stdevp":  func() accumulator { return &deviation{} },
	"percentilecont": func() accumulator {
		return &percentile{pick: func(sorted []any, p float64) any {
			at := p * float64(len(sorted)-1)
			if at == math.Floor(at) {
				return sorted[int(at)]
			}
			low, high := toFloat(sorted[int(at)]), toFloat(sorted[int(math.Ceil(at))])
			return low + (at-math.Floor(at))*(high-low)
		}}
	},
	"percentiledisc": func() accumulator {
		return &percentile{pick: func(sorted []any, p float64) any {
			return sorted[max(0, int(math.Ceil(p*float64(len(sorted))))-1)]
		}}
	},
}

// aggregates tells whether an expression has an aggregate of its own, not within a subquery.
func (c *compiler) aggregates(s span) bool {
	depth := 0 // of braces that belong to a subquery
	for i := s.from; i < s.to; i++ {
		t, next := c.tokens[i], c.tokens[i+1]
		switch {
		case t.kind == symbol && t.value == "}" && depth > 0:
			depth--
		case t.kind == symbol && t.value == "{" && (depth > 0 || slices.Contains([]string{"EXISTS", "COUNT", "COLLECT"}, strings.ToUpper(c.tokens[max(i, 1)-1].value))):
			depth++
		case depth == 0 && t.kind != symbol && next.kind == symbol && next.value == "(" && accumulators[strings.ToLower(t.value)] != nil:
			return true
		}
	}
	return false
}

// aggregated compiles a call of an aggregating function.
func (c *compiler) aggregated(e *call) eval {
	name := strings.ToLower(e.name)
	a := c.aggregation
	if a == nil {
		c.fail(e.from, "Invalid use of aggregating function %s(...) in this context", e.name)
	}
	one := &aggregate{slot: c.slot(), distinct: e.distinct, start: accumulators[name], argument: constant(true), extra: constant(nil)}
	want := 1
	if strings.HasPrefix(name, "percentile") {
		want = 2
	} else if e.star {
		want = 0
	}
	c.arity(e, want, want)
	projected := c.projected
	c.projected = nil
	c.within(a.scope, nil, func() {
		for i, argument := range e.arguments {
			var value eval
			if slot, known := c.counted(name, argument); known {
				value = slotValue(slot)
			} else {
				value = c.expression(argument)
			}
			if i == 0 {
				one.argument = value
			} else {
				one.extra = value
			}
		}
	})
	c.projected = projected
	a.list = append(a.list, one)
	return slotValue(one.slot)
}

// counted is the slot of a variable that is but counted, and so need not be read.
func (c *compiler) counted(function string, e expression) (int, bool) {
	v, bare := e.(*variable)
	if !bare || function != "count" {
		return 0, false
	}
	b, known := c.scope.find(v.name)
	return b.slot, known && b.entity != pathEntity // paths aren't made unless they are read
}

// group makes one row of all that are the same in the slots of the keys. Without keys there is always one.
func group(rows step, keys []int, aggregates []*aggregate) step {
	type one struct {
		values       []any
		accumulators []accumulator
		seen         []map[string]bool
	}
	start := func(r *run) *one {
		g := &one{seen: make([]map[string]bool, len(aggregates))}
		for _, slot := range keys {
			g.values = append(g.values, r.row[slot])
		}
		for i, a := range aggregates {
			g.accumulators = append(g.accumulators, a.start())
			if a.distinct {
				g.seen[i] = map[string]bool{}
			}
		}
		return g
	}
	return func(r *run, next func() bool) bool {
		groups := map[string]*one{}
		var all []*one
		if len(keys) == 0 {
			all = append(all, start(r))
			groups[""] = all[0]
		}
		var key []byte
		rows(r, func() bool {
			r.tick()
			key = r.key(key[:0], keys)
			g := groups[string(key)]
			if g == nil {
				g = start(r)
				groups[string(key)] = g
				all = append(all, g)
			}
			for i, a := range aggregates {
				a.take(r, g.accumulators[i], g.seen[i])
			}
			return true
		})
		for _, g := range all {
			for i, slot := range keys {
				r.row[slot] = g.values[i]
			}
			for i, a := range aggregates {
				r.row[a.slot] = g.accumulators[i].result()
			}
			if !next() {
				return false
			}
		}
		return true
	}
}

// take gives an accumulator the value of the row.
func (a *aggregate) take(r *run, into accumulator, seen map[string]bool) {
	v := a.argument(r)
	if v == nil {
		return
	}
	if a.distinct {
		key := string(appendKey(nil, v))
		if seen[key] {
			return
		}
		seen[key] = true
	}
	into.take(v, a.extra(r))
}

type counted struct{ n int64 }

func (c *counted) take(any, any) { c.n++ }

func (c *counted) result() any { return c.n }

type collected struct{ items []any }

func (c *collected) take(v, _ any) { c.items = append(c.items, v) }

func (c *collected) result() any { return c.items }

// summed is sum and avg, of numbers or durations.
type summed struct {
	name  string
	sum   any
	count int64
}

func (s *summed) take(v, _ any) {
	_, isDuration := v.(Duration)
	if !isDuration && !isNumber(v) {
		fail("%s(...) can only handle numerical values, duration, and null", s.name)
	}
	s.count++
	if s.name == "avg" && !isDuration {
		v = toFloat(v)
	}
	if s.sum == nil {
		s.sum = v
	} else {
		s.sum = add(s.sum, v)
	}
}

func (s *summed) result() any {
	switch {
	case s.name == "avg" && s.count > 0:
		return divide(s.sum, s.count)
	case s.name == "sum" && s.count == 0:
		return int64(0)
	}
	return s.sum
}

type extreme struct {
	sign int
	best any
}

func (e *extreme) take(v, _ any) {
	if e.best == nil || order(v, e.best)*e.sign > 0 {
		e.best = v
	}
}

func (e *extreme) result() any { return e.best }

// deviation is the standard deviation, of a sample with less = 1, by Welford's method.
type deviation struct{ count, less, mean, squares float64 }

func (d *deviation) take(v, _ any) {
	x := toNumber(v)
	d.count++
	delta := x - d.mean
	d.mean += delta / d.count
	d.squares += delta * (x - d.mean)
}

func (d *deviation) result() any {
	if d.count <= d.less {
		return 0.0
	}
	return math.Sqrt(d.squares / (d.count - d.less))
}

type percentile struct {
	values []any
	at     float64
	pick   func(sorted []any, p float64) any
}

func (p *percentile) take(v, at any) {
	toNumber(v)
	if p.at = toNumber(at); !(p.at >= 0 && p.at <= 1) {
		fail("invalid input for percentile: expected a number between 0 and 1")
	}
	p.values = append(p.values, v)
}

func (p *percentile) result() any {
	if len(p.values) == 0 {
		return nil
	}
	slices.SortFunc(p.values, order)
	return p.pick(p.values, p.at)
}
