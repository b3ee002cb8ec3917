package syntax

import (
	"os"
	"strings"
	"testing"

	"newsgraph/internal/syntax/kernel"
)

// article is an invented report.
func article(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(text), "\n")
}

func words(doc *Document) int {
	n := 0
	for i := range doc.Sentences {
		n += len(doc.Sentences[i].Tokens)
	}
	return n
}

// BenchmarkParse reads an article from text to trees and names on one core.
func BenchmarkParse(b *testing.B) {
	text := article(b)
	for _, p := range kernel.Paths() {
		b.Run(p.String(), func(b *testing.B) {
			r := newReader(Embedded, p)
			n := words(r.Parse(text))
			b.ReportAllocs()
			for b.Loop() {
				r.Parse(text)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkEncode takes the pieces of the recorded sentences through the encoder alone on one core; testdata/ratio.py does
// the same with onnxruntime.
func BenchmarkEncode(b *testing.B) {
	sentences := recorded(b).Sentences
	for _, p := range kernel.Paths()[1:] {
		b.Run(p.String(), func(b *testing.B) {
			parser := newReader(Embedded, p).parser()
			w, pieces := parser.bench(), 0
			encode := func() {
				parser.embed(w.workspace)
				for i := range parser.layers {
					parser.through(&parser.layers[i], w.workspace)
				}
				pieces += len(w.ids)
			}
			for b.Loop() {
				w.clear()
				for i := 0; i < len(sentences); i++ {
					s := Sentence{Tokens: sentences[i].tokens()}
					if !w.lay(parser.vocabulary, &s, false) {
						i--
						encode()
						w.clear()
					}
				}
				encode()
			}
			b.ReportMetric(float64(pieces)/b.Elapsed().Seconds(), "pieces/s")
		})
	}
}
