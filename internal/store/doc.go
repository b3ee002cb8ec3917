// Package store keeps the graph.
//
// What enters are batches of rows (graph.Batch), one an article, and read-only Cypher queries; what leaves are query
// results in plain values. Promised, whatever the back-end: the graph is a function of the set of articles loaded. The
// same articles in any order, in any number of batches, from any number of processes, loaded once or again after a
// crash, give the graph that graph.Assemble defines; an article loaded with other content takes the place of its old
// content, and what nobody reports any more is gone.
//
// For example, two articles report that the EU condemned North Korea on one day: there is one Event with two REPORTS and
// one CONDEMNS edge of articles 2. The first is loaded again, corrected: no such event. One REPORTS stays, articles is 1.
//
// Store is the contract. There are two back-ends: a Neo4j server (neo4j*.go), which runs the statements in package cypher,
// and a file (embedded*.go), of which package query asks. A further one is a file and a line in backends, and the exam in
// exam_test.go is what it must pass.
package store
