package query

import (
	"maps"
	"slices"
	"strings"
)

// eval is a compiled expression.
type eval func(r *run) any

// step is a compiled clause or part of one: it calls next for each way that the row can go on, with the row changed in
// place, until next is false. Then it is false itself.
type step func(r *run, next func() bool) bool

// compiler turns the tree into steps and closures. Like the parser it panics with an *Error.
type compiler struct {
	*parser
	slots int
	// read tells of each slot whether an expression reads it; what nobody reads need not be loaded.
	read  []bool
	scope *scope
	// used gathers the slots that an expression reads.
	used map[int]bool
	// projected are expressions that have been computed already, by their text, and their slots.
	projected map[string]int
	// aggregation gathers the aggregates of a projection; nil where none may stand.
	aggregation *aggregation
	parameters  []string
	// last is the clause whose rows are the answer, and so may stop at the limit of the run.
	last clause
}

// entity is what is known of a variable before anything runs.
type entity int

const (
	anything entity = iota
	nodeEntity
	relationshipEntity
	relationshipsEntity // the list of a variable length
	pathEntity
)

func (e entity) String() string {
	return [...]string{"Any", "Node", "Relationship", "List<Relationship>", "Path"}[e]
}

type binding struct {
	slot   int
	entity entity
}

// scope is the variables in sight.
type scope struct {
	names map[string]binding
	outer *scope // of the query or expression around, which stays in sight
	// hidden is a scope that grouping or DISTINCT took out of sight, and why is the message for what is in it.
	hidden *scope
	why    string
}

func (s *scope) find(name string) (binding, bool) {
	for ; s != nil; s = s.outer {
		if b, ok := s.names[name]; ok {
			return b, true
		}
	}
	return binding{}, false
}

// extend makes a scope in which names can be added.
func (s *scope) extend() *scope { return &scope{names: map[string]binding{}, outer: s} }

func (c *compiler) slot() int {
	c.slots++
	c.read = append(c.read, false)
	return c.slots - 1
}

// declare adds a variable to the scope.
func (c *compiler) declare(name string, e entity) binding {
	b := binding{c.slot(), e}
	c.scope.names[name] = b
	return b
}

// find resolves a variable that an expression reads.
func (c *compiler) find(v *variable) binding {
	b, ok := c.scope.find(v.name)
	if !ok {
		for s := c.scope; s != nil; s = s.outer {
			if _, ok := s.hidden.find(v.name); ok {
				c.fail(v.from, "%s: %s", s.why, v.name)
			}
		}
		c.fail(v.from, "Variable `%s` not defined", v.name)
	}
	c.mark(b.slot)
	return b
}

func (c *compiler) mark(slot int) {
	c.read[slot] = true
	c.used[slot] = true
}

// watching returns the slots that are read while f compiles.
func (c *compiler) watching(f func()) []int {
	before := c.used
	c.used = map[int]bool{}
	f()
	slots := slices.Sorted(maps.Keys(c.used))
	maps.Copy(before, c.used)
	c.used = before
	return slots
}

// within compiles under another scope.
func (c *compiler) within(s *scope, a *aggregation, f func()) {
	scope, before := c.scope, c.aggregation
	c.scope, c.aggregation = s, a
	f()
	c.scope, c.aggregation = scope, before
}

// local compiles what has variables of its own, such as a comprehension.
func (c *compiler) local(slots map[string]int, f func()) {
	projected := c.projected
	inner := c.scope.extend()
	for name, slot := range slots {
		if _, shadows := c.scope.find(name); shadows {
			c.projected = nil
		}
		inner.names[name] = binding{slot: slot}
	}
	c.within(inner, nil, f)
	c.projected = projected
}

// words is the text of a span without its spaces and comments: what tells whether two expressions are the same.
func (c *compiler) words(s span) string {
	var words []string
	for _, t := range c.tokens[s.from:s.to] {
		words = append(words, c.text[t.from:t.to])
	}
	return strings.Join(words, " ")
}

// source is a span as it is written.
func (c *compiler) source(s span) string {
	return c.text[c.tokens[s.from].from:c.tokens[s.to-1].to]
}

// sequence joins steps.
func sequence(steps ...step) step {
	all := func(_ *run, next func() bool) bool { return next() }
	for i, s := range slices.Backward(steps) {
		if i == len(steps)-1 {
			all = s
			continue
		}
		rest := all
		all = func(r *run, next func() bool) bool {
			return s(r, func() bool { return rest(r, next) })
		}
	}
	return all
}

// filter is a step that lets only rows through for which a condition is true.
func filter(condition eval) step {
	return func(r *run, next func() bool) bool {
		return truth(condition(r)) != true || next()
	}
}
