package entity

import (
	"strings"
	"sync"
)

// Gender guesses from a person's full or given name whether it is a man ('m') or a woman ('f'); 0 if it cannot say. East
// Asian family names that stand first are stepped over: "Kim Yo-jong".
func Gender(name string) byte {
	g, rest := given(name)
	if g == familyFirst && rest != "" {
		if g, _ = givenNames().get(rest); g == 0 {
			g, _ = given(rest)
		}
	}
	if g == 'm' || g == 'f' {
		return g
	}
	return 0
}

// GivenName tells whether a word is a given name somewhere in the world.
func GivenName(word string) bool {
	g, ok := givenNames().get(word)
	return ok && g != familyFirst
}

const familyFirst = 's'

// given looks up the first word of a name, with what a hyphen ties to it where that is a name of its own.
func given(name string) (gender byte, rest string) {
	word, rest, _ := strings.Cut(name, " ")
	if g, ok := givenNames().get(word); ok {
		return g, rest
	}
	word, _, _ = strings.Cut(word, "-")
	g, _ := givenNames().get(word)
	return g, rest
}

var givenNames = sync.OnceValue(func() *phrases[byte] {
	p := newPhrases[byte]()
	eachRow("firstname.tsv", 2, func(f []string) {
		p.set(f[0], func(g *byte) { *g = f[1][0] })
	})
	return p
})
