package graph

import (
	"strings"
	"unicode"
)

// home is the country of a place; itself says that the place's name is the country's own.
type home struct {
	id, iso3, name string
	itself         bool
}

// countryOf finds the country of a place by its name.
func countryOf(name string) (home, bool) {
	return home{}, false
}

// placeID is the id of a place: its name in small letters, joined by hyphens; empty for no name.
func placeID(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	if len(words) == 0 {
		return ""
	}
	return "place:" + strings.Join(words, "-")
}
