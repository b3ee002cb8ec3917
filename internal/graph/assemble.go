package graph

import (
	"maps"
	"slices"
)

// Graph is a whole graph, its nodes by label and id, its edges by type, ends and event.
type Graph struct {
	Nodes []Node
	Edges []Edge
}

// Assemble makes the graph of a set of articles. It defines what every store must hold after it has loaded them in
// whatever order: the nodes and edges of all batches, and what is derived from the evidence on them.
func Assemble(batches []Batch) Graph {
	a := assembly{
		nodes: map[[2]string]Node{}, edges: map[[3]string]Edge{}, profiles: map[string]Profile{}, tallies: map[string]*Tally{},
	}
	for _, b := range Latest(batches) {
		a.add(b)
	}
	return a.graph()
}

type assembly struct {
	nodes    map[[2]string]Node // by label and id
	edges    map[[3]string]Edge // by type and ends
	profiles map[string]Profile // by actor
	tallies  map[string]*Tally  // by event
}

// add takes in the rows of one article and joins its evidence to what is derived.
func (a *assembly) add(b Batch) {
	for _, n := range b.Nodes {
		key := [2]string{n.Label, n.ID}
		if _, ok := a.nodes[key]; !ok {
			a.nodes[key] = Node{Label: n.Label, ID: n.ID, Props: with(n.Props, Props{"id": n.ID})}
		}
		if n.Label == EventLabel && a.tallies[n.ID] == nil {
			a.tallies[n.ID] = tallyOf(n, b.Edges)
		}
	}
	for _, e := range b.Edges {
		a.edges[[3]string{e.Type, e.From, e.To}] = Edge{Type: e.Type, From: e.From, To: e.To, Props: with(e.Props, nil)}
		switch e.Type {
		case Mentions:
			a.profiles[e.To] = a.profiles[e.To].Add(SightingOf(e.Props, b.Date))
		case Reports:
			a.report(e)
		case Quotes:
			node := a.nodes[[2]string{StatementLabel, e.To}]
			node.least("kind", e.Props["kind"])
			node.least("verb", e.Props["verb"])
		}
	}
}

// report joins the evidence of one article to an event.
func (a *assembly) report(e Edge) {
	tally := a.tallies[e.To]
	tally.Articles++
	confidence, _ := e.Props["confidence"].(float64)
	tally.Confidence = max(tally.Confidence, confidence)
	node := a.nodes[[2]string{EventLabel, e.To}]
	node.Props["articles"] = tally.Articles
	node.least("datePrecision", e.Props["datePrecision"])
	id, _ := e.Props["placeId"].(string)
	if place, ok := a.nodes[[2]string{PlaceLabel, id}]; ok {
		name, _ := place.Props["name"].(string)
		called, _ := e.Props["place"].(string)
		place.Props["name"] = BetterName(name, called)
	}
}

// least keeps the smallest of all values of a property.
func (n Node) least(key string, value any) {
	s, ok := value.(string)
	if old, found := n.Props[key].(string); ok && (!found || s < old) {
		n.Props[key] = s
	}
}

func (a *assembly) graph() Graph {
	principals := map[string][]string{}
	for key, n := range a.nodes {
		profile, ok := a.profiles[n.ID]
		if !ok || !slices.Contains(Kinds(), n.Label) {
			continue
		}
		a.nodes[key] = Node{Label: n.Label, ID: n.ID, Props: with(n.Props, profile.Props())}
		for _, o := range profile.Offices {
			a.edges[[3]string{Represents, n.ID, o.Actor}] = Edge{Type: Represents, From: n.ID, To: o.Actor, Props: o.Props()}
		}
		if n.Label == PersonLabel {
			principals[n.ID] = profile.Principals()
		}
	}
	g := Graph{Nodes: slices.Collect(maps.Values(a.nodes)), Edges: slices.Collect(maps.Values(a.edges))}
	for _, t := range a.tallies {
		g.Edges = append(g.Edges, Direct(*t, func(actor string) []string { return principals[actor] })...)
	}
	sortNodes(g.Nodes)
	sortEdges(g.Edges)
	return g
}

// tallyOf begins the tally of an event, from its node and the edges of a batch that holds it.
func tallyOf(n Node, edges []Edge) *Tally {
	t := &Tally{ID: n.ID}
	t.Type, _ = n.Props["type"].(string)
	t.Status, _ = n.Props["status"].(string)
	t.Date, _ = n.Props["date"].(Date)
	for _, e := range edges {
		switch {
		case e.From != n.ID:
		case e.Type == SourceOf:
			t.Sources = append(t.Sources, e.To)
		case e.Type == TargetOf:
			t.Targets = append(t.Targets, e.To)
		}
	}
	return t
}

// SightingOf reads what an article of some date says of an actor from the properties of its MENTIONS.
func SightingOf(p Props, date Date) Sighting {
	s := Sighting{Date: date}
	s.Name, _ = p["name"].(string)
	s.Aliases, _ = p["aliases"].([]string)
	s.Role, _ = p["role"].(string)
	s.Represents, _ = p["represents"].(string)
	s.Wikidata, _ = p["wikidata"].(string)
	return s
}

// with is a copy of properties with others laid over them.
func with(p, over Props) Props {
	out := make(Props, len(p)+len(over))
	maps.Copy(out, p)
	maps.Copy(out, over)
	return out
}
