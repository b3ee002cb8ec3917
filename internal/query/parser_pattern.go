package query

import "strconv"

// path reads one path pattern, with its name.
func (p *parser) path() *pathPattern {
	from := p.at
	name := ""
	if (p.peek().kind == word || p.peek().kind == quotedWord) && p.ahead(1).kind == symbol && p.ahead(1).value == "=" {
		name = p.name("a path name")
		p.at++
	}
	for _, selector := range []string{"ANY", "ALL", "SHORTEST", "WALK", "TRAIL", "ACYCLIC", "SIMPLE"} {
		if p.is(selector) {
			p.fail(p.at, "Path selectors are not supported: '%s'; use shortestPath() or allShortestPaths()", p.peek().value)
		}
	}
	var path *pathPattern
	if p.is("shortestPath") || p.is("allShortestPaths") {
		path = p.shortest()
	} else {
		path = p.chain()
	}
	path.variable, path.span = name, p.since(from)
	return path
}

// shortest reads shortestPath((a)-[*]-(b)), or that with allShortestPaths.
func (p *parser) shortest() *pathPattern {
	from := p.at
	name := "shortestPath"
	if p.is("allShortestPaths") {
		name = "allShortestPaths"
	}
	p.at++
	p.expect("(")
	path := p.chain()
	p.expect(")")
	path.shortest, path.span = name, p.since(from)
	if len(path.relationships) != 1 {
		p.fail(from, "%s(...) requires a pattern containing a single relationship", name)
	}
	if r := path.relationships[0]; r.long && r.min > 1 {
		p.fail(r.from, "%s(...) does not support a minimal length different from 0 or 1", name)
	} else if !r.long {
		r.min, r.max = 1, 1
	}
	return path
}

// chain reads a node and the relationships and nodes that follow it.
func (p *parser) chain() *pathPattern {
	from := p.at
	path := &pathPattern{nodes: []*nodePattern{p.node()}}
	for p.is("-") || p.is("<") {
		path.relationships = append(path.relationships, p.relationship())
		path.nodes = append(path.nodes, p.node())
	}
	if p.is("(") || p.is("{") && len(path.relationships) == 0 && p.ahead(1).kind == integer {
		p.fail(p.at, "Quantified path patterns are not supported: '%s'", p.peek().value)
	}
	path.span = p.since(from)
	return path
}

func (p *parser) node() *nodePattern {
	from := p.at
	p.expect("(")
	if p.is("(") {
		p.fail(p.at, "Quantified and parenthesised path patterns are not supported: '('")
	}
	n := p.filling(func() {})
	p.expect(")")
	n.span = p.since(from)
	return n
}

// filling reads what stands within a node or relationship: a name, labels or types, what length reads, properties, a
// condition.
func (p *parser) filling(length func()) *nodePattern {
	n := &nodePattern{}
	defer func(noBar bool) { p.noBar = noBar }(p.noBar)
	p.noBar = false
	if t := p.peek(); t.kind == quotedWord || t.kind == word && !(p.is("WHERE") && p.ahead(1).kind != symbol) {
		n.variable = p.name("a variable name")
	}
	if p.accept(":") || p.accept("IS") {
		n.labels = p.labels()
	}
	length()
	if p.peek().kind == param {
		p.fail(p.at, "Parameter maps cannot be used in `MATCH` patterns (use a literal map instead, e.g. `{id: $param.id}`)")
	}
	if p.is("{") {
		n.properties = p.mapping()
	}
	n.condition = p.optionally("WHERE")
	return n
}

func (p *parser) relationship() *relationshipPattern {
	from := p.at
	r := &relationshipPattern{}
	left := p.accept("<")
	p.expect("-")
	if p.accept("[") {
		r.nodePattern = *p.filling(func() {
			if r.long = p.accept("*"); r.long {
				r.min, r.max = p.bounds("..", 1)
			}
		})
		p.expect("]")
	}
	p.expect("-")
	right := p.accept(">")
	switch {
	case left && !right:
		r.direction = Incoming
	case right && !left:
		r.direction = Outgoing
	}
	if p.is("+") || p.is("*") || p.is("{") {
		if r.long {
			p.fail(p.at, "A quantifier can't follow a variable length relationship: '%s'", p.peek().value)
		}
		r.long, r.quantified = true, true
		r.min, r.max = 0, unlimited
		if p.accept("+") {
			r.min = 1
		} else if !p.accept("*") {
			p.expect("{")
			r.min, r.max = p.bounds(",", 0)
			p.expect("}")
		}
	}
	r.span = p.since(from)
	if r.labels != nil && r.labels.old && (r.long || r.variable != "" || r.properties != nil) {
		p.fail(r.labels.from, "Types joined by '|:' are not supported beside a variable, properties or a length; join them by '|'")
	}
	if r.long && !r.quantified && r.condition != nil {
		p.fail(r.condition.where().from, "Relationship pattern predicates are not supported for variable-length relationships")
	}
	return r
}

// bounds reads low..high, with either left out, or one number for both.
func (p *parser) bounds(between string, least int) (low, high int) {
	low, high = least, unlimited
	number := func(n *int) bool {
		if p.peek().kind != integer {
			return false
		}
		value, err := strconv.Atoi(p.peek().value)
		if err != nil {
			p.fail(p.at, "Invalid input '%s': expected a length", p.peek().value)
		}
		*n = value
		p.at++
		return true
	}
	one := number(&low)
	if p.accept(between) {
		number(&high)
	} else if one {
		high = low
	}
	return low, high
}

// labels reads a label expression: names joined with | & ! and parentheses, or % for any. The old a:B:C means a:B&C.
func (p *parser) labels() *labels {
	return p.junction("|", func() *labels {
		return p.junction("&", p.label)
	})
}

func (p *parser) junction(operator string, part func() *labels) *labels {
	from := p.at
	l := part()
	for {
		switch {
		case operator == "|" && p.is("|") && !p.noBar:
			p.at++
			p.accept(":")
		case operator == "&" && (p.accept("&") || p.accept(":")):
		default:
			return l
		}
		old := p.tokens[p.at-1].value == ":" && operator == "|"
		right := part()
		l = &labels{operator: operator, of: []*labels{l, right}, old: old || l.old}
		l.span = p.since(from)
	}
}

func (p *parser) label() *labels {
	from := p.at
	defer p.deeper()()
	l := &labels{}
	switch {
	case p.accept("!"):
		l.operator, l.of = "!", []*labels{p.label()}
	case p.accept("%"):
		l.operator = "%"
	case p.accept("("):
		noBar := p.noBar
		p.noBar = false
		l = p.labels()
		p.noBar = noBar
		p.expect(")")
		return l
	default:
		l.name = p.name("a label or relationship type name")
	}
	l.span = p.since(from)
	return l
}
