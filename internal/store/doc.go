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
// exam_test.go is what it must pass. TestDifferential holds the answers of both against one another.
//
// The reports with their defaults, medians in milliseconds on two cores with nothing else to do, both back-ends warm; 10,000
// articles give 118,000 nodes, of them 41,000 events, and 480,000 relationships, 90,000 of them direct edges, in a file of
// 202 MB. BenchmarkReport measures them anew:
//
//	                   file   Neo4j                       file   Neo4j
//	actors              409      80    paths               207     125
//	contested           224      76    places               34      30
//	cooperation         492     452    profile             368     188
//	deployments          31      44    replies             422      72
//	dyads               347      60    representatives     488     100
//	event               167      45    runs                0.1     1.3
//	neighbourhood       340     131    statements          445     171
//	newest              171      59    timeline            687     267
//	outlets             423      87    unrealised          115      54
//	an actor by id      0.2     3.3    why                 498     322
//
// A file takes in 470 articles a second, with 310 MB of memory at most.
package store
