// Package syntax reads English: it finds the sentences and words of a text, and of each word its lemma, its part of
// speech and the word it depends on, and of each sentence the names in it.
//
// What enters: the text of an article, paragraphs ended by line feeds. What leaves: a Document, whose tokens are slices of
// that text; names, without countries and peoples that stand alone; and word vectors for heads that other rooms keep in
// the model's file. Promised: tokens and the gaps between them rebuild the text; each sentence is a tree with one root;
// the same text gives the same document, bit for bit, on every processor and in every order of reading; a Reader is safe
// for concurrent use; nothing is loaded before the first text.
//
// In "Seoul denied it." the words are Seoul (PROPN, nsubj of denied), denied (VERB, root, lemma deny), it (PRON, obj of
// denied) and the full stop (PUNCT); Seoul is a name of kind LOC.
//
// On the way: segment and tokenize (segment.go, token.go, abbreviation.go) cut the text after the conventions of the
// treebank EWT; bound splits what is too long; a vocabulary turns words into pieces (wordpiece.go), the encoder pieces
// into rows of numbers (encoder.go, on the integer kernels of the room kernel), a mix of layers rows into word vectors
// (words.go), the heads vectors into tags, arcs and labels (parser.go, tree.go) and names (name.go); lemma.go adds the
// lemmas. The weights (model.go) are made by the recipe in training.
//
// How well it reads is measured by
//
//	NEWSGRAPH_EVAL=1 go test ./internal/syntax -run Eval -v
//
// and how fast by go test ./internal/syntax -bench Parse -cpu 1. Weights replaced, the fixture of the parity test is
// recorded anew: python3 testdata/record.py > testdata/parity.json.
package syntax
