package query

import (
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
	// used gathers the slots that an expression reads, while one wants to know.
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
	// hidden is a scope that grouping or DISTINCT took out of sight, for the message.
	hidden   *scope
	grouping bool // hidden by grouping in an expression with an aggregation
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
			if s.hidden == nil {
				continue
			} else if _, ok := s.hidden.find(v.name); ok && s.grouping {
				c.fail(v.from, "Aggregation column contains implicit grouping expressions. Illegal expression(s): %s", v.name)
			} else if ok {
				c.fail(v.from, "In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: %s", v.name)
			}
		}
		c.fail(v.from, "Variable `%s` not defined", v.name)
	}
	c.mark(b.slot)
	return b
}

func (c *compiler) mark(slot int) {
	c.read[slot] = true
	if c.used != nil {
		c.used[slot] = true
	}
}

// watching returns the slots that are read while f compiles.
func (c *compiler) watching(f func()) []int {
	before := c.used
	c.used = map[int]bool{}
	f()
	var slots []int
	for slot := range c.used {
		slots = append(slots, slot)
		if before != nil {
			before[slot] = true
		}
	}
	c.used = before
	slices.Sort(slots)
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
func (c *compiler) local(names []string, f func(slots []int)) {
	projected := c.projected
	var slots []int
	inner := c.scope.extend()
	for _, name := range names {
		if _, shadows := c.scope.find(name); shadows {
			c.projected = nil
		}
		b := binding{slot: c.slot()}
		inner.names[name] = b
		slots = append(slots, b.slot)
	}
	c.within(inner, nil, func() { f(slots) })
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
	switch len(steps) {
	case 0:
		return func(_ *run, next func() bool) bool { return next() }
	case 1:
		return steps[0]
	}
	first, rest := steps[0], sequence(steps[1:]...)
	return func(r *run, next func() bool) bool {
		return first(r, func() bool { return rest(r, next) })
	}
}

// filter is a step that lets only rows through for which a condition is true.
func filter(condition eval) step {
	return func(r *run, next func() bool) bool {
		return truth(condition(r)) != true || next()
	}
}
