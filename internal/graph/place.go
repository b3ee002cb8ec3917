package graph

import (
	"cmp"
	"strings"
	"unicode"

	"newsgraph/internal/entity"
)

// site is where something takes place.
type site struct {
	id      string        // a place's, or a country's
	country *entity.Entry // in which it lies, itself for a country's name; nil where unknown
}

// locate finds the place of a name; none for no name. The gazetteer gives variants of a name one id.
func locate(name string) (site, bool) {
	s := site{id: placeID(name)}
	aliases := entity.Lookup(name)
	for _, a := range aliases {
		if a.Kind == entity.Country && (a.Use == entity.AsName || a.Use == entity.AsAbbreviation) {
			return site{id: a.ID, country: a.Entry}, true
		}
	}
	for _, a := range aliases {
		switch {
		case a.Kind == entity.Place:
			return site{id: placeID(cmp.Or(a.Name, name)), country: entity.CountryByISO3(a.ISO3)}, true
		case a.Kind == entity.Country && (a.Use == entity.AsCapital || a.Use == entity.AsSeat):
			s.country = a.Entry
		}
	}
	return s, s.id != ""
}

// placeID is the id of a place: its name in small letters without an article, joined by hyphens; empty for no name.
func placeID(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	if len(words) == 0 {
		return ""
	}
	return "place:" + strings.Join(words, "-")
}
