// Package graph says what stands in the graph.
//
// What enters is what was read in an article: its entities and facts (Build), or a line that extract has printed. What
// leaves is an Extraction, the article's own JSON, and a Batch, the rows that it puts into the graph. Promised: both
// follow from the article alone, in the same bytes every time; ids say what a thing is and never who came first; a Batch
// fits together (every end of an edge is among its nodes, every span is a slice of the text).
//
// What hangs on several articles is not in a Batch but derived from the evidence that every article keeps on its MENTIONS,
// REPORTS and QUOTES: an actor's Profile, an event's Tally and its Direct edges. The rules are here, so that all stores
// share them; Assemble applies them to a set of batches and so defines the graph that any store must hold.
//
// For example, "Josep Borrell, the EU chief, condemned North Korea" gives an Event with a SOURCE and a TARGET, a REPORTS
// with the sentence, three MENTIONS, and, once derived, (Borrell)-[:REPRESENTS]->(EU), (Borrell)-[:CONDEMNS]->(North Korea)
// and (EU)-[:CONDEMNS {via: Borrell}]->(North Korea).
package graph
