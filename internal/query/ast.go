package query

// span is the tokens of a piece of the statement, from ≤ i < to.
type span struct{ from, to int }

func (s span) where() span { return s }

// expression is one of the types below.
type expression interface{ where() span }

type (
	literal struct {
		span
		value any
	}
	variable struct {
		span
		name string
	}
	parameter struct {
		span
		name string
	}
	property struct {
		span
		of  expression
		key string
	}
	labelTest struct {
		span
		of     expression
		labels labels
	}
	operation struct { // right is nil for an operator of one operand
		span
		operator    string
		left, right expression
	}
	comparison struct { // a < b <= c
		span
		operators []string
		operands  []expression
	}
	call struct {
		span
		name      string
		arguments []expression
		distinct  bool
	}
	choice struct { // CASE
		span
		subject            expression // or nil
		conditions, values []expression
		otherwise          expression
	}
	list struct {
		span
		items []expression
	}
	mapping struct { // {key: value}, or of {.key, .*, name, key: value}; values are whole
		span
		of     *variable // or nil
		all    bool
		keys   []string
		values []expression
	}
	iteration struct {
		span
		kind              string     // "all", "any", "none", "single", "reduce", or "" for [variable IN list WHERE condition | result]
		accumulator       string     // of reduce, with its first value
		initial           expression // or nil
		variable          string
		list              expression
		condition, result expression // or nil
	}
	subquery struct { // of a query, or of a pattern in an expression
		span
		kind    string // "EXISTS", "COUNT", or "" for [pattern WHERE condition | result]
		query   *union
		pattern *matchClause
		result  expression
	}
)

// labels are what a node must have: of each list at least one. A relationship must be of one of the types of one list.
type labels [][]string

type nodePattern struct {
	span
	variable   string
	labels     labels
	properties *mapping // or nil
	condition  expression
}

type relationshipPattern struct {
	nodePattern // what they have in common
	direction   Direction
	long        bool // of variable length, from min to max
	min, max    int
}

type pathPattern struct {
	span
	variable      string
	shortest      string // "", "shortestPath", "allShortestPaths"
	nodes         []*nodePattern
	relationships []*relationshipPattern
}

// union is a whole query: its branches are joined with UNION, or UNION ALL.
type union struct {
	branches []*single
	all      bool
}

// single is a query without UNION.
type single struct {
	span
	clauses []clause
}

// clause is one of the types below. Its span is its keyword.
type clause interface{ where() span }

type (
	matchClause struct {
		span
		optional  bool
		paths     []*pathPattern
		condition expression
	}
	unwindClause struct {
		span
		list     expression
		variable *variable
	}
	projectClause struct { // WITH, RETURN
		span
		with, distinct, star bool
		items                []item
		order                []sortItem
		skip, limit          expression
		condition            expression
	}
)

type item struct {
	span
	value      expression
	alias      string // "" where none was given
	aggregates bool   // not counting what subqueries do
}

type sortItem struct {
	value      expression
	descending bool
}
