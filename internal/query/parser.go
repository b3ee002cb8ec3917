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
	// noBar is set where a bar ends the expression and so can't be part of a label expression.
	noBar bool
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
			p.unexpected("a clause", "the end of the statement")
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

func (p *parser) unexpected(expected ...string) {
	found := "''"
	if t := p.peek(); t.kind != end {
		found = "'" + p.text[t.from:t.to] + "'"
	}
	list := expected[len(expected)-1]
	if len(expected) > 1 {
		list = strings.Join(expected[:len(expected)-1], ", ") + " or " + list
	}
	p.fail(p.at, "Invalid input %s: expected %s", found, list)
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
	at, depth, noBar := p.at, p.depth, p.noBar
	if p.failed[at] {
		return false
	}
	if catch(f) == nil {
		return true
	}
	p.at, p.depth, p.noBar = at, depth, noBar
	p.failed[at] = true
	return false
}

// writing are the words that begin clauses which change the graph, or its schema.
var writing = []string{"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "LOAD", "DROP", "INSERT", "ALTER", "GRANT", "DENY", "REVOKE"}

func (p *parser) union() *union {
	from := p.at
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
	u.span = p.since(from)
	return u
}

func (p *parser) single() *single {
	from := p.at
	s := &single{}
	for {
		c := p.clause()
		if c == nil {
			break
		}
		s.clauses = append(s.clauses, c)
		if w, ok := c.(*projectClause); ok && !w.with {
			break
		}
	}
	if len(s.clauses) == 0 {
		p.unexpected("MATCH", "OPTIONAL MATCH", "WITH", "UNWIND", "CALL", "RETURN")
	}
	s.span = p.since(from)
	return s
}

// clause reads the next clause, if there is one.
func (p *parser) clause() clause {
	from := p.at
	t := p.peek()
	if t.kind != word {
		return nil
	}
	switch keyword := strings.ToUpper(t.value); {
	case p.accept("OPTIONAL", "CALL"):
		return p.call(from, true)
	case p.accept("OPTIONAL", "MATCH"), p.accept("MATCH"):
		c := &matchClause{optional: p.at-from == 2}
		for {
			c.paths = append(c.paths, p.path())
			if !p.accept(",") {
				break
			}
		}
		if p.is("USING") {
			p.fail(p.at, "Planner hints are not supported: '%s'", p.peek().value)
		}
		c.condition = p.optionally("WHERE")
		c.span = p.since(from)
		return c
	case p.accept("UNWIND"):
		c := &unwindClause{list: p.expression()}
		p.expect("AS")
		c.variable = p.name("a variable name")
		c.span = p.since(from)
		return c
	case p.accept("CALL"):
		return p.call(from, false)
	case p.accept("WITH"):
		return p.projection(from, true)
	case p.accept("RETURN"):
		return p.projection(from, false)
	case slices.Contains(writing, keyword):
		p.fail(from, "The graph is read only here: '%s' is not supported", t.value)
	case slices.Contains([]string{"USE", "SHOW", "EXPLAIN", "PROFILE", "FINISH", "LET", "FILTER", "FOR", "INSERT", "CYPHER", "TERMINATE"}, keyword):
		p.fail(from, "'%s' is not supported", t.value)
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

func (p *parser) call(from int, optional bool) clause {
	c := &callClause{optional: optional}
	switch {
	case p.accept("("):
		c.scoped = true
		c.all = p.accept("*")
		for !c.all && !p.is(")") {
			at := p.at
			c.imports = append(c.imports, &variable{name: p.name("a variable name"), span: p.since(at)})
			if !p.accept(",") {
				break
			}
		}
		p.expect(")")
	case !p.is("{"):
		at := p.at
		name := p.name("'('")
		for p.accept(".") {
			name += "." + p.name("a procedure name")
		}
		p.fail(at, "There is no procedure with the name `%s` here: procedures are not supported", name)
	}
	p.expect("{")
	c.query = p.union()
	p.expect("}")
	if p.is("IN", "TRANSACTIONS") || p.is("IN") {
		p.fail(p.at, "'%s' is not supported", "IN TRANSACTIONS")
	}
	c.span = p.since(from)
	return c
}

func (p *parser) projection(from int, with bool) clause {
	c := &projectClause{with: with, distinct: p.accept("DISTINCT")}
	if c.star = p.accept("*"); !c.star || p.accept(",") {
		for {
			c.items = append(c.items, p.item())
			if !p.accept(",") {
				break
			}
		}
	}
	if p.accept("ORDER") {
		p.expect("BY")
		for {
			s := sortItem{value: p.expression()}
			s.descending = p.accept("DESC") || p.accept("DESCENDING")
			if !s.descending && !p.accept("ASC") {
				p.accept("ASCENDING")
			}
			c.order = append(c.order, s)
			if !p.accept(",") {
				break
			}
		}
	}
	if c.skip = p.optionally("SKIP"); c.skip == nil {
		c.skip = p.optionally("OFFSET")
	}
	c.limit = p.optionally("LIMIT")
	if with {
		c.condition = p.optionally("WHERE")
	}
	c.span = p.since(from)
	return c
}

func (p *parser) item() item {
	from := p.at
	i := item{value: p.expression()}
	i.span = p.since(from)
	if p.accept("AS") {
		i.alias = p.name("a variable name")
	}
	return i
}
