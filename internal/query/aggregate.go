package query

import (
	"errors"
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
	argument eval // nil for count(*)
	extra    eval // the percentile
	distinct bool
	start    func() accumulator
}

// accumulator takes in the values of a group, never null, with what the second argument is, and has a result.
type accumulator interface {
	take(v, extra any) error
	result() (any, error)
}

// aggregates are the aggregating functions.
var aggregates = map[string]func() accumulator{
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

// aggregated compiles a call of an aggregating function.
func (c *compiler) aggregated(e *call) eval {
	name := strings.ToLower(e.name)
	a := c.aggregation
	if a == nil {
		c.fail(e.from, "Invalid use of aggregating function %s(...) in this context", e.name)
	}
	one := &aggregate{slot: c.slot(), distinct: e.distinct, start: aggregates[name]}
	want := 1
	if strings.HasPrefix(name, "percentile") {
		want = 2
	}
	if e.star {
		want = 0
	}
	c.arity(e, want, want)
	projected := c.projected
	c.projected = nil
	c.within(a.scope, nil, func() {
		for i, argument := range e.arguments {
			v, bare := argument.(*variable)
			b, known := binding{}, false
			if bare {
				b, known = c.scope.find(v.name)
			}
			// To count entities they need not be read.
			if name == "count" && known {
				one.argument = slotValue(b.slot)
				continue
			}
			value := c.expression(argument)
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
	return func(r *run, next func() error) error {
		groups := map[string]*one{}
		var all []*one
		if len(keys) == 0 {
			all = append(all, start(r))
			groups[""] = all[0]
		}
		var key []byte
		err := rows(r, func() error {
			key = key[:0]
			for _, slot := range keys {
				key = appendKey(key, r.row[slot])
			}
			g := groups[string(key)]
			if g == nil {
				g = start(r)
				groups[string(key)] = g
				all = append(all, g)
			}
			for i, a := range aggregates {
				if err := a.take(r, g.accumulators[i], g.seen[i]); err != nil {
					return err
				}
			}
			return r.tick()
		})
		if err != nil {
			return err
		}
		for n, g := range all {
			for i, slot := range keys {
				r.row[slot] = g.values[i]
			}
			for i, a := range aggregates {
				if r.row[a.slot], err = g.accumulators[i].result(); err != nil {
					return err
				}
			}
			all[n] = nil
			if err := next(); err != nil {
				return err
			}
		}
		return nil
	}
}

// take gives an accumulator the value of the row.
func (a *aggregate) take(r *run, into accumulator, seen map[string]bool) error {
	if a.argument == nil {
		return into.take(true, nil)
	}
	v, err := a.argument(r)
	if v == nil || err != nil {
		return err
	}
	if a.distinct {
		key := string(appendKey(nil, v))
		if seen[key] {
			return nil
		}
		seen[key] = true
	}
	var extra any
	if a.extra != nil {
		if extra, err = a.extra(r); err != nil {
			return err
		}
	}
	return into.take(v, extra)
}

type counted struct{ n int64 }

func (c *counted) take(any, any) error { c.n++; return nil }

func (c *counted) result() (any, error) { return c.n, nil }

type collected struct{ items []any }

func (c *collected) take(v, _ any) error { c.items = append(c.items, v); return nil }

func (c *collected) result() (any, error) { return c.items, nil }

// summed is sum and avg, of numbers or durations.
type summed struct {
	name  string
	sum   any
	count int64
}

func (s *summed) take(v, _ any) error {
	_, isDuration := v.(Duration)
	if !isDuration && !isNumber(v) {
		return errors.New(s.name + "(...) can only handle numerical values, duration, and null")
	}
	s.count++
	if s.name == "avg" && !isDuration {
		v = toFloat(v)
	}
	if s.sum == nil {
		s.sum = v
		return nil
	}
	sum, err := add(s.sum, v)
	s.sum = sum
	return err
}

func (s *summed) result() (any, error) {
	switch {
	case s.name == "avg" && s.count > 0:
		return divide(s.sum, s.count)
	case s.name == "sum" && s.count == 0:
		return int64(0), nil
	}
	return s.sum, nil
}

type extreme struct {
	sign int
	best any
}

func (e *extreme) take(v, _ any) error {
	if e.best == nil || order(v, e.best)*e.sign > 0 {
		e.best = v
	}
	return nil
}

func (e *extreme) result() (any, error) { return e.best, nil }

// deviation is the standard deviation, of a sample with less = 1, by Welford's method.
type deviation struct{ count, less, mean, squares float64 }

func (d *deviation) take(v, _ any) error {
	if !isNumber(v) {
		return mismatch("Float or Integer", v)
	}
	d.count++
	delta := toFloat(v) - d.mean
	d.mean += delta / d.count
	d.squares += delta * (toFloat(v) - d.mean)
	return nil
}

func (d *deviation) result() (any, error) {
	if d.count <= d.less {
		return 0.0, nil
	}
	return math.Sqrt(d.squares / (d.count - d.less)), nil
}

type percentile struct {
	values []any
	at     float64
	pick   func(sorted []any, p float64) any
}

func (p *percentile) take(v, at any) error {
	if !isNumber(v) {
		return mismatch("Float or Integer", v)
	}
	if !isNumber(at) {
		return mismatch("Float", at)
	}
	if p.at = toFloat(at); !(p.at >= 0 && p.at <= 1) {
		return errors.New("invalid input for percentile: expected a number between 0 and 1")
	}
	p.values = append(p.values, v)
	return nil
}

func (p *percentile) result() (any, error) {
	if len(p.values) == 0 {
		return nil, nil
	}
	slices.SortFunc(p.values, order)
	return p.pick(p.values, p.at), nil
}
