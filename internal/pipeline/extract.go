package pipeline

import (
	"context"

	"newsgraph/internal/article"
	"newsgraph/internal/entity"
	"newsgraph/internal/graph"
	"newsgraph/internal/relation"
	"newsgraph/internal/syntax"
)

// Extractor reads one article and says who did what to whom in it. It is called from many goroutines at once. It may
// give up with the context's error when that ends.
type Extractor func(context.Context, *article.Article) (graph.Extraction, error)

// NewExtractor loads what reading takes, once for all articles.
func NewExtractor() (Extractor, error) {
	reader := syntax.NewReader()
	return func(_ context.Context, a *article.Article) (graph.Extraction, error) {
		return Extract(reader, a), nil
	}, nil
}

// Extract takes an article through the rooms: syntax, entity, relation, graph.
func Extract(reader *syntax.Reader, a *article.Article) graph.Extraction {
	doc := reader.Parse(a.Text)
	cast := entity.Resolve(doc)
	facts := relation.Extract(doc, cast, a.Published)
	return graph.Build(a, doc, cast, facts)
}
