package query

import (
	"math"
	"slices"
	"strconv"
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

// oneOf reads one of some symbols and keywords, or nothing.
func (p *parser) oneOf(values []string) string {
	i := slices.IndexFunc(values, func(v string) bool { return p.accept(v) })
	if i < 0 {
		return ""
	}
	return values[i]
}

// chainOf reads operands joined by operators of one precedence, from the left.
func (p *parser) chainOf(operators []string, operand func() expression) expression {
	from := p.at
	left := operand()
	for operator := p.oneOf(operators); operator != ""; operator = p.oneOf(operators) {
		right := operand()
		left = &operation{p.since(from), operator, left, right}
	}
	return left
}

func (p *parser) negation() expression {
	from := p.at
	if !p.accept("NOT") {
		return p.compared()
	}
	defer p.deeper()()
	of := p.negation()
	return &operation{p.since(from), "NOT", of, nil}
}

var comparisons = []string{"=", "<>", "<=", ">=", "<", ">"}

func (p *parser) compared() expression {
	from := p.at
	c := &comparison{operands: []expression{p.predicate()}}
	for operator := p.oneOf(comparisons); operator != ""; operator = p.oneOf(comparisons) {
		c.operators = append(c.operators, operator)
		c.operands = append(c.operands, p.predicate())
	}
	if p.is("!=") {
		p.fail(p.at, "Unknown operation '!=' (you probably meant to use '<>', which is the operator for inequality testing)")
	}
	if len(c.operators) == 0 {
		return c.operands[0]
	}
	c.span = p.since(from)
	return c
}

// predicate reads at most one predicate on strings, lists or null.
func (p *parser) predicate() expression {
	from := p.at
	left := p.sum()
	operator := ""
	switch {
	case p.accept("STARTS", "WITH"):
		operator = "STARTS WITH"
	case p.accept("ENDS", "WITH"):
		operator = "ENDS WITH"
	case p.accept("IS", "NULL"):
		return &operation{p.since(from), "IS NULL", left, nil}
	case p.accept("IS", "NOT", "NULL"):
		return &operation{p.since(from), "IS NOT NULL", left, nil}
	case p.accept("IS"):
		p.unexpected("'NULL' or 'NOT NULL'")
	default:
		if operator = p.oneOf([]string{"=~", "CONTAINS", "IN"}); operator == "" {
			return left
		}
	}
	right := p.sum()
	return &operation{p.since(from), operator, left, right}
}

func (p *parser) sum() expression {
	return p.chainOf([]string{"+", "-"}, func() expression {
		return p.chainOf([]string{"*", "/", "%"}, func() expression {
			return p.chainOf([]string{"^"}, p.signed)
		})
	})
}

func (p *parser) signed() expression {
	from := p.at
	if p.is("-") && p.ahead(1).kind == integer {
		p.at++
		return p.follow(from, p.number("-"))
	}
	sign := p.oneOf([]string{"-", "+"})
	if sign == "" {
		return p.follow(from, p.atom())
	}
	defer p.deeper()()
	of := p.signed()
	return &operation{p.since(from), sign, of, nil}
}

// number reads a literal number; an integer has its sign with it, as -2^63 has no positive counterpart.
func (p *parser) number(sign string) expression {
	t := p.peek()
	p.at++
	at := p.since(p.at - 1)
	if t.kind == float {
		value, err := strconv.ParseFloat(t.value, 64)
		if err != nil {
			p.fail(at.from, "floating point number is too large")
		}
		return &literal{at, value}
	}
	base := 10
	if len(t.value) > 1 && !isDigit(t.value[1]) {
		base = 0 // as its prefix says
	}
	value, err := strconv.ParseInt(sign+t.value, base, 64)
	if err != nil {
		p.fail(at.from, "integer is too large")
	}
	return &literal{at, value}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// follow reads what follows an atom: properties, elements, slices, labels.
func (p *parser) follow(from int, e expression) expression {
	for {
		switch {
		case p.accept("."):
			key := p.name("a property name")
			e = &property{p.since(from), e, key}
		case p.accept(":"):
			l := p.labels(false, false)
			e = &labelTest{p.since(from), e, l}
		case p.accept("["):
			e = p.indexed(from, e)
		default:
			return e
		}
	}
}

// indexed reads an index and a bracket, or the ends of a slice, which may be left out.
func (p *parser) indexed(from int, of expression) expression {
	at := span{p.at, p.at + 1}
	var low, high expression = &literal{at, int64(0)}, &literal{at, int64(math.MaxInt64)}
	open := p.is("..")
	if !open {
		low = p.expression()
		if p.accept("]") {
			return &operation{p.since(from), "[]", of, low}
		}
	}
	p.expect("..")
	if open || !p.is("]") {
		high = p.expression()
	}
	p.expect("]")
	return &call{span: p.since(from), name: slicing, arguments: []expression{of, low, high}}
}
