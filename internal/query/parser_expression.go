package query

import (
	"slices"
)

// deeper counts a level of nesting and returns what undoes that.
func (p *parser) deeper() func() {
	if p.depth++; p.depth > maxDepth {
		p.fail(p.at, "The statement is nested too deeply")
	}
	return func() { p.depth-- }
}

// The precedence of operators, loosest first, is that of Neo4j's grammar: OR, XOR, AND, NOT, comparison, predicates on
// strings, lists and null, + -, * / %, ^, signs, and what follows an atom.
func (p *parser) expression() expression {
	defer p.deeper()()
	return p.chainOf([]string{"OR"}, func() expression {
		return p.chainOf([]string{"XOR"}, func() expression {
			return p.chainOf([]string{"AND"}, p.negation)
		})
	})
}

// chainOf reads operands joined by operators of one precedence, from the left.
func (p *parser) chainOf(operators []string, operand func() expression) expression {
	from := p.at
	left := operand()
	for {
		i := slices.IndexFunc(operators, func(o string) bool { return p.is(o) })
		if i < 0 {
			return left
		}
		p.at++
		right := operand()
		left = &infix{p.since(from), operators[i], left, right}
	}
}

func (p *parser) negation() expression {
	from := p.at
	if !p.accept("NOT") {
		return p.compared()
	}
	defer p.deeper()()
	of := p.negation()
	return &unary{p.since(from), "NOT", of}
}

var comparisons = []string{"=", "<>", "<=", ">=", "<", ">"}

func (p *parser) compared() expression {
	from := p.at
	return p.comparisonOf(from, p.predicate())
}

func (p *parser) comparisonOf(from int, left expression) expression {
	c := &comparison{operands: []expression{left}}
	for {
		if p.is("!=") {
			p.fail(p.at, "Unknown operation '!=' (you probably meant to use '<>', which is the operator for inequality testing)")
		}
		i := slices.IndexFunc(comparisons, func(o string) bool { return p.is(o) })
		if i < 0 {
			break
		}
		p.at++
		c.operators = append(c.operators, comparisons[i])
		c.operands = append(c.operands, p.predicate())
	}
	if len(c.operators) == 0 {
		return left
	}
	c.span = p.since(from)
	return c
}

func (p *parser) predicate() expression {
	from := p.at
	return p.predicateOf(from, p.sum())
}

// predicateOf reads at most one predicate on strings, lists, null or types.
func (p *parser) predicateOf(from int, left expression) expression {
	operator := ""
	switch {
	case p.accept("=~"):
		operator = "=~"
	case p.accept("STARTS", "WITH"):
		operator = "STARTS WITH"
	case p.accept("ENDS", "WITH"):
		operator = "ENDS WITH"
	case p.accept("CONTAINS"):
		operator = "CONTAINS"
	case p.accept("IN"):
		operator = "IN"
	case p.accept("IS", "NULL"):
		return &nullTest{p.since(from), left, false}
	case p.accept("IS", "NOT", "NULL"):
		return &nullTest{p.since(from), left, true}
	case p.is("IS"):
		p.at++
		p.unexpected("'NULL'", "'NOT NULL'")
	default:
		return left
	}
	right := p.sum()
	return &infix{p.since(from), operator, left, right}
}

func (p *parser) sum() expression {
	return p.chainOf([]string{"+", "-", "||"}, func() expression {
		return p.chainOf([]string{"*", "/", "%"}, func() expression {
			return p.chainOf([]string{"^"}, p.signed)
		})
	})
}

func (p *parser) signed() expression {
	from := p.at
	switch {
	case p.is("-") && p.ahead(1).kind == integer:
		p.at++
		return p.follow(from, p.number("-"))
	case p.accept("-"), p.accept("+"):
		operator := p.tokens[from].value
		defer p.deeper()()
		of := p.signed()
		return &unary{p.since(from), operator, of}
	}
	return p.follow(from, p.atom())
}

// follow reads what follows an atom: properties, elements, slices, labels.
func (p *parser) follow(from int, e expression) expression {
	for {
		switch {
		case p.accept("."):
			key := p.name("a property name")
			e = &property{p.since(from), e, key}
		case p.is(":") && (p.ahead(1).kind == word || p.ahead(1).kind == quotedWord || p.ahead(1).kind == symbol):
			p.at++
			l := p.labels()
			e = &labelTest{p.since(from), e, l}
		case p.accept("["):
			e = p.indexed(from, e)
		default:
			return e
		}
	}
}

func (p *parser) indexed(from int, of expression) expression {
	var low, high expression
	noBar := p.noBar
	p.noBar = false
	defer func() { p.noBar = noBar }()
	if !p.is("..") {
		low = p.expression()
	}
	if low != nil && p.accept("]") {
		return &element{p.since(from), of, low}
	}
	p.expect("..")
	if low == nil || !p.is("]") {
		high = p.expression()
	}
	p.expect("]")
	return &slice{p.since(from), of, low, high}
}
