package syntax

import (
	"slices"
	"strings"
)

// Tree answers the questions that later rooms ask of a sentence's dependency tree. Tokens are named by their index.
type Tree struct {
	*Sentence
	kids [][]int
}

// NewTree indexes the children of every token.
func NewTree(s *Sentence) Tree {
	n := len(s.Tokens)
	count := make([]int, n)
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= 0 {
			count[h]++
		}
	}
	kids, pool := make([][]int, n), make([]int, n)
	for i, c := range count {
		kids[i], pool = pool[:0:c], pool[c:]
	}
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= 0 {
			kids[h] = append(kids[h], i)
		}
	}
	return Tree{s, kids}
}

// Kids are the tokens that depend on i, in order.
func (t Tree) Kids(i int) []int { return t.kids[i] }

// Label is the relation of i to its head without its subtype.
func (t Tree) Label(i int) string {
	base, _, _ := strings.Cut(t.Tokens[i].Label, ":")
	return base
}

// Kid is the first child of i whose label, with or without its subtype, is among labels; -1 if there is none.
func (t Tree) Kid(i int, labels ...string) int {
	for _, k := range t.kids[i] {
		if slices.Contains(labels, t.Tokens[k].Label) || slices.Contains(labels, t.Label(k)) {
			return k
		}
	}
	return -1
}

// Case is the preposition that marks i, in lower case; "" without one. Of a compound preposition it is the first word.
func (t Tree) Case(i int) string {
	for _, k := range t.kids[i] {
		if t.Tokens[k].Label == "case" && t.Tokens[k].UPOS != "PART" {
			return strings.ToLower(t.Tokens[k].Text)
		}
	}
	return ""
}

// Conjuncts are i and the tokens coordinated with it, in order.
func (t Tree) Conjuncts(i int) []int {
	all := []int{i}
	for _, k := range t.kids[i] {
		if t.Label(k) == "conj" {
			all = append(all, t.Conjuncts(k)...)
		}
	}
	return all
}

// Bounds are the first and last token of the subtree under i.
func (t Tree) Bounds(i int) (first, last int) {
	first, last = i, i
	for _, k := range t.kids[i] {
		f, l := t.Bounds(k)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// Under says whether i lies in the subtree of top (or is it).
func (t Tree) Under(i, top int) bool {
	for ; i >= 0; i = t.Tokens[i].Head {
		if i == top {
			return true
		}
	}
	return false
}

// HeadOf is the token among first to last whose head lies outside: the syntactic head of the phrase.
func (t Tree) HeadOf(first, last int) int {
	for i := first; i <= last; i++ {
		if h := t.Tokens[i].Head; h < first || h > last {
			return i
		}
	}
	return last
}

// Cover is the span of bytes from token first to token last.
func (s *Sentence) Cover(first, last int) Span {
	return Span{s.Tokens[first].Start, s.Tokens[last].End}
}
