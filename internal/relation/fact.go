package relation

import (
	"newsgraph/internal/syntax"
)

// Event is an act of sources towards targets as one sentence tells it. Entities are named by their index in the cast.
type Event struct {
	Type         Type
	Sources      []int // sorted
	Targets      []int // sorted; of a symmetric act with more than two parties all of them, as in Sources
	Status       Status
	AttributedTo int // whose claim, denial or demand it is; -1 where nobody is named
	Date         Date
	Place        string // "" where the text names none
	Confidence   float64
	Trigger      syntax.Span
	Evidence     syntax.Span // the sentence
	Rule         string      // what decided: "heads", "lexicon:condemn/v" for a row that agrees or stands alone, "scope" for the status

	sentence, token int
}

// Statement is an utterance or position that the article attributes to a speaker.
type Statement struct {
	Speaker  int
	Direct   bool
	Text     string // the words; parts of a split quotation are joined by " ... "
	Verb     string
	About    []int // sorted
	Events   []int // indices of the events that it tells
	Evidence syntax.Span
}

// Facts are what an article tells.
type Facts struct {
	Events     []Event
	Statements []Statement
}
