package store

import (
	"slices"
	"time"

	"newsgraph/internal/graph"
	"newsgraph/internal/query"
)

// derive brings up to date what hangs on several articles.
func (t *taking) derive() {
	persons := t.deriveProfiles()
	t.derivePlaces()
	t.deriveEvents(persons)
	for _, id := range both(t.now.statements, t.before.statements) {
		statement := t.at(graph.StatementLabel, id)
		quotes := t.list(statement, query.Incoming, graph.Quotes)
		derived := map[string]any{}
		least(derived, "kind", quotes)
		least(derived, "verb", quotes)
		t.set(statement, derived, "kind", "verb")
	}
}

// deriveProfiles brings actors up to date and lists those who act for others than before. An actor that has only won
// evidence joins it to the profile it has; one that has lost some is derived anew from all that is left.
func (t *taking) deriveProfiles() (changed []query.ID) {
	won := map[string][]graph.Sighting{}
	for _, b := range t.batches {
		for _, e := range b.Edges {
			if e.Type == graph.Mentions {
				won[e.To] = append(won[e.To], graph.SightingOf(e.Props, b.Date))
			}
		}
	}
	for _, id := range both(t.now.actors, t.before.actors) {
		actor := t.at(graph.ActorLabel, id)
		was := t.profile(actor)
		is := was
		if t.before.actors[id] {
			is = t.profileAnew(actor)
		} else {
			for _, s := range won[id] {
				is = is.Add(s)
			}
		}
		t.setProfile(actor, was, is)
		if !slices.Equal(was.Principals(), is.Principals()) {
			changed = append(changed, actor)
		}
	}
	return changed
}

// profile reads what has been derived of an actor.
func (t *taking) profile(actor query.ID) graph.Profile {
	n := t.read(actor)
	p := graph.Profile{
		Name: textOf(n, "name"), Aliases: texts(n.Properties["aliases"]), Role: textOf(n, "role"),
		RoleDate: dayOf(n.Properties["roleDate"]), Wikidata: textOf(n, "wikidata"),
	}
	for r := range t.each(actor, query.Outgoing, graph.Represents) {
		office := graph.Office{
			Actor: textOf(t.read(r.End), "id"), RoleDate: dayOf(r.Properties["roleDate"]),
			First: dayOf(r.Properties["first"]), Last: dayOf(r.Properties["last"]),
		}
		office.Role, _ = r.Properties["role"].(string)
		p.Offices = append(p.Offices, office)
	}
	p.Sort()
	return p
}

// profileAnew derives a profile from all that articles say of an actor.
func (t *taking) profileAnew(actor query.ID) (p graph.Profile) {
	for r := range t.each(actor, query.Incoming, graph.Mentions) {
		said := graph.Props(over(r.Properties, map[string]any{"aliases": texts(r.Properties["aliases"])}))
		p = p.Add(graph.SightingOf(said, dayOf(t.read(r.Start).Properties["publishedAt"])))
	}
	return p
}

// setProfile writes what is derived of an actor.
func (t *taking) setProfile(actor query.ID, was, is graph.Profile) {
	t.set(actor, values(is.Props()), "name", "aliases", "role", "roleDate", "wikidata")
	if slices.Equal(was.Offices, is.Offices) {
		return
	}
	kept := map[query.ID]bool{}
	for _, o := range is.Offices {
		principal := t.at(graph.ActorLabel, o.Actor)
		kept[principal] = true
		t.tie(graph.Represents, actor, principal, values(o.Props()))
	}
	for _, r := range t.list(actor, query.Outgoing, graph.Represents) {
		if !kept[r.End] {
			t.disconnect(r)
		}
	}
}

// derivePlaces names the places, in the way of deriveProfiles. Countries have their names as actors.
func (t *taking) derivePlaces() {
	names := map[string]string{}
	for id := range t.now.places {
		names[id] = textOf(t.read(t.at(graph.PlaceLabel, id)), "name")
	}
	for _, b := range t.batches {
		for _, e := range b.Edges {
			id, _ := e.Props["placeId"].(string)
			if name, ok := names[id]; ok {
				called, _ := e.Props["place"].(string)
				names[id] = graph.BetterName(name, called)
			}
		}
	}
	for id := range t.before.places {
		names[id] = ""
		for _, said := range t.sightings(t.at(graph.PlaceLabel, id)) {
			called, _ := said["place"].(string)
			names[id] = graph.BetterName(names[id], called)
		}
	}
	for _, id := range sorted(names) {
		t.set(t.at(graph.PlaceLabel, id), map[string]any{"name": names[id]})
	}
}

// deriveEvents brings events up to date: those that articles spoke of and those of persons who act for others than before.
func (t *taking) deriveEvents(persons []query.ID) {
	events := map[string]bool{}
	for _, id := range both(t.now.events, t.before.events) {
		events[id] = true
	}
	for _, person := range persons {
		for r := range t.each(person, query.Incoming, graph.SourceOf, graph.TargetOf) {
			events[textOf(t.read(r.Start), "id")] = true
		}
	}
	principals := map[string][]string{}
	actedFor := func(actor string) []string {
		list, known := principals[actor]
		if person, ok := t.find(graph.PersonLabel, actor); ok && !known {
			list = t.profile(person).Principals()
		}
		principals[actor] = list
		return list
	}
	for _, id := range sorted(events) {
		event := t.at(graph.EventLabel, id)
		for _, r := range t.direct(event) {
			t.disconnect(r)
		}
		for _, e := range graph.Direct(t.tally(event), actedFor) {
			from, to := t.at(graph.ActorLabel, e.From), t.at(graph.ActorLabel, e.To)
			t.connect(&query.Relationship{Type: e.Type, Start: from, End: to, Properties: values(e.Props)})
		}
	}
}

// tally derives anew what hangs on all reports of an event, and reads it with its parties.
func (t *taking) tally(event query.ID) graph.Tally {
	reports := t.list(event, query.Incoming, graph.Reports)
	derived := map[string]any{"articles": int64(len(reports))}
	least(derived, "datePrecision", reports)
	t.set(event, derived, "datePrecision")
	n := t.read(event)
	out := graph.Tally{
		ID: textOf(n, "id"), Type: textOf(n, "type"), Status: textOf(n, "status"), Date: dayOf(n.Properties["date"]), Articles: len(reports),
	}
	for _, r := range reports {
		confidence, _ := r.Properties["confidence"].(float64)
		out.Confidence = max(out.Confidence, confidence)
	}
	for r := range t.each(event, query.Outgoing, graph.SourceOf) {
		out.Sources = append(out.Sources, textOf(t.read(r.End), "id"))
	}
	for r := range t.each(event, query.Outgoing, graph.TargetOf) {
		out.Targets = append(out.Targets, textOf(t.read(r.End), "id"))
	}
	return out
}

// least notes the smallest text that relationships have as a property, if any has one.
func least(out map[string]any, key string, list []*query.Relationship) {
	for _, r := range list {
		text, ok := r.Properties[key].(string)
		if least, found := out[key].(string); ok && (!found || text < least) {
			out[key] = text
		}
	}
}

// dayOf is a date in the form of the loader, empty for none.
func dayOf(value any) graph.Date {
	if d, ok := value.(query.Date); ok {
		return dateOf(d)
	}
	return ""
}

func dateOf(d query.Date) graph.Date {
	return graph.Date(time.Unix(int64(d)*24*60*60, 0).UTC().Format(time.DateOnly))
}
