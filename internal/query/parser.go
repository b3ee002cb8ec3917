package query

import (
	"slices"
	"strings"
)

// parser reads by recursive descent. What it can't read it panics with, as an *Error; Parse catches that.
type parser struct {
	text   string
	tokens []token
	at     int
	depth  int
	// failed holds where a pattern was tried in vain, so that nested tries cost no more than one.
	failed map[int]bool
	// aggregates counts the aggregating functions met.
	aggregates int
}

// Go can't recover from a full stack, so nesting is bounded, and with the length that of 1 + 1 + 1 + ….
const (
	maxDepth  = 400
	maxTokens = 200_000
)

// parse reads a whole statement.
func parse(source string) (*parser, *union, error) {
	tokens, err := scan(source)
	if err != nil {
		return nil, nil, err
	}
	if len(tokens) > maxTokens {
		return nil, nil, fault(source, tokens[maxTokens].from, tokens[maxTokens].value, "The statement is too long")
	}
	p := &parser{text: source, tokens: tokens, failed: map[int]bool{}}
	var query *union
	err = catch(func() {
		query = p.union()
		p.accept(";")
		if p.peek().kind != end {
			p.unexpected("a clause or the end of the statement")
		}
	})
	return p, query, err
}

// catch runs f and returns the *Error that it panics with.
func catch(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Error:
			err = r
		default:
			panic(r)
		}
	}()
	f()
	return nil
}

func (p *parser) peek() token { return p.ahead(0) }

func (p *parser) ahead(n int) token { return p.tokens[min(p.at+n, len(p.tokens)-1)] }

// fail ends the parse at a token.
func (p *parser) fail(at int, message string, args ...any) {
	t := p.tokens[min(at, len(p.tokens)-1)]
	panic(fault(p.text, t.from, p.text[t.from:t.to], message, args...))
}

func (p *parser) unexpected(expected string) {
	found := ""
	if t := p.peek(); t.kind != end {
		found = p.text[t.from:t.to]
	}
	p.fail(p.at, "Invalid input '%s': expected %s", found, expected)
}

// is tells whether the next tokens are these symbols and keywords; keywords are in capitals.
func (p *parser) is(values ...string) bool {
	for i, v := range values {
		t := p.ahead(i)
		if t.kind == word && !strings.EqualFold(t.value, v) || t.kind == symbol && t.value != v || t.kind != word && t.kind != symbol {
			return false
		}
	}
	return true
}

func (p *parser) accept(values ...string) bool {
	ok := p.is(values...)
	if ok {
		p.at += len(values)
	}
	return ok
}

func (p *parser) expect(values ...string) {
	for _, v := range values {
		if !p.accept(v) {
			p.unexpected("'" + v + "'")
		}
	}
}

// name reads an identifier.
func (p *parser) name(what string) string {
	t := p.peek()
	if t.kind != word && t.kind != quotedWord {
		p.unexpected(what)
	}
	p.at++
	return t.value
}

func (p *parser) since(from int) span { return span{from, p.at} }

// try reads something that may turn out to be something else, and then goes back.
func (p *parser) try(f func()) bool {
	before := *p
	if p.failed[p.at] {
		return false
	}
	if catch(f) == nil {
		return true
	}
	*p = before
	p.failed[p.at] = true
	return false
}

// several reads what commas separate.
func (p *parser) several(one func()) {
	for one(); p.accept(","); {
		one()
	}
}

// until reads what commas separate, if there is anything, and the bracket after it.
func (p *parser) until(bracket string, one func()) {
	if !p.is(bracket) {
		p.several(one)
	}
	p.expect(bracket)
}

// Words that begin clauses which change the graph or its schema, and other clauses and prefixes that aren't known here.
var (
	writing = []string{"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "LOAD", "DROP", "INSERT", "ALTER", "GRANT", "DENY", "REVOKE"}
	unknown = []string{"CALL", "USE", "SHOW", "EXPLAIN", "PROFILE", "FINISH", "LET", "FILTER", "FOR", "CYPHER", "TERMINATE"}
)

func (p *parser) union() *union {
	u := &union{branches: []*single{p.single()}}
	for p.is("UNION") {
		at := p.at
		p.at++
		all := p.accept("ALL")
		if !all {
			p.accept("DISTINCT")
		}
		if len(u.branches) > 1 && all != u.all {
			p.fail(at, "Invalid combination of UNION and UNION ALL")
		}
		u.all = all
		u.branches = append(u.branches, p.single())
	}
	return u
}

func (p *parser) single() *single {
	s := &single{span: span{p.at, p.at + 1}}
	for c := p.clause(); c != nil; c = p.clause() {
		s.clauses = append(s.clauses, c)
		if w, ok := c.(*projectClause); ok && !w.with {
			return s
		}
	}
	if len(s.clauses) == 0 {
		p.unexpected("MATCH, OPTIONAL MATCH, WITH, UNWIND or RETURN")
	}
	return s
}

// clause reads the next clause, if there is one.
func (p *parser) clause() clause {
	at := span{p.at, p.at + 1}
	switch keyword := strings.ToUpper(p.peek().value); {
	case p.peek().kind != word:
	case p.accept("OPTIONAL", "MATCH"):
		return p.match(at, true)
	case p.accept("MATCH"):
		return p.match(at, false)
	case p.accept("UNWIND"):
		c := &unwindClause{span: at, list: p.expression()}
		p.expect("AS")
		at = span{p.at, p.at + 1}
		c.variable = &variable{at, p.name("a variable name")}
		return c
	case p.accept("WITH"), p.accept("RETURN"):
		return p.projection(at, keyword == "WITH")
	case slices.Contains(writing, keyword):
		p.fail(p.at, "The graph is read only here: '%s' is not supported", p.peek().value)
	case slices.Contains(unknown, keyword), p.is("OPTIONAL", "CALL"):
		p.fail(p.at, "'%s' is not supported", p.peek().value)
	}
	return nil
}

// optionally reads an expression that such a keyword begins, or nothing.
func (p *parser) optionally(keyword string) expression {
	if p.accept(keyword) {
		return p.expression()
	}
	return nil
}

// match reads what follows MATCH, or stands for a whole query in EXISTS and COUNT.
func (p *parser) match(at span, optional bool) *matchClause {
	c := &matchClause{span: at, optional: optional}
	p.several(func() { c.paths = append(c.paths, p.path()) })
	if p.is("USING") {
		p.fail(p.at, "Planner hints are not supported: '%s'", p.peek().value)
	}
	c.condition = p.optionally("WHERE")
	return c
}

func (p *parser) projection(at span, with bool) clause {
	c := &projectClause{span: at, with: with, distinct: p.accept("DISTINCT")}
	if c.star = p.accept("*"); !c.star || p.accept(",") {
		p.several(func() { c.items = append(c.items, p.item()) })
	}
	if p.accept("ORDER") {
		p.expect("BY")
		p.several(func() {
			s := sortItem{value: p.expression()}
			s.descending = p.accept("DESC") || p.accept("DESCENDING")
			if !s.descending && !p.accept("ASC") {
				p.accept("ASCENDING")
			}
			c.order = append(c.order, s)
		})
	}
	if c.skip = p.optionally("SKIP"); c.skip == nil {
		c.skip = p.optionally("OFFSET")
	}
	c.limit = p.optionally("LIMIT")
	if with {
		c.condition = p.optionally("WHERE")
	}
	return c
}

func (p *parser) item() item {
	from, aggregates := p.at, p.aggregates
	i := item{value: p.expression()}
	i.span, i.aggregates = p.since(from), p.aggregates > aggregates
	if p.accept("AS") {
		i.alias = p.name("a variable name")
	}
	return i
}
