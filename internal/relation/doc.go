// Package relation reads what an article tells: who did what to whom, when, and how true it is, and who said what.
//
// What enters is a document and its cast. What leaves are facts: events of the 21 types with sources, targets, status, date,
// place, confidence, trigger and sentence, and statements with speaker and the words themselves.
//
// Triggers, arguments and statuses are read by heads that were trained on the encoder's word vectors (head.go), with the
// lexicon in data/ for hints and for the frames in which arguments stand. Rules over the tree settle what is exact: whose a
// thing or place is (scene.go), which auxiliaries, negations and governing words make an act denied, planned or alleged
// (factuality.go), time expressions (date.go), quotations and reported speech (speech.go, attribution.go). Where a sentence
// has no vectors, the lexicon and the tree read it alone (trigger.go, frame.go).
//
// Promised: a denial in scope is never overruled; both sides of an act are entities of the cast; the same article gives the
// same facts on every processor.
//
// Example: "Russia denied that it had bombed Georgia." gives ATTACKS(Russia → Georgia), denied, attributed to Russia, and the
// indirect statement "it had bombed Georgia" of Russia about Georgia.
package relation
