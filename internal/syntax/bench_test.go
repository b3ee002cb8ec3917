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
