package store

import (
	"context"
	"fmt"
	"slices"

	"newsgraph/internal/graph"
	"newsgraph/internal/query"
)

// taking is one transaction that takes in some articles. It goes the way of loading, without its locks: nobody else writes.
type taking struct {
	*writer
	batches     []graph.Batch // new or changed, by article id
	now, before touched       // as in loading
}

// ends are the labels of the nodes that the relationships of a batch lead from and to, by type.
var ends = map[string][2]string{
	graph.PublishedBy: {graph.ArticleLabel, graph.SourceLabel},
	graph.Mentions:    {graph.ArticleLabel, graph.ActorLabel},
	graph.Reports:     {graph.ArticleLabel, graph.EventLabel},
	graph.Quotes:      {graph.ArticleLabel, graph.StatementLabel},
	graph.SourceOf:    {graph.EventLabel, graph.ActorLabel},
	graph.TargetOf:    {graph.EventLabel, graph.ActorLabel},
	graph.OccurredIn:  {graph.EventLabel, graph.PlaceLabel},
	graph.InCountry:   {graph.PlaceLabel, graph.ActorLabel},
	graph.Made:        {graph.ActorLabel, graph.StatementLabel},
	graph.About:       {graph.StatementLabel, graph.ActorLabel},
	graph.Expresses:   {graph.StatementLabel, graph.EventLabel},
}

// take takes in batches of different articles, sorted by id.
func (w *writer) take(ctx context.Context, batches []graph.Batch) (Written, error) {
	t := &taking{writer: w, now: newTouched(), before: newTouched()}
	written := t.compare(batches)
	for _, step := range []func(){t.rows, t.untie, t.derive} {
		if err := ctx.Err(); err != nil {
			return written, err
		}
		step()
	}
	return written, t.err
}

// compare keeps those batches that are new or changed, and takes back what the articles have said that these replace.
func (t *taking) compare(batches []graph.Batch) (written Written) {
	for _, b := range batches {
		id, ok := t.find(graph.ArticleLabel, b.Article)
		if !ok {
			written.New++
			t.batches = append(t.batches, b)
			continue
		}
		old := t.read(id)
		if textOf(old, "contentHash") != b.Hash {
			written.Replaced++
			t.batches = append(t.batches, b)
			t.forget(id)
			continue
		}
		written.Unchanged++
		if b.PathBefore(textOf(old, "path")) {
			t.set(id, map[string]any{"path": b.Path})
		}
	}
	return written
}

// forget takes back all that an article has said, and notes of what.
func (t *taking) forget(article query.ID) {
	for _, r := range t.list(article, query.Outgoing, graph.PublishedBy, graph.Mentions, graph.Reports, graph.Quotes) {
		n := t.read(r.End)
		t.before.add(ends[r.Type][1], textOf(n, "id"), textOf(n, "type"))
		if place, ok := r.Properties["placeId"].(string); ok {
			if _, isActor := t.find(graph.ActorLabel, place); !isActor {
				t.before.add(graph.PlaceLabel, place, "")
			}
		}
		t.disconnect(r)
	}
}

// rows writes the nodes and relationships of the batches.
func (t *taking) rows() {
	for _, b := range t.batches {
		for _, n := range b.Nodes {
			kind, _ := n.Props["type"].(string)
			t.now.add(n.Label, n.ID, kind)
			t.merge(n)
		}
		for _, e := range b.Edges {
			from, to := t.at(ends[e.Type][0], e.From), t.at(ends[e.Type][1], e.To)
			t.tie(e.Type, from, to, values(e.Props))
		}
	}
}

// at is the node with a label and an id, which must be there.
func (t *taking) at(label, id string) query.ID {
	n, ok := t.find(label, id)
	if !ok {
		t.fail(fmt.Errorf("no %s %q: %w", label, id, errDamaged))
	}
	return n
}

// untie takes away what only the replaced articles had held up, and no longer counts it among the touched.
func (t *taking) untie() {
	for _, id := range sorted(t.before.events) {
		event := t.at(graph.EventLabel, id)
		for _, r := range t.direct(event) {
			t.disconnect(r)
		}
		t.cut(event, graph.OccurredIn, graph.Reports, func(said *query.Relationship, place string) bool {
			return said.Properties["placeId"] == place
		})
	}
	for _, id := range sorted(t.before.statements) {
		statement := t.at(graph.StatementLabel, id)
		for kind, key := range map[string]string{graph.About: "about", graph.Expresses: "expresses"} {
			t.cut(statement, kind, graph.Quotes, func(said *query.Relationship, id string) bool {
				return slices.Contains(texts(said.Properties[key]), id)
			})
		}
	}
	dropUnheld(t, graph.EventLabel, graph.Reports, t.before.events)
	dropUnheld(t, graph.StatementLabel, graph.Quotes, t.before.statements)
	dropUnheld(t, graph.PlaceLabel, graph.OccurredIn, t.before.places)
	for _, id := range sorted(t.before.places) {
		t.cutCountry(id)
	}
	dropUnheld(t, graph.ActorLabel, graph.Mentions, t.before.actors)
	dropUnheld(t, graph.SourceLabel, graph.PublishedBy, t.before.sources)
}

// cut deletes the relationships of one type from a node whose other end no evidence on the node names any more.
func (t *taking) cut(id query.ID, kind, evidence string, names func(said *query.Relationship, end string) bool) {
	said := t.list(id, query.Incoming, evidence)
	for _, r := range t.list(id, query.Outgoing, kind) {
		end := textOf(t.read(r.End), "id")
		if !slices.ContainsFunc(said, func(s *query.Relationship) bool { return names(s, end) }) {
			t.disconnect(r)
		}
	}
}

// cutCountry unties a place from a country in which no article puts it any more.
func (t *taking) cutCountry(id string) {
	place := t.at(graph.PlaceLabel, id)
	countries := map[any]bool{}
	for _, said := range t.sightings(place) {
		countries[said["country"]] = true
	}
	for _, r := range t.list(place, query.Outgoing, graph.InCountry) {
		if !countries[t.read(r.End).Properties["id"]] {
			t.disconnect(r)
		}
	}
}

// sightings are what reports say that put their events in a place.
func (t *taking) sightings(place query.ID) (out []map[string]any) {
	id := t.read(place).Properties["id"]
	for e := range t.each(place, query.Incoming, graph.OccurredIn) {
		for r := range t.each(e.Start, query.Incoming, graph.Reports) {
			if r.Properties["placeId"] == id {
				out = append(out, r.Properties)
			}
		}
	}
	return out
}

// dropUnheld deletes those of some nodes that no relationship of a type leads to, and takes them out of the map.
func dropUnheld[V any](t *taking, label, kind string, ids map[string]V) {
	for _, id := range sorted(ids) {
		n := t.at(label, id)
		held := false
		for range t.each(n, query.Incoming, kind) {
			held = true
			break
		}
		if !held {
			delete(ids, id)
			t.drop(n)
		}
	}
}

// textOf is a node's text property, empty where it has none.
func textOf(n *query.Node, key string) string {
	s, _ := n.Properties[key].(string)
	return s
}
