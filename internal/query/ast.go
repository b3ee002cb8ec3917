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
	element struct { // of[index]
		span
		of, index expression
	}
	slice struct { // of[from..to]; either may be nil
		span
		of, low, high expression
	}
	labelTest struct {
		span
		of     expression
		labels *labels
	}
	unary struct {
		span
		operator string
		of       expression
	}
	infix struct {
		span
		operator    string
		left, right expression
	}
	comparison struct { // a < b <= c
		span
		operators []string
		operands  []expression
	}
	nullTest struct {
		span
		of  expression
		not bool
	}
	call struct {
		span
		name      string
		arguments []expression
		distinct  bool
		star      bool // count(*)
	}
	choice struct { // CASE; with a subject, conditions have subjectOf where it stands
		span
		subject            expression // or nil
		slot               int        // of the subject, once compiled
		conditions, values []expression
		otherwise          expression // or nil
	}
	subjectOf struct {
		span
		choice *choice
	}
	list struct {
		span
		items []expression
	}
	mapping struct {
		span
		keys   []string
		values []expression
	}
	mapProjection struct { // of {.key, .*, name, key: value}; values are whole
		span
		of     *variable
		all    bool
		keys   []string
		values []expression
	}
	comprehension struct { // [variable IN list WHERE condition | result]; the last two may be nil
		span
		variable                string
		list, condition, result expression
	}
	quantifier struct { // all, any, none, single
		span
		name            string
		variable        string
		list, condition expression
	}
	reduction struct {
		span
		accumulator, variable string
		initial, list, result expression
	}
	patternTest struct {
		span
		pattern *pathPattern
	}
	patternComprehension struct {
		span
		pattern           *pathPattern
		condition, result expression
	}
	subquery struct { // EXISTS, COUNT, COLLECT { … }
		span
		name  string
		query *union
	}
)

// labels is a label expression, or one over types.
type labels struct {
	span
	operator string // "|", "&", "!", "%" for any, "" for a name
	old      bool   // joined by |:
	name     string
	of       []*labels
}

type nodePattern struct {
	span
	variable   string
	labels     *labels
	properties *mapping // or nil
	condition  expression
}

type relationshipPattern struct {
	nodePattern // what they have in common
	direction   Direction
	long        bool // of variable length, from min to max
	min, max    int
	quantified  bool // -[]->{1,2} rather than -[*1..2]->
}

// unlimited is the max of an open variable length.
const unlimited = int(^uint(0) >> 1)

type pathPattern struct {
	span
	variable      string
	shortest      string // "", "shortestPath", "allShortestPaths"
	nodes         []*nodePattern
	relationships []*relationshipPattern
}

// union is a whole query: its branches are joined with UNION, or UNION ALL.
type union struct {
	span
	branches []*single
	all      bool
}

// single is a query without UNION.
type single struct {
	span
	clauses []clause
}

// clause is one of the types below.
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
		variable string
	}
	callClause struct {
		span
		scoped   bool // CALL (…) { … }; else the query itself imports, by a WITH at its beginning
		all      bool // CALL (*)
		imports  []*variable
		optional bool
		query    *union
	}
	projectClause struct { // WITH, RETURN
		span
		with      bool
		distinct  bool
		star      bool
		items     []item
		order     []sortItem
		skip      expression
		limit     expression
		condition expression
	}
)

type item struct {
	span
	value expression
	alias string // "" where none was given
}

type sortItem struct {
	value      expression
	descending bool
}
