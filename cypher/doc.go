// Package cypher holds every Cypher text of the program, one a file: the schema, the loader's writes and the reports.
//
// What leaves are Statements, looked up by name. A file begins with a header that names it, says what it does and
// declares its parameters and columns:
//
//	// name: dyads
//	// summary: Who acts against whom, the busiest pairs first.
//	// param: since date = 1900-01-01
//	// param: limit integer = 25
//	// returns: source, target, events
//
// The whole file, header included, is what runs: it works unchanged in Neo4j Browser and in cypher-shell once the
// parameters are set. Values are always parameters. Where a relationship type can't be one, the text says ACT, and For
// puts a type of the program's own list there.
package cypher
