package graph

import "newsgraph/internal/relation"

// ActTypes lists the types of direct edges.
func ActTypes() []string {
	types := make([]string, 0, len(relation.Types))
	for _, t := range relation.Types {
		types = append(types, t.Name)
	}
	return types
}

// NodeLabels lists all labels of the graph.
func NodeLabels() []string {
	return append(Kinds(), ActorLabel, ArticleLabel, SourceLabel, PlaceLabel, EventLabel, StatementLabel, RunLabel)
}

// EdgeTypes lists all relationship types of the graph.
func EdgeTypes() []string {
	return append(ActTypes(), PublishedBy, Mentions, Reports, Quotes, SourceOf, TargetOf, OccurredIn, InCountry, Made, About,
		Expresses, Represents)
}
