package graph

import (
	"newsgraph/internal/relation"
)

// Tally is an event with what all articles together say of it.
type Tally struct {
	ID               string
	Type             string
	Status           string
	Date             Date
	Sources, Targets []string // actor ids
	Articles         int      // that report it
	Confidence       float64  // the highest
}

// Direct derives the direct edges of an event: one for each pair of a source and a target, and one for each pair of
// those whom they act for, marked with the person's id (the source's where both sides are acted for). Only what is
// asserted or alleged has any. principals gives the actors a person acts for, and nothing for other actors.
func Direct(t Tally, principals func(actor string) []string) []Edge {
	kind, ok := relation.Lookup(t.Type)
	if !ok || !relation.Status(t.Status).Real() {
		return nil
	}
	via := map[[2]string]string{} // by source and target: the person between, or none
	add := func(from, to, person string) {
		if kind.Symmetric && to < from {
			from, to = to, from
		}
		pair := [2]string{from, to}
		if old, found := via[pair]; from != to && (!found || person < old) {
			via[pair] = person
		}
	}
	for _, s := range distinct(t.Sources) {
		for _, g := range distinct(t.Targets) {
			add(s, g, "")
			for _, from := range actedFor(s, principals) {
				for _, to := range actedFor(g, principals) {
					if person := between(s, from, g, to); person != "" {
						add(from, to, person)
					}
				}
			}
		}
	}
	edges := make([]Edge, 0, len(via))
	for pair, person := range via {
		edges = append(edges, Edge{Type: t.Type, From: pair[0], To: pair[1], Props: known(Props{
			"eventId": t.ID, "date": t.Date, "status": t.Status, "articles": t.Articles, "confidence": t.Confidence, "via": person,
		})})
	}
	sortEdges(edges)
	return edges
}

// actedFor lists whom an actor acts for; itself where it acts for no one.
func actedFor(actor string, principals func(string) []string) []string {
	if list := principals(actor); len(list) > 0 {
		return list
	}
	return []string{actor}
}

// between names the person through whom an act of s towards g is one of from towards to; empty where nobody is between.
func between(s, from, g, to string) string {
	switch {
	case s != from:
		return s
	case g != to:
		return g
	}
	return ""
}
