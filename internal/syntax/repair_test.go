package syntax

import (
	"fmt"
	"strings"
	"testing"
)

func TestRepair(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		// word/head/label; heads count from 0
		{"Seoul/3/nsubj and/2/cc Paris/3/nsubj met/-1/root", "Seoul/3/nsubj and/2/cc Paris/0/conj met/-1/root"},
		{"minister/4/nsubj ,/2/punct Ann/4/nsubj ,/2/punct said/-1/root", "minister/4/nsubj ,/2/punct Ann/0/appos ,/2/punct said/-1/root"},
		{"Oslo/5/nsubj ,/2/punct Bonn/5/nsubj and/4/cc Rome/5/nsubj met/-1/root", "Oslo/5/nsubj ,/2/punct Bonn/0/conj and/4/cc Rome/0/conj met/-1/root"},
		{"Oslo/1/nsubj met/-1/root Bonn/1/obj", "Oslo/1/nsubj met/-1/root Bonn/1/obj"},
	} {
		var s Sentence
		for w := range strings.FieldsSeq(c.words) {
			f := strings.Split(w, "/")
			var head int
			fmt.Sscan(f[1], &head)
			s.Tokens = append(s.Tokens, Token{Text: f[0], Head: head, Label: f[2]})
		}
		repair(&s)
		var got []string
		for _, tok := range s.Tokens {
			got = append(got, fmt.Sprintf("%s/%d/%s", tok.Text, tok.Head, tok.Label))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("got  %s\nwant %s", g, c.want)
		}
	}
}
