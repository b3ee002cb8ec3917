package syntax

import "strings"

// lemma returns the base form of a token.
func lemma(t *Token) string { return strings.ToLower(t.Text) }
