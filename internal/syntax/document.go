package syntax

// Span is a range of bytes in the article's text.
type Span struct{ Start, End int }

// Token is one syntactic word after Universal Dependencies 2 (clitics and hyphenated parts apart).
type Token struct {
	Span
	Text  string // a slice of the article's text
	Lemma string // lower case but for proper nouns
	UPOS  string // universal part of speech
	XPOS  string // Penn Treebank tag
	Head  int    // index in the sentence of the word it depends on, -1 for the root
	Label string // relation to the head, with subtype ("nsubj:pass")
}

// NameKind is the class of a named mention found by the encoder.
type NameKind uint8

// The classes that the encoder tells apart.
const (
	PER NameKind = iota + 1
	ORG
	LOC
)

// Name is a named mention: the tokens First to Last, both included.
type Name struct {
	First, Last int
	Kind        NameKind
}

// Sentence is a run of tokens that makes a tree.
type Sentence struct {
	Span
	Paragraph int // 0-based
	Tokens    []Token
	Names     []Name // in order, never overlapping

	// Vectors holds the word vectors for the heads of other rooms, by the name of their mix of layers in the model ("ev"):
	// row 0 is the root of the sentence, row i+1 token i. It is nil if the model has no such mix, and past a document's
	// first 16,384 words.
	Vectors map[string]Matrix
}

// Document is an article's text as read.
type Document struct {
	Text      string
	Sentences []Sentence
}
