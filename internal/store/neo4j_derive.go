package store

import (
	"maps"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"newsgraph/cypher"
	"newsgraph/internal/graph"
)

// derive brings up to date what hangs on several articles.
func (l *loading) derive() error {
	persons, err := l.deriveProfiles()
	if err != nil {
		return err
	}
	if err := l.derivePlaces(); err != nil {
		return err
	}
	if err := l.deriveEvents(persons); err != nil {
		return err
	}
	return l.do("utterances", both(l.now.statements, l.before.statements))
}

// deriveProfiles brings actors up to date and lists those who act for others than before.
//
// An actor that has only won evidence joins it to the profile it has, so that the cost does not grow with the graph; one
// that has lost some is derived anew from all that is left.
func (l *loading) deriveProfiles() ([]string, error) {
	records, err := l.run("profiles", map[string]any{"ids": both(l.now.actors, l.before.actors)})
	if err != nil {
		return nil, err
	}
	old := map[string]graph.Profile{}
	for _, record := range records {
		old[text(record, "id")] = profileOf(record)
	}
	fresh := map[string]graph.Profile{}
	for id := range l.now.actors {
		if !l.before.actors[id] {
			fresh[id] = old[id]
		}
	}
	for _, b := range l.batches {
		for _, e := range b.Edges {
			if profile, ok := fresh[e.To]; ok && e.Type == graph.Mentions {
				fresh[e.To] = profile.Add(graph.SightingOf(e.Props, b.Date))
			}
		}
	}
	if len(l.before.actors) > 0 {
		records, err := l.run("sightings", map[string]any{"ids": sorted(l.before.actors)})
		if err != nil {
			return nil, err
		}
		for _, record := range records {
			id, said := text(record, "id"), graph.Props(record.AsMap())
			said["aliases"] = texts(said["aliases"])
			fresh[id] = fresh[id].Add(graph.SightingOf(said, day(said["first"]))).Add(graph.SightingOf(said, day(said["last"])))
		}
	}
	return l.putProfiles(old, fresh)
}

// putProfiles writes the profiles that differ from the old ones and lists the actors whose principals do.
func (l *loading) putProfiles(old, fresh map[string]graph.Profile) ([]string, error) {
	var changed []string
	var profiles, kept []map[string]any
	offices := map[string]map[string]any{}
	for _, id := range sorted(fresh) {
		was, is := old[id], fresh[id]
		if was.Name != is.Name || was.Role != is.Role || was.RoleDate != is.RoleDate || was.Wikidata != is.Wikidata ||
			!slices.Equal(was.Aliases, is.Aliases) {
			profiles = append(profiles, row(is.Props(), "id", id))
		}
		if slices.Equal(was.Offices, is.Offices) {
			continue
		}
		for _, o := range is.Offices {
			offices[id+"\x00"+o.Actor] = row(o.Props(), "from", id, "to", o.Actor)
		}
		if !slices.Equal(was.Principals(), is.Principals()) {
			changed = append(changed, id)
			kept = append(kept, map[string]any{"id": id, "keep": is.Principals()})
		}
	}
	if err := l.put("profile", profiles); err != nil {
		return nil, err
	}
	if len(kept) > 0 {
		if _, err := l.run("forget-represents", map[string]any{"rows": kept}); err != nil {
			return nil, err
		}
	}
	return changed, l.put("represents", ordered(offices))
}

// derivePlaces names the places. Countries have their names as actors.
func (l *loading) derivePlaces() error {
	if len(l.now.places)+len(l.before.places) == 0 {
		return nil
	}
	records, err := l.run("place-names", map[string]any{"ids": sorted(l.now.places)})
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, record := range records {
		if id := text(record, "id"); !l.before.places[id] {
			names[id] = text(record, "name")
		}
	}
	for _, b := range l.batches {
		for _, e := range b.Edges {
			id, _ := e.Props["placeId"].(string)
			if l.now.places[id] {
				names[id] = graph.BetterName(names[id], e.Props["place"].(string))
			}
		}
	}
	if len(l.before.places) > 0 {
		if records, err = l.run("place-sightings", map[string]any{"ids": sorted(l.before.places)}); err != nil {
			return err
		}
		for _, record := range records {
			for _, name := range record.AsMap()["names"].([]any) {
				id := text(record, "id")
				names[id] = graph.BetterName(names[id], name.(string))
			}
		}
	}
	var rows []map[string]any
	for _, id := range sorted(names) {
		rows = append(rows, map[string]any{"id": id, "name": names[id]})
	}
	return l.put("place", rows)
}

// deriveEvents brings events up to date: those that articles spoke of and those of persons who act for others than before.
func (l *loading) deriveEvents(persons []string) error {
	events, old := maps.Clone(l.now.events), maps.Clone(l.known)
	maps.Copy(events, l.before.events)
	if len(persons) > 0 {
		records, err := l.run("events-of", map[string]any{"ids": persons})
		if err != nil {
			return err
		}
		for _, record := range records {
			id, kind := text(record, "id"), text(record, "type")
			events[id], old[id] = kind, kind
		}
	}
	if len(events) == 0 {
		return nil
	}
	records, err := l.run("tally", map[string]any{"ids": sorted(events)})
	if err != nil {
		return err
	}
	tallies := make([]graph.Tally, 0, len(records))
	parties := map[string]bool{}
	for _, record := range records {
		t := tallyOf(record)
		for _, id := range slices.Concat(t.Sources, t.Targets) {
			parties[id] = true
		}
		tallies = append(tallies, t)
	}
	principals, err := l.principals(sorted(parties))
	if err != nil {
		return err
	}
	rows := map[string][]map[string]any{} // by type
	for _, t := range tallies {
		for _, e := range graph.Direct(t, func(actor string) []string { return principals[actor] }) {
			rows[e.Type] = append(rows[e.Type], row(e.Props, "from", e.From, "to", e.To))
		}
	}
	if err := l.forgetEdges(old); err != nil {
		return err
	}
	for _, kind := range sorted(rows) {
		if err := l.expectText("edge "+kind, cypher.Write("edge").For(kind), "rows", rows[kind]); err != nil {
			return err
		}
	}
	return nil
}

// principals reads for whom the persons among some actors act.
func (l *loading) principals(ids []string) (map[string][]string, error) {
	records, err := l.run("principals", map[string]any{"ids": ids})
	out := map[string][]string{}
	for _, record := range records {
		out[text(record, "id")] = texts(record.AsMap()["principals"])
	}
	return out, err
}

// forgetEdges deletes the direct edges of events, given with their types.
func (l *loading) forgetEdges(events map[string]string) error {
	byType := map[string][]string{}
	for _, id := range sorted(events) {
		byType[events[id]] = append(byType[events[id]], id)
	}
	for _, kind := range sorted(byType) {
		statement := cypher.Write("forget-edges").For(kind)
		if _, err := l.runText("forget-edges "+kind, statement, map[string]any{"ids": byType[kind]}); err != nil {
			return err
		}
	}
	return nil
}

func profileOf(record *neo4j.Record) graph.Profile {
	values := record.AsMap()
	p := graph.Profile{
		Name: text(record, "name"), Aliases: texts(values["aliases"]), Role: text(record, "role"),
		RoleDate: day(values["roleDate"]), Wikidata: text(record, "wikidata"),
	}
	for _, office := range values["offices"].([]any) {
		office := office.(map[string]any)
		o := graph.Office{RoleDate: day(office["roleDate"]), First: day(office["first"]), Last: day(office["last"])}
		o.Actor, _ = office["actor"].(string)
		o.Role, _ = office["role"].(string)
		p.Offices = append(p.Offices, o)
	}
	p.Sort()
	return p
}

func tallyOf(record *neo4j.Record) graph.Tally {
	values := record.AsMap()
	t := graph.Tally{
		ID: text(record, "id"), Type: text(record, "type"), Status: text(record, "status"), Date: day(values["date"]),
		Sources: texts(values["sources"]), Targets: texts(values["targets"]),
	}
	articles, _ := values["articles"].(int64)
	t.Articles = int(articles)
	t.Confidence, _ = values["confidence"].(float64)
	return t
}

// day reads a date, or nothing.
func day(value any) graph.Date {
	if d, ok := value.(neo4j.Date); ok {
		return graph.Date(d.String())
	}
	return ""
}

// texts reads a list of strings, or nothing.
func texts(value any) []string {
	switch list := value.(type) {
	case []string:
		return list
	case []any:
		out := make([]string, 0, len(list))
		for _, item := range list {
			s, _ := item.(string)
			out = append(out, s)
		}
		return out
	}
	return nil
}
