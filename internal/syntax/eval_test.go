package syntax

import (
	"fmt"
	"sort"
	"strings"
	"testing"
)

// With gold tags and trees.
func TestEvalLemma(t *testing.T) {
	evaluation(t)
	words := lemmas()
	for _, name := range []string{"ewt-test", "pud-news", "gum-news-test", "ewt-train"} {
		right, all := map[string]int{}, map[string]int{}
		wrong := map[string]int{}
		for _, s := range treebank(t, name) {
			for i := range s.Tokens {
				want := &s.Tokens[i]
				got := words.lemma(&s.Sentence, i)
				for _, class := range []string{want.UPOS, "all"} {
					all[class]++
					if strings.EqualFold(got, want.Lemma) {
						right[class]++
					}
				}
				if !strings.EqualFold(got, want.Lemma) {
					wrong[fmt.Sprintf("%s %s: %s not %s", want.XPOS, want.Text, got, want.Lemma)]++
				}
			}
		}
		share := func(class string) float64 { return 100 * float64(right[class]) / float64(all[class]) }
		t.Logf("%s: VERB %.2f NOUN %.2f AUX %.2f ADJ %.2f all %.2f", name, share("VERB"), share("NOUN"), share("AUX"), share("ADJ"), share("all"))
		report(t, wrong, 150)
	}
}

// report logs the most frequent faults.
func report(t *testing.T, faults map[string]int, n int) {
	if !testing.Verbose() {
		return
	}
	var list []string
	for f := range faults {

		list = append(list, f)
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		return faults[a] > faults[b] || faults[a] == faults[b] && a < b
	})
	for _, f := range list[:min(n, len(list))] {
		t.Logf("  %4d %q", faults[f], f)
	}
}

// parseScore counts words whose parse is right.
type parseScore struct{ words, upos, xpos, heads, labels int }

func (p *parseScore) add(want, got *Token) {
	p.words++
	p.upos += count(got.UPOS == want.UPOS)
	p.xpos += count(got.XPOS == want.XPOS)
	p.heads += count(got.Head == want.Head)
	p.labels += count(got.Head == want.Head && universal(got.Label) == universal(want.Label))
}

func (p *parseScore) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(p.words) }
	return fmt.Sprintf("UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f (%d words)", share(p.upos), share(p.xpos), share(p.heads), share(p.labels), p.words)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// universal is a label without its subtype.
func universal(label string) string {
	base, _, _ := strings.Cut(label, ":")
	return base
}

// With gold tokens; labels without subtypes, punctuation included.
func TestEvalParse(t *testing.T) {
	evaluation(t)
	r := NewReader()
	for _, name := range []string{"ewt-test", "pud-news", "gum-news-test"} {
		gold := treebank(t, name)
		doc := &Document{}
		for _, s := range gold {
			c := s.Sentence
			c.Tokens = append([]Token(nil), c.Tokens...)
			doc.Sentences = append(doc.Sentences, c)
		}
		r.read(doc)
		var p parseScore
		for i := range gold {
			for k := range gold[i].Tokens {
				p.add(&gold[i].Tokens[k], &doc.Sentences[i].Tokens[k])
			}
		}
		t.Logf("%s: %s", name, &p)
	}
}

// From raw text: F1 of sentences, of tokens, and of words with their tags, heads and labels, as the CoNLL shared tasks
// count them.
func TestEvalRaw(t *testing.T) {
	evaluation(t)
	r := NewReader()
	for _, name := range []string{"ewt-test", "ewt-dev", "pud-news", "pud-wiki", "gum-news-test", "gum-open-dev"} {
		var text strings.Builder
		gold := treebank(t, name)
		for i := range gold {
			s := &gold[i]
			if s.paragraph && text.Len() > 0 {
				text.WriteByte('\n')
			}
			for k := range s.Tokens {
				s.Tokens[k].Start += text.Len()
				s.Tokens[k].End += text.Len()
			}
			text.WriteString(s.text)
			s.Span = Span{s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End}
		}
		doc := r.Parse(text.String())
		compareRaw(t, name, gold, doc)
	}
}

func compareRaw(t *testing.T, name string, gold []goldSentence, doc *Document) {
	type word struct {
		token *Token
		head  Span
	}
	words := func(into map[Span]word, s *Sentence) {
		for k := range s.Tokens {
			w := word{token: &s.Tokens[k], head: Span{-1, -1}}
			if h := s.Tokens[k].Head; h >= 0 {
				w.head = s.Tokens[h].Span
			}
			into[s.Tokens[k].Span] = w
		}
	}
	sentences, want, got := map[Span]bool{}, map[Span]word{}, map[Span]word{}
	for i := range gold {
		sentences[gold[i].Span] = true
		words(want, &gold[i].Sentence)
	}
	var right, tokens int
	var p parseScore
	faults := map[string]int{}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		right += count(sentences[s.Span])
		if !sentences[s.Span] && len(s.Tokens) > 0 {
			around := doc.Text[max(0, s.Start-25):s.Start] + "⟦" + doc.Text[s.Start:min(s.End, s.Start+25)]
			if !startsIn(sentences, s.Start) {
				faults["extra split: "+around]++
			}
			around = doc.Text[max(s.Start, s.End-25):s.End] + "⟧" + doc.Text[s.End:min(len(doc.Text), s.End+25)]
			if !endsIn(sentences, s.End) {
				faults["extra end: "+around]++
			}
		}
		words(got, s)
	}
	for span := range sentences {
		k := sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].End > span.Start })
		if k < len(doc.Sentences) && doc.Sentences[k].Start < span.Start {
			faults["missed split: "+doc.Text[max(0, span.Start-25):span.Start]+"⟦"+doc.Text[span.Start:min(span.End, span.Start+25)]]++
		}
	}
	for span, g := range got {
		w, ok := want[span]
		if !ok {
			faults["token: "+doc.Text[max(0, span.Start-15):span.Start]+"⟦"+g.token.Text+"⟧"+doc.Text[span.End:min(len(doc.Text), span.End+15)]]++
			continue
		}
		tokens++
		p.upos += count(g.token.UPOS == w.token.UPOS)
		p.heads += count(g.head == w.head)
		p.labels += count(g.head == w.head && universal(g.token.Label) == universal(w.token.Label))
	}
	f1 := func(n, a, b int) float64 { return 200 * float64(n) / float64(a+b) }
	a, b := len(want), len(got)
	t.Logf("%s: sentences %.2f tokens %.2f UPOS %.2f UAS %.2f LAS %.2f", name, f1(right, len(gold), len(doc.Sentences)), f1(tokens, a, b), f1(p.upos, a, b), f1(p.heads, a, b), f1(p.labels, a, b))
	report(t, faults, 60)
}

func startsIn(spans map[Span]bool, at int) bool {
	for s := range spans {
		if s.Start == at {
			return true
		}
	}
	return false
}

func endsIn(spans map[Span]bool, at int) bool {
	for s := range spans {
		if s.End == at {
			return true
		}
	}
	return false
}
