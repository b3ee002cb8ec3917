package query

import (
	"math"
	"slices"
	"strings"
)

var constants = map[string]any{"TRUE": true, "FALSE": false, "NULL": nil, "INF": math.Inf(1), "INFINITY": math.Inf(1), "NAN": math.NaN()}

// atom reads an expression without operators.
func (p *parser) atom() expression {
	from := p.at
	switch t := p.peek(); t.kind {
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
	var e expression
	switch {
	case p.is("(") && p.try(func() { e = p.patternTest() }), p.is("[") && p.try(func() { e = p.patternComprehension() }):
		return e
	case p.accept("("):
		e = p.expression()
		p.expect(")")
		return e
	case p.accept("["):
		if p.ahead(0).kind == word && p.ahead(1).kind == word && strings.EqualFold(p.ahead(1).value, "IN") {
			return p.iteration(from, "", "]")
		}
		l := &list{}
		p.until("]", func() { l.items = append(l.items, p.expression()) })
		l.span = p.since(from)
		return l
	case p.is("{"):
		return p.mapping(nil)
	}
	p.unexpected("an expression")
	return nil
}

// patternTest reads a pattern that stands for whether it is there.
func (p *parser) patternTest() expression {
	m := &matchClause{span: span{p.at, p.at + 1}, paths: []*pathPattern{p.chain()}}
	if len(m.paths[0].relationships) == 0 {
		p.unexpected("a relationship")
	}
	return &subquery{span: p.since(m.from), kind: "EXISTS", pattern: m}
}

func (p *parser) patternComprehension() expression {
	from := p.at
	p.expect("[")
	m := &matchClause{span: span{from, from + 1}, paths: []*pathPattern{p.path()}}
	if len(m.paths[0].relationships) == 0 {
		p.unexpected("a relationship")
	}
	m.condition = p.optionally("WHERE")
	p.expect("|")
	result := p.expression()
	p.expect("]")
	return &subquery{span: p.since(from), pattern: m, result: result}
}

var quantifiers = []string{"all", "any", "none", "single"}

// worded reads what begins with a word that may be a keyword.
func (p *parser) worded() expression {
	from := p.at
	name := p.peek().value
	lower := strings.ToLower(name)
	value, constant := constants[strings.ToUpper(name)]
	switch {
	case p.accept("CASE"):
		return p.choice(from)
	case p.accept("EXISTS", "{"), p.accept("COUNT", "{"):
		return p.subquery(from, strings.ToUpper(name))
	case p.is("COLLECT", "{"):
		p.fail(from, "'%s { … }' is not supported", name)
	case p.accept("COUNT", "(", "*", ")"):
		p.aggregates++
		return &call{span: p.since(from), name: "count", arguments: []expression{&literal{p.since(from), true}}}
	case p.is("shortestPath", "("), p.is("allShortestPaths", "("):
		p.fail(from, "%s(...) is supported in MATCH only", name)
	case p.accept("reduce", "("):
		return p.iteration(from, lower, ")")
	case slices.Contains(quantifiers, lower) && p.is(name, "(") && p.ahead(2).kind == word && p.ahead(3).kind == word && strings.EqualFold(p.ahead(3).value, "IN"):
		p.at += 2
		return p.iteration(from, lower, ")")
	case constant && !p.is(name, "("):
		p.at++
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
			p.at += n + 1
			return p.calling(from, long)
		} else if next.kind != symbol || next.value != "." || p.ahead(n+1).kind != word && p.ahead(n+1).kind != quotedWord {
			break
		}
		long += "." + p.ahead(n+1).value
	}
	v := &variable{p.since(from), name}
	if p.is("{") {
		return p.mapping(v)
	}
	return v
}

func (p *parser) calling(from int, name string) expression {
	c := &call{name: name, distinct: p.accept("DISTINCT")}
	if _, aggregates := aggregators[strings.ToLower(name)]; aggregates {
		p.aggregates++
	}
	p.until(")", func() { c.arguments = append(c.arguments, p.expression()) })
	c.span = p.since(from)
	return c
}

func (p *parser) choice(from int) expression {
	c := &choice{}
	if !p.is("WHEN") {
		c.subject = p.expression()
	}
	for first := true; first || p.is("WHEN"); first = false {
		p.expect("WHEN")
		c.conditions = append(c.conditions, p.expression())
		p.expect("THEN")
		c.values = append(c.values, p.expression())
	}
	if c.otherwise = p.optionally("ELSE"); c.otherwise == nil {
		c.otherwise = &literal{}
	}
	p.expect("END")
	c.span = p.since(from)
	return c
}

// subquery reads the inside of EXISTS and COUNT: a query, or a pattern and perhaps WHERE.
func (p *parser) subquery(from int, kind string) expression {
	s := &subquery{kind: kind}
	aggregates := p.aggregates
	if at := (span{p.at, p.at + 1}); p.is("(") || p.ahead(1).kind == symbol && p.ahead(1).value == "=" {
		s.query = &union{branches: []*single{{span: at, clauses: []clause{p.match(at, false)}}}}
	} else {
		s.query = p.union()
	}
	p.expect("}")
	p.aggregates = aggregates
	s.span = p.since(from)
	return s
}

// iteration reads what goes over a list, after its first bracket.
func (p *parser) iteration(from int, kind, bracket string) expression {
	i := &iteration{kind: kind}
	if kind == "reduce" {
		i.accumulator = p.name("a variable name")
		p.expect("=")
		i.initial = p.expression()
		p.expect(",")
	}
	i.variable = p.name("a variable name")
	p.expect("IN")
	i.list = p.expression()
	if kind != "reduce" {
		i.condition = p.optionally("WHERE")
	}
	switch {
	case kind == "reduce" && !p.is("|"):
		p.unexpected("'|'")
	case (kind == "" || kind == "reduce") && p.accept("|"):
		i.result = p.expression()
	case kind != "" && i.condition == nil:
		p.unexpected("'WHERE'")
	}
	p.expect(bracket)
	i.span = p.since(from)
	return i
}

// mapping reads a map, or a projection of a variable.
func (p *parser) mapping(of *variable) *mapping {
	m := &mapping{of: of}
	if m.from = p.at; of != nil {
		m.from = of.from
	}
	p.expect("{")
	p.until("}", func() {
		at := p.at
		projected := of != nil && p.accept(".")
		if projected && p.accept("*") {
			m.all = true
			return
		}
		key := p.name("a property key name")
		m.keys = append(m.keys, key)
		switch {
		case projected:
			m.values = append(m.values, &property{p.since(at), of, key})
		case of != nil && !p.is(":"):
			m.values = append(m.values, &variable{p.since(at), key})
		default:
			p.expect(":")
			m.values = append(m.values, p.expression())
		}
	})
	m.span = p.since(m.from)
	return m
}
