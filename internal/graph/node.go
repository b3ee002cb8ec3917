package graph

import (
	"cmp"
	"slices"
)

// Labels of nodes. An actor's node carries Actor besides its kind, and a country's carries Place too.
const (
	ArticleLabel   = "Article"
	SourceLabel    = "Source"
	ActorLabel     = "Actor"
	CountryLabel   = "Country"
	OrgLabel       = "Organization"
	PersonLabel    = "Person"
	GroupLabel     = "Group"
	PlaceLabel     = "Place"
	EventLabel     = "Event"
	StatementLabel = "Statement"
	RunLabel       = "LoadRun"
)

// Types of relationships other than the acts of relation.Types.
const (
	PublishedBy = "PUBLISHED_BY" // Article to Source
	Mentions    = "MENTIONS"     // Article to Actor: what the article says of it
	Reports     = "REPORTS"      // Article to Event: the sentence
	Quotes      = "QUOTES"       // Article to Statement
	SourceOf    = "SOURCE"       // Event to Actor
	TargetOf    = "TARGET"       // Event to Actor
	OccurredIn  = "OCCURRED_IN"  // Event to Place
	InCountry   = "IN_COUNTRY"   // Place to Country
	Made        = "MADE"         // Actor to Statement
	About       = "ABOUT"        // Statement to Actor
	Expresses   = "EXPRESSES"    // Statement to Event
	Represents  = "REPRESENTS"   // Actor to Actor
)

// Date is an ISO day that is a date in the graph; an empty one is unknown.
type Date string

// Props are properties: string, Date, int, float64 or []string. An unknown string or date is left out.
type Props map[string]any

// Node is a node of the graph. Label is its most telling one: an actor's kind, never Actor.
type Node struct {
	Label string
	ID    string
	Props Props
}

// Edge is a relationship between the nodes of two ids.
type Edge struct {
	Type     string
	From, To string
	Props    Props
}

// Kinds lists the four kinds of actor, which are labels of their own.
func Kinds() []string {
	return []string{CountryLabel, OrgLabel, PersonLabel, GroupLabel}
}

// Labels lists all labels that a node with this one carries, itself first.
func Labels(label string) []string {
	switch label {
	case CountryLabel:
		return []string{CountryLabel, ActorLabel, PlaceLabel}
	case OrgLabel, PersonLabel, GroupLabel:
		return []string{label, ActorLabel}
	}
	return []string{label}
}

// known copies the properties without those of unknown value.
func known(p Props) Props {
	out := make(Props, len(p))
	for key, value := range p {
		if value != "" && value != Date("") {
			out[key] = value
		}
	}
	return out
}

// sortNodes orders nodes by label and id.
func sortNodes(nodes []Node) {
	slices.SortFunc(nodes, func(a, b Node) int {
		return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
}

// sortEdges orders edges by type, ends and the event behind them.
func sortEdges(edges []Edge) {
	slices.SortFunc(edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To),
			cmp.Compare(a.event(), b.event()))
	})
}

// event is the id of the event that a direct edge stands for.
func (e Edge) event() string {
	id, _ := e.Props["eventId"].(string)
	return id
}
