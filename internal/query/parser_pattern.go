package query

import (
	"math"
	"strconv"
)

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
	if p.is("(") {
		p.fail(p.at, "Quantified path patterns are not supported: '('")
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
	if t := p.peek(); t.kind == quotedWord || t.kind == word && !(p.is("WHERE") && p.ahead(1).kind != symbol) {
		n.variable = p.name("a variable name")
	}
	if p.accept(":") || p.accept("IS") {
		n.labels = p.labels(true, n.variable == "")
	}
	length()
	if p.peek().kind == param {
		p.fail(p.at, "Parameter maps cannot be used in `MATCH` patterns (use a literal map instead, e.g. `{id: $param.id}`)")
	}
	if p.is("{") {
		n.properties = p.mapping(nil)
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
				r.min, r.max = p.bounds()
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
		p.fail(p.at, "Quantified relationships are not supported: '%s'; use a variable length such as [*1..3]", p.peek().value)
	}
	r.span = p.since(from)
	if len(r.labels) > 1 {
		p.fail(from, "A relationship has one type: join types by '|'")
	}
	if r.long && r.condition != nil {
		p.fail(r.condition.where().from, "Relationship pattern predicates are not supported for variable-length relationships")
	}
	return r
}

// unlimited is the max of an open variable length.
const unlimited = math.MaxInt

// bounds reads low..high, with either left out, or one number for both.
func (p *parser) bounds() (low, high int) {
	low, high = 1, unlimited
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
	if p.accept("..") {
		number(&high)
	} else if one {
		high = low
	}
	return low, high
}

// labels reads names of labels or types: of a:B:C, or a:B&C, all count; of a:B|C, which stands in patterns only, one.
// The older :B|:C is refused beside a variable, as in Neo4j 5.
func (p *parser) labels(alternatives, older bool) labels {
	const what = "a label or relationship type name"
	l := labels{{p.name(what)}}
	for alternatives && len(l) == 1 && p.accept("|") {
		if older {
			p.accept(":")
		}
		l[0] = append(l[0], p.name(what))
	}
	for len(l[0]) == 1 && (p.accept(":") || p.accept("&")) {
		l = append(l, []string{p.name(what)})
	}
	return l
}
