package query

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error says what is wrong with the text of a statement, and where.
type Error struct {
	Message string
	Word    string // the token at fault, empty at the end of the text
	Line    int    // from 1
	Column  int    // in characters, from 1
	Offset  int    // in characters from the start of the text, from 0
	source  string // the line at fault
}

// Error reads as Neo4j writes it: the message with the place, the line, and a caret under the place.
func (e *Error) Error() string {
	return fmt.Sprintf("%s (line %d, column %d (offset: %d))\n\"%s\"\n%s^",
		e.Message, e.Line, e.Column, e.Offset, e.source, strings.Repeat(" ", e.Column))
}

// fault makes an Error for a byte offset in the text.
func fault(text string, offset int, word, message string, args ...any) *Error {
	before := text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	return &Error{
		Message: fmt.Sprintf(message, args...),
		Word:    word,
		Line:    1 + strings.Count(before, "\n"),
		Column:  1 + utf8.RuneCountInString(before[start:]),
		Offset:  utf8.RuneCountInString(before),
		source:  strings.ReplaceAll(line, "\t", " "),
	}
}
