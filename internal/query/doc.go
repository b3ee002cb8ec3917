// Package query answers read-only Cypher over any Graph.
//
// What enters is the text of one statement; what leaves are rows:
//
//	stmt, err := query.Parse(text)
//	result, err := stmt.Run(ctx, graph, params, limit)
//
// Parse refuses what it doesn't know, writing clauses above all, with an *Error that has line, column and the word.
// What it accepts means what it means in Neo4j 5: types, null, order and the names of columns.
//
// Values are nil, bool, int64, float64, string, []any, map[string]any, Date, time.Time (a date and time with a zone),
// Duration, *Node, *Relationship and Path. Date and Duration have String methods that write them as Neo4j does.
//
// A statement passes through four hands. The lexer and the parser (lexer.go, parser*.go) make a tree (ast.go). The compiler
// (compile*.go, project.go) resolves names to slots of one row and makes of each expression a closure over the row, of
// each clause a step that calls the next for each row that it makes. Patterns are ordered when they are first met
// in a run, as only then the graph can say which way is cheapest (plan.go), and walked (match.go, path.go). Rows exist one
// at a time; only sorting, grouping and DISTINCT keep what they must. What fails in a run panics with a failure, which Run
// catches.
package query
