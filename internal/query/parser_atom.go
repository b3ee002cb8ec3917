package query

import (
	"slices"
	"strconv"
	"strings"
)

// number reads a literal number; an integer has its sign with it, as -2^63 has no positive counterpart.
func (p *parser) number(sign string) expression {
	from := p.at
	t := p.peek()
	p.at++
	if t.kind == float {
		value, err := strconv.ParseFloat(t.value, 64)
		if err != nil {
			p.fail(from, "floating point number is too large")
		}
		return &literal{p.since(from), value}
	}
	value, err := strconv.ParseInt(sign+t.value, 0, 64)
	if len(t.value) > 1 && t.value[0] == '0' && isDigit(rune(t.value[1])) {
		value, err = strconv.ParseInt(sign+t.value, 10, 64)
	}
	if err != nil {
		p.fail(from, "integer is too large")
	}
	return &literal{p.since(from), value}
}

// atom reads an expression without operators.
func (p *parser) atom() expression {
	from := p.at
	t := p.peek()
	switch t.kind {
	case integer, float:
		return p.number("")
	case text:
		p.at++
		return &literal{p.since(from), t.value}
	case param:
		p.at++
		return &parameter{p.since(from), t.value}
	case quotedWord:
		return p.named()
	case word:
		return p.worded()
	}
	noBar := p.noBar
	p.noBar = false
	defer func() { p.noBar = noBar }()
	switch {
	case p.is("("):
		var e expression
		if p.try(func() { e = p.patternTest() }) {
			return e
		}
		p.at++
		e = p.expression()
		p.expect(")")
		return e
	case p.is("["):
		return p.listed()
	case p.is("{"):
		return p.mapping()
	}
	p.unexpected("an expression")
	return nil
}

// patternTest reads a pattern that stands for whether it is there.
func (p *parser) patternTest() expression {
	from := p.at
	path := p.chain()
	if len(path.relationships) == 0 {
		p.unexpected("a relationship")
	}
	return &patternTest{p.since(from), path}
}

var quantifiers = []string{"all", "any", "none", "single"}

// worded reads what begins with a word that may be a keyword.
func (p *parser) worded() expression {
	from := p.at
	noBar := p.noBar
	p.noBar = false
	defer func() { p.noBar = noBar }()
	switch name := strings.ToLower(p.peek().value); {
	case p.is("CASE"):
		return p.choice()
	case p.is("EXISTS", "{"), p.is("COUNT", "{"), p.is("COLLECT", "{"):
		return p.subquery()
	case p.accept("COUNT", "(", "*", ")"):
		return &call{span: p.since(from), name: "count", star: true}
	case p.is("reduce", "("):
		return p.reduction()
	case p.is("shortestPath", "("), p.is("allShortestPaths", "("):
		p.fail(from, "%s(...) is supported in MATCH only", p.peek().value)
	case slices.Contains(quantifiers, name) && p.is(name, "(") && p.ahead(2).kind == word && p.ahead(3).kind == word && strings.EqualFold(p.ahead(3).value, "IN"):
		p.at += 2
		q := &quantifier{name: name, variable: p.name("a variable name")}
		p.expect("IN")
		q.list = p.expression()
		p.expect("WHERE")
		q.condition = p.expression()
		p.expect(")")
		q.span = p.since(from)
		return q
	case p.is(name, "("):
		return p.named()
	case p.accept("TRUE"):
		return &literal{p.since(from), true}
	case p.accept("FALSE"):
		return &literal{p.since(from), false}
	case p.accept("NULL"):
		return &literal{p.since(from), nil}
	case p.accept("INF"), p.accept("INFINITY"), p.accept("NAN"):
		value, _ := strconv.ParseFloat(name, 64)
		return &literal{p.since(from), value}
	}
	return p.named()
}

// named reads a variable, a function call or a map projection.
func (p *parser) named() expression {
	from := p.at
	name := p.name("an expression")
	// a.b.c( is a call, a.b.c anything else.
	long := name
	for n := 0; ; n += 2 {
		if next := p.ahead(n); next.kind == symbol && next.value == "(" {
			p.at += n
			return p.calling(from, long)
		} else if next.kind != symbol || next.value != "." || p.ahead(n+1).kind != word && p.ahead(n+1).kind != quotedWord {
			break
		}
		long += "." + p.ahead(n+1).value
	}
	v := &variable{p.since(from), name}
	if p.is("{") {
		return p.mapProjection(v)
	}
	return v
}

func (p *parser) calling(from int, name string) expression {
	c := &call{name: name}
	p.expect("(")
	c.distinct = p.accept("DISTINCT")
	for !p.is(")") {
		c.arguments = append(c.arguments, p.expression())
		if !p.accept(",") {
			break
		}
	}
	p.expect(")")
	c.span = p.since(from)
	return c
}

func (p *parser) choice() expression {
	from := p.at
	p.expect("CASE")
	c := &choice{}
	if !p.is("WHEN") {
		c.subject = p.expression()
	}
	for first := true; first || p.is("WHEN"); first = false {
		p.expect("WHEN")
		at := p.at
		condition := p.when(c)
		for c.subject != nil && p.accept(",") {
			right := p.when(c)
			condition = &infix{p.since(at), "OR", condition, right}
		}
		p.expect("THEN")
		c.conditions = append(c.conditions, condition)
		c.values = append(c.values, p.expression())
	}
	c.otherwise = p.optionally("ELSE")
	p.expect("END")
	c.span = p.since(from)
	return c
}

// when reads a condition: whole, or what a subject is compared with.
func (p *parser) when(c *choice) expression {
	if c.subject == nil {
		return p.expression()
	}
	from := p.at
	subject := &subjectOf{span{from, from}, c}
	if e := p.predicateOf(from, subject); p.at > from {
		return e
	}
	if e := p.comparisonOf(from, subject); p.at > from {
		return e
	}
	value := p.expression()
	return &comparison{p.since(from), []string{"="}, []expression{subject, value}}
}

func (p *parser) subquery() expression {
	from := p.at
	s := &subquery{name: strings.ToUpper(p.peek().value)}
	p.at += 2
	at := p.at
	if s.name != "COLLECT" && p.is("(") || p.peek().kind == word && p.ahead(1).kind == symbol && p.ahead(1).value == "=" {
		m := &matchClause{}
		for {
			m.paths = append(m.paths, p.path())
			if !p.accept(",") {
				break
			}
		}
		m.condition = p.optionally("WHERE")
		m.span = p.since(at)
		s.query = &union{branches: []*single{{span: m.span, clauses: []clause{m}}}, span: m.span}
	} else {
		s.query = p.union()
	}
	p.expect("}")
	s.span = p.since(from)
	return s
}

func (p *parser) reduction() expression {
	from := p.at
	p.at += 2
	r := &reduction{accumulator: p.name("a variable name")}
	p.expect("=")
	r.initial = p.expression()
	p.expect(",")
	r.variable = p.name("a variable name")
	p.expect("IN")
	p.noBar = true
	r.list = p.expression()
	p.noBar = false
	p.expect("|")
	r.result = p.expression()
	p.expect(")")
	r.span = p.since(from)
	return r
}

// listed reads a list, a list comprehension or a pattern comprehension.
func (p *parser) listed() expression {
	from := p.at
	if p.ahead(1).kind == word && p.ahead(2).kind == word && strings.EqualFold(p.ahead(2).value, "IN") {
		p.at++
		c := &comprehension{variable: p.name("a variable name")}
		p.expect("IN")
		p.noBar = true
		c.list = p.expression()
		c.condition = p.optionally("WHERE")
		p.noBar = false
		if p.accept("|") {
			c.result = p.expression()
		}
		p.expect("]")
		c.span = p.since(from)
		return c
	}
	var e expression
	if p.try(func() { e = p.patternComprehension() }) {
		return e
	}
	l := &list{}
	for p.at++; !p.is("]"); {
		l.items = append(l.items, p.expression())
		if !p.accept(",") {
			break
		}
	}
	p.expect("]")
	l.span = p.since(from)
	return l
}

func (p *parser) patternComprehension() expression {
	from := p.at
	p.expect("[")
	c := &patternComprehension{pattern: p.path()}
	if len(c.pattern.relationships) == 0 {
		p.unexpected("a relationship")
	}
	p.noBar = true
	c.condition = p.optionally("WHERE")
	p.noBar = false
	p.expect("|")
	c.result = p.expression()
	p.expect("]")
	c.span = p.since(from)
	return c
}

func (p *parser) mapping() *mapping {
	from := p.at
	m := &mapping{}
	for p.expect("{"); !p.is("}"); {
		m.keys = append(m.keys, p.name("a property key name"))
		p.expect(":")
		m.values = append(m.values, p.expression())
		if !p.accept(",") {
			break
		}
	}
	p.expect("}")
	m.span = p.since(from)
	return m
}

func (p *parser) mapProjection(of *variable) expression {
	m := &mapProjection{of: of}
	for p.expect("{"); !p.is("}"); {
		at := p.at
		switch {
		case p.accept(".", "*"):
			m.all = true
		case p.accept("."):
			key := p.name("a property key name")
			m.keys, m.values = append(m.keys, key), append(m.values, &property{p.since(at), of, key})
		default:
			key := p.name("a property key name")
			var value expression = &variable{p.since(at), key}
			if p.accept(":") {
				value = p.expression()
			}
			m.keys, m.values = append(m.keys, key), append(m.values, value)
		}
		if !p.accept(",") {
			break
		}
	}
	p.expect("}")
	m.span = p.since(of.from)
	return m
}
