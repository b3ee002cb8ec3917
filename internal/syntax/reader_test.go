package syntax

import (
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"

	"newsgraph/internal/syntax/kernel"
)

const short = "Seoul condemned the attack. It didn't name a culprit.\nThe U.N.'s envoy, Ana Ruiz, met 12 soldiers"

// Every path gives the same document, vectors to the last bit.
func TestPathsAgree(t *testing.T) {
	want := newReader(Embedded, kernel.Portable).Parse(short)
	for _, p := range kernel.Paths()[1:] {
		if got := newReader(Embedded, p).Parse(short); !reflect.DeepEqual(got, want) {
			t.Errorf("%s reads another document than portable", p)
		}
	}
}

// What a sentence is read with doesn't change it: the article at once, and sentence by sentence.
func TestPacksAgree(t *testing.T) {
	r := NewReader()
	whole := r.Parse(article(t))
	for i := range whole.Sentences {
		want := whole.Sentences[i]
		alone := Document{Sentences: []Sentence{{Span: want.Span, Paragraph: want.Paragraph}}}
		for _, token := range want.Tokens {
			alone.Sentences[0].Tokens = append(alone.Sentences[0].Tokens, Token{Span: token.Span, Text: token.Text})
		}
		r.read(&alone)
		if !reflect.DeepEqual(alone.Sentences[0], want) {
			t.Errorf("sentence %d is read otherwise when alone", i)
		}
	}
}

func TestParse(t *testing.T) {
	text := article(t)
	doc := NewReader().Parse(text)
	rebuilt(t, text, doc.Sentences)
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		roots, last := 0, -1
		for k, token := range s.Tokens {
			if token.Lemma == "" || token.UPOS == "" || token.XPOS == "" || token.Label == "" {
				t.Fatalf("%q lacks something: %+v", token.Text, token)
			}
			if token.Head < 0 {
				roots++
			}
			steps := 0
			for h := k; h >= 0; h = s.Tokens[h].Head {
				if steps++; steps > len(s.Tokens) {
					t.Fatalf("sentence %d is no tree", i)
				}
			}
		}
		if roots != 1 {
			t.Errorf("sentence %d has %d roots", i, roots)
		}
		for _, n := range s.Names {
			if n.First <= last || n.Last < n.First || n.Last >= len(s.Tokens) || n.Kind == 0 {
				t.Errorf("sentence %d has the name %v after %d", i, n, last)
			}
			last = n.Last
		}
	}
	first := NewReader().Parse(short).Sentences[0].Tokens
	if verb := first[1]; verb.Head != -1 || verb.Lemma != "condemn" || verb.UPOS != "VERB" || verb.Label != "root" {
		t.Errorf("the root is %+v", verb)
	}
	if subject := first[0]; subject.Head != 1 || subject.Label != "nsubj" {
		t.Errorf("the subject is %+v", subject)
	}
}

func TestParseOddTexts(t *testing.T) {
	r := NewReader()
	for _, text := range []string{
		"", "\n\n", " ", ".", "x", "\u200b", "\xff\xfe broken \x80 bytes.", strings.Repeat("(", 300), strings.Repeat("no stop ", 400),
		"日本は東京で会談した。", "🙂 Good 👍🏽 news!", strings.Repeat("a", 5000), "İstanbul'da",
	} {
		doc := r.Parse(text)
		rebuilt(t, text, doc.Sentences)
	}
}

// One reader serves many at once.
func TestParseConcurrently(t *testing.T) {
	r := NewReader()
	text := article(t)
	want := r.Parse(text)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 2 {
				if got := r.Parse(text); !reflect.DeepEqual(got, want) {
					t.Error("a document read beside others differs")
				}
			}
		})
	}
	group.Wait()
}

// A model with another mix of layers gives word vectors for it.
func TestVectors(t *testing.T) {
	m, err := ReadModel(embedded)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := m.Tensor("ev.mix"); !ok {
		mix := m.need("mix").Values
		m.tensors["ev.mix"] = Tensor{Values: mix}
		m.tensors["ev.sh.weight"] = m.need("sh.weight")
	}
	doc := newReader(func() *Model { return m }, kernel.Best()).Parse(short)
	for i, s := range doc.Sentences {
		v := s.Vectors["ev"]
		if v.Width != m.need("e.we.weight").Width+m.need("ev.sh.weight").Width || len(v.Values) != v.Width*(len(s.Tokens)+1) {
			t.Fatalf("sentence %d has %d vector values of width %d", i, len(v.Values), v.Width)
		}
		for _, x := range v.Row(len(s.Tokens)) {
			if math.IsNaN(float64(x)) || math.Abs(float64(x)) > 100 {
				t.Fatalf("sentence %d has the vector value %g", i, x)
			}
		}
	}
}
