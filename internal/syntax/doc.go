// Package syntax reads English: it finds the sentences and words of a text, and of each word its lemma, its part of
// speech and the word it depends on, and of each sentence the names in it.
//
// What enters: the text of an article, paragraphs ended by line feeds. What leaves: a Document, whose tokens are slices of
// that text. Promised: tokens and the gaps between them rebuild the text; each sentence is a tree with one root; the same
// text gives the same document on every processor and in every order of reading; a Reader is safe for concurrent use.
//
// In "Seoul denied it." the words are Seoul (PROPN, nsubj of denied), denied (VERB, root, lemma deny), it (PRON, obj of
// denied) and the full stop (PUNCT); Seoul is a name of kind LOC or ORG.
package syntax
