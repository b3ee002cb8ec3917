package query

import "slices"

// match is a compiled MATCH, before its order is known.
type match struct {
	nodes         []*nodeSpec
	relationships []*relationshipSpec
	paths         []*pathSpec
	conditions    []*condition
}

type nodeSpec struct {
	slot   int
	bound  bool     // by what comes before
	labels []string // it must have, for a start from the smallest
}

type relationshipSpec struct {
	slot      int
	bound     bool
	from, to  int // places in nodes
	direction Direction
	types     []string // all for none
	long      bool     // of variable length
	min, max  int
	one       int       // slot of the single relationship for what each of a long one must fulfil
	each      []eval    // conditions on each of a long one
	path      *pathSpec // that it is the shortest of, or nil
}

type pathSpec struct {
	slot                 int
	shortest             string
	nodes, relationships []int
}

// condition is something that must be true of the pattern, once all that it needs is bound.
type condition struct {
	test  eval
	needs []int // slots of the pattern
	// A condition of the form node.property = value, or IN, can be looked up.
	node     int
	property string
	value    eval  // nil where it can't
	many     bool  // IN
	values   []int // slots of the pattern that value needs
	// A condition on the labels of a node; one that it has a label is fulfilled by a start from there.
	labels bool
	label  string
}

// patternCompiler is the state of compiling one MATCH.
type patternCompiler struct {
	*compiler
	match    *match
	closed   bool           // no names may be introduced
	byName   map[string]int // places of nodes
	own      []int          // slots that the pattern binds
	deferred []func()       // what may refer to names that come later
}

// pattern compiles MATCH and declares its variables. A closed one is an expression and may declare none.
func (c *compiler) pattern(m *matchClause, closed bool) step {
	p := &patternCompiler{compiler: c, match: &match{}, closed: closed, byName: map[string]int{}}
	for _, path := range m.paths {
		p.path(path)
	}
	for _, f := range p.deferred {
		f()
	}
	if m.condition != nil {
		p.where(m.condition)
	}
	found := p.match.step
	if m.optional {
		return optional(found, p.own)
	}
	return found
}

// name resolves or declares a variable of the pattern.
func (p *patternCompiler) name(at span, name string, e entity) (b binding, known bool) {
	if name == "" {
		b = binding{p.slot(), e}
		p.own = append(p.own, b.slot)
		return b, false
	}
	if b, ok := p.scope.find(name); ok {
		if b.entity != e && b.entity != anything {
			p.fail(at.from, "Type mismatch: `%s` defined with conflicting type %s (expected %s)", name, b.entity, e)
		}
		p.used[b.slot] = true
		return b, true
	}
	if p.closed {
		p.fail(at.from, "PatternExpressions are not allowed to introduce new variables: '%s'.", name)
	}
	b = p.declare(name, e)
	p.own = append(p.own, b.slot)
	return b, false
}

func (p *patternCompiler) path(path *pathPattern) {
	spec := &pathSpec{slot: -1, shortest: path.shortest}
	for i, n := range path.nodes {
		spec.nodes = append(spec.nodes, p.node(n))
		if i > 0 {
			spec.relationships = append(spec.relationships, p.relationship(path.relationships[i-1], spec.nodes[i-1], spec.nodes[i], spec))
		}
	}
	if path.variable != "" {
		b, known := p.name(path.span, path.variable, pathEntity)
		if known {
			p.fail(path.from, "Variable `%s` already declared", path.variable)
		}
		spec.slot = b.slot
		p.match.paths = append(p.match.paths, spec)
	}
}

func (p *patternCompiler) node(n *nodePattern) int {
	at, seen := p.byName[n.variable]
	if n.variable == "" || !seen {
		b, known := p.name(n.span, n.variable, nodeEntity)
		at = len(p.match.nodes)
		p.match.nodes = append(p.match.nodes, &nodeSpec{slot: b.slot, bound: known})
		if n.variable != "" {
			p.byName[n.variable] = at
		}
	}
	p.labelled(at, n.labels)
	p.deferred = append(p.deferred, func() {
		if n.properties != nil {
			for i, key := range n.properties.keys {
				p.lookup(at, key, n.properties.values[i], "=")
			}
		}
		if n.condition != nil {
			p.where(n.condition)
		}
	})
	return at
}

func (p *patternCompiler) propertyOf(slot int, key string) eval {
	p.mark(slot)
	return func(r *run) any { return propertyOf(r.row[slot], key) }
}

// labelled adds the conditions on the labels of a node.
func (p *patternCompiler) labelled(node int, l labels) {
	n := p.match.nodes[node]
	if n.bound {
		p.mark(n.slot)
	}
	for _, some := range l {
		test := labelled(labels{some})
		c := &condition{needs: p.ours([]int{n.slot}), node: node, labels: true}
		c.test = func(r *run) any {
			if id, bare := r.row[n.slot].(ID); bare {
				names, err := r.graph.(Labeller).Labels(id)
				must(err)
				return test(names)
			}
			return test(r.row[n.slot])
		}
		if len(some) == 1 {
			c.label = some[0]
			n.labels = append(n.labels, c.label)
		}
		p.match.conditions = append(p.match.conditions, c)
	}
}

func (p *patternCompiler) relationship(n *relationshipPattern, from, to int, path *pathSpec) int {
	e := relationshipEntity
	if n.long {
		e = relationshipsEntity
	}
	b, known := p.name(n.span, n.variable, e)
	r := &relationshipSpec{slot: b.slot, bound: known, from: from, to: to, direction: n.direction, long: n.long, min: n.min, max: n.max}
	if known && (slices.Contains(p.own, b.slot) || n.long || path.shortest != "") {
		p.fail(n.from, "Cannot use the same relationship variable '%s' for multiple relationships", n.variable)
	}
	if n.labels != nil {
		r.types = n.labels[0]
	}
	if path.shortest != "" {
		r.path, r.long = path, true
	}
	at := len(p.match.relationships)
	p.match.relationships = append(p.match.relationships, r)
	p.deferred = append(p.deferred, func() {
		slot := r.slot
		add := func(test func() eval) { p.condition(&condition{node: -1}, test) }
		if r.long {
			r.one = p.slot()
			slot = r.one
			add = func(test func() eval) {
				if len(p.ours(p.watching(func() { r.each = append(r.each, test()) }))) > 0 {
					p.fail(n.from, "A condition on a variable length relationship can't refer to the rest of its pattern here")
				}
			}
		}
		if n.properties != nil {
			for i, key := range n.properties.keys {
				add(func() eval { return apply2(p.propertyOf(slot, key), p.expression(n.properties.values[i]), equal) })
			}
		}
		if n.condition != nil {
			add(func() (test eval) {
				inner := p.scope.extend()
				if n.variable != "" {
					inner.names[n.variable] = binding{slot, relationshipEntity}
				}
				p.within(inner, nil, func() { test = p.predicate(n.condition) })
				return test
			})
		}
	})
	return at
}

// where splits a condition at its ANDs, so that each part can be tested as early as may be.
func (p *patternCompiler) where(e expression) {
	switch e := e.(type) {
	case *operation:
		if e.operator == "AND" {
			p.where(e.left)
			p.where(e.right)
			return
		}
		if node, key, ok := p.nodeProperty(e.left); ok && e.operator == "IN" {
			p.lookup(node, key, e.right, "IN")
			return
		}
	case *labelTest:
		if v, ok := e.of.(*variable); ok {
			if node, ok := p.byName[v.name]; ok {
				p.labelled(node, e.labels)
				return
			}
		}
	case *comparison:
		for i, side := range e.operands {
			if node, key, ok := p.nodeProperty(side); ok && len(e.operators) == 1 && e.operators[0] == "=" {
				p.lookup(node, key, e.operands[1-i], "=")
				return
			}
		}
	}
	p.condition(&condition{node: -1}, func() eval { return p.predicate(e) })
}

// nodeProperty tells whether an expression is a property of a node of the pattern.
func (p *patternCompiler) nodeProperty(e expression) (node int, key string, ok bool) {
	if of, isProperty := e.(*property); isProperty {
		if v, isVariable := of.of.(*variable); isVariable {
			node, ok = p.byName[v.name]
			return node, of.key, ok
		}
	}
	return 0, "", false
}

// lookup adds a condition on a property that may be looked up: that it is equal to a value, or IN a list.
func (p *patternCompiler) lookup(node int, key string, value expression, operator string) {
	c := &condition{node: node, property: key, many: operator == "IN"}
	c.values = p.ours(p.watching(func() { c.value = p.expression(value) }))
	p.condition(c, func() eval { return apply2(p.propertyOf(p.match.nodes[node].slot, key), c.value, operators[operator]) })
	c.needs = append(c.needs, c.values...)
}

func (p *patternCompiler) condition(c *condition, test func() eval) {
	c.needs = p.ours(p.watching(func() { c.test = test() }))
	p.match.conditions = append(p.match.conditions, c)
}

// ours leaves of some slots those that the pattern binds.
func (p *patternCompiler) ours(slots []int) []int {
	return slices.DeleteFunc(slots, func(slot int) bool { return !slices.Contains(p.own, slot) })
}
