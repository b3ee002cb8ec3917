package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"newsgraph/internal/relation"
)

// Separators that no id, date or text contains: they keep the fields of a hash apart.
const (
	fieldMark = "\x00"
	listMark  = "\x1f"
)

// Parties puts the two sides of an act in the order in which the graph keeps them: each side sorted and without
// repetition; for a symmetric type the smaller side is the source, so that "A met B" and "B met A" are one act.
func Parties(typeName string, sources, targets []string) ([]string, []string) {
	s, t := distinct(sources), distinct(targets)
	if kind, _ := relation.Lookup(typeName); kind.Symmetric && len(t) > 0 && (len(s) == 0 || slices.Compare(t, s) < 0) {
		return t, s
	}
	return s, t
}

// ActID names an act whatever its status: what is asserted here and denied there has one act id.
// The date is the text's own: a day, a month or a year.
func ActID(typeName string, sources, targets []string, date string) string {
	s, t := Parties(typeName, sources, targets)
	return digest("act", typeName, strings.Join(s, listMark), strings.Join(t, listMark), date)
}

// EventID names an act together with its status.
func EventID(typeName string, sources, targets []string, date, status string) string {
	s, t := Parties(typeName, sources, targets)
	return digest("event", typeName, strings.Join(s, listMark), strings.Join(t, listMark), date, status)
}

// StatementID names an utterance: the same words of the same speaker on the same day are one statement.
func StatementID(speaker, text, date string) string {
	return digest("statement", speaker, text, date)
}

// digest is the first half of a sha-256 over the fields, in hexadecimal.
func digest(fields ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(fields, fieldMark)))
	return hex.EncodeToString(sum[:16])
}

// distinct is a sorted copy without repetition, never nil.
func distinct(list []string) []string {
	out := append(make([]string, 0, len(list)), list...)
	slices.Sort(out)
	return slices.Compact(out)
}
