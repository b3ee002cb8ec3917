package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"newsgraph/cypher"
	"newsgraph/internal/graph"
)

// errStale says that a row found no node which this transaction had just seen: another loader has deleted it.
var errStale = errors.New("a node has been deleted meanwhile")

// loading is one transaction that takes in some articles. Its order is what keeps the graph a function of the set of
// articles, whoever else loads at the same time: articles first, then outlets, actors and places, each sorted, are taken
// with a write lock; whatever is derived is read only after that. Events and statements need no locks of their own: whoever
// touches one holds all its parties.
type loading struct {
	ctx     context.Context
	tx      neo4j.ManagedTransaction
	batches []graph.Batch     // new or changed, by article id
	now     touched           // what they speak of
	before  touched           // what the articles spoke of that they replace
	known   map[string]string // those of now's events that are in the graph already
}

// touched are ids, by kind.
type touched struct {
	sources, actors, places, statements map[string]bool
	events                              map[string]string // with their types
}

func newTouched() touched {
	return touched{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]string{}}
}

// add notes a node. Its label is an actor's kind or Actor, or one of the others.
func (t touched) add(label, id, eventType string) {
	switch label {
	case graph.ArticleLabel:
	case graph.SourceLabel:
		t.sources[id] = true
	case graph.PlaceLabel:
		t.places[id] = true
	case graph.StatementLabel:
		t.statements[id] = true
	case graph.EventLabel:
		t.events[id] = eventType
	default:
		t.actors[id] = true
	}
}

// load takes in batches of different articles, sorted by id.
func load(ctx context.Context, tx neo4j.ManagedTransaction, batches []graph.Batch) (Written, error) {
	l := &loading{ctx: ctx, tx: tx, now: newTouched(), before: newTouched(), known: map[string]string{}}
	written, replaced, err := l.compare(batches)
	if err != nil || len(l.batches) == 0 {
		return written, err
	}
	steps := []func() error{
		func() error { return l.look(replaced) },
		l.lock,
		l.recognise,
		func() error { return l.do("forget-evidence", replaced) },
		l.nodes,
		l.edges,
		l.untie,
		l.derive,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return written, err
		}
	}
	return written, nil
}

// compare takes the articles and keeps those batches that are new or changed.
func (l *loading) compare(batches []graph.Batch) (written Written, replaced []string, err error) {
	byID := map[string]graph.Batch{}
	for _, b := range batches {
		byID[b.Article] = b
	}
	records, err := l.run("lock-articles", map[string]any{"ids": sorted(byID)})
	if err != nil {
		return written, nil, err
	}
	var moved []map[string]any
	for _, record := range records {
		id, hash, path := text(record, "id"), text(record, "hash"), text(record, "path")
		b := byID[id]
		switch {
		case hash == "":
			written.New++
		case hash != b.Hash:
			written.Replaced++
			replaced = append(replaced, id)
		default:
			written.Unchanged++
			if b.PathBefore(path) {
				moved = append(moved, map[string]any{"id": id, "path": b.Path})
			}
			delete(byID, id)
		}
	}
	for _, id := range sorted(byID) {
		l.batches = append(l.batches, byID[id])
	}
	return written, replaced, l.put("article-path", moved)
}

// look notes what the batches speak of, and what the articles spoke of that they replace.
func (l *loading) look(replaced []string) error {
	for _, b := range l.batches {
		for _, n := range b.Nodes {
			kind, _ := n.Props["type"].(string)
			l.now.add(n.Label, n.ID, kind)
		}
	}
	if len(replaced) == 0 {
		return nil
	}
	records, err := l.run("touched", map[string]any{"ids": replaced})
	for _, record := range records {
		l.before.add(text(record, "kind"), text(record, "id"), text(record, "type"))
	}
	return err
}

// lock takes all outlets, actors and places, creating those that lack.
func (l *loading) lock() error {
	for _, part := range []struct {
		statement   string
		now, before map[string]bool
	}{
		{"lock-sources", l.now.sources, l.before.sources},
		{"lock-actors", l.now.actors, l.before.actors},
		{"lock-places", l.now.places, l.before.places},
	} {
		if err := l.expect(part.statement, "ids", both(part.now, part.before)); err != nil {
			return err
		}
	}
	return nil
}

// recognise notes which events are there already.
func (l *loading) recognise() error {
	if len(l.now.events) == 0 {
		return nil
	}
	records, err := l.run("known-events", map[string]any{"ids": sorted(l.now.events)})
	for _, record := range records {
		l.known[text(record, "id")] = text(record, "type")
	}
	return err
}

// nodeStatements are the statements that write nodes, by label, in the order in which they run. Places get theirs in
// derivePlaces, together with their names.
var nodeStatements = [][2]string{
	{graph.SourceLabel, "source"},
	{graph.CountryLabel, "country"}, {graph.OrgLabel, "organization"}, {graph.PersonLabel, "person"}, {graph.GroupLabel, "group"},
	{graph.EventLabel, "event"}, {graph.StatementLabel, "statement"}, {graph.ArticleLabel, "article"},
}

func (l *loading) nodes() error {
	rows := map[string]map[string]map[string]any{} // by label and id
	for _, b := range l.batches {
		for _, n := range b.Nodes {
			if rows[n.Label] == nil {
				rows[n.Label] = map[string]map[string]any{}
			}
			rows[n.Label][n.ID] = row(n.Props, "id", n.ID)
		}
	}
	for _, pair := range nodeStatements {
		if err := l.put(pair[1], ordered(rows[pair[0]])); err != nil {
			return err
		}
	}
	return nil
}

// edgeStatements are the statements that write relationships, by type, in the order in which they run.
var edgeStatements = [][2]string{
	{graph.PublishedBy, "published-by"}, {graph.Mentions, "mentions"}, {graph.SourceOf, "event-source"},
	{graph.TargetOf, "event-target"}, {graph.Reports, "reports"}, {graph.OccurredIn, "occurred-in"},
	{graph.InCountry, "in-country"}, {graph.Made, "made"}, {graph.About, "about"}, {graph.Expresses, "expresses"},
	{graph.Quotes, "quotes"},
}

func (l *loading) edges() error {
	rows := map[string]map[string]map[string]any{} // by type and ends
	for _, b := range l.batches {
		for _, e := range b.Edges {
			if rows[e.Type] == nil {
				rows[e.Type] = map[string]map[string]any{}
			}
			rows[e.Type][e.From+"\x00"+e.To] = row(e.Props, "from", e.From, "to", e.To)
		}
	}
	for _, pair := range edgeStatements {
		if err := l.put(pair[1], ordered(rows[pair[0]])); err != nil {
			return err
		}
	}
	return nil
}

// untie takes away what only the replaced articles had held up. What is gone is no longer touched: a server may refuse to
// look for a node that the same transaction has deleted.
func (l *loading) untie() error {
	t := l.before
	if err := l.do("forget-occurred-in", sorted(t.events)); err != nil {
		return err
	}
	if err := l.do("forget-about", sorted(t.statements)); err != nil {
		return err
	}
	if err := l.do("forget-expresses", sorted(t.statements)); err != nil {
		return err
	}
	if err := l.forgetEdges(t.events); err != nil {
		return err
	}
	if err := drop(l, "drop-events", t.events); err != nil {
		return err
	}
	if err := drop(l, "drop-statements", t.statements); err != nil {
		return err
	}
	if err := drop(l, "drop-places", t.places); err != nil {
		return err
	}
	if err := l.do("forget-in-country", sorted(t.places)); err != nil {
		return err
	}
	if err := drop(l, "drop-actors", t.actors); err != nil {
		return err
	}
	return drop(l, "drop-sources", t.sources)
}

// drop deletes those of some nodes that nothing holds up, and takes them out of the map.
func drop[V any](l *loading, statement string, ids map[string]V) error {
	if len(ids) == 0 {
		return nil
	}
	records, err := l.run(statement, map[string]any{"ids": sorted(ids)})
	for _, record := range records {
		delete(ids, text(record, "id"))
	}
	return err
}

// keepPlan tells the server not to plan a statement anew because the graph has grown. The exam proves that every plan,
// made on an empty graph even, begins with an index.
const keepPlan = "CYPHER replan=skip\n"

// run runs one statement and reads its answer to the end.
func (l *loading) run(name string, params map[string]any) ([]*neo4j.Record, error) {
	return l.runText(name, cypher.Write(name).Text, params)
}

func (l *loading) runText(name, statement string, params map[string]any) ([]*neo4j.Record, error) {
	result, err := l.tx.Run(l.ctx, keepPlan+statement, params)
	if err == nil {
		var records []*neo4j.Record
		if records, err = result.Collect(l.ctx); err == nil {
			return records, nil
		}
	}
	return nil, fmt.Errorf("running %s: %w", name, err)
}

// do runs a statement for some ids, if there are any.
func (l *loading) do(name string, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := l.run(name, map[string]any{"ids": ids})
	return err
}

// put writes rows, if there are any, and makes sure that each found its nodes.
func (l *loading) put(name string, rows []map[string]any) error {
	return l.expect(name, "rows", rows)
}

// expect runs a statement that returns as its n how many of the items it found a place for: it must be all.
func (l *loading) expect(name, param string, items any) error {
	return l.expectText(name, cypher.Write(name).Text, param, items)
}

func (l *loading) expectText(name, statement, param string, items any) error {
	want := 0
	switch items := items.(type) {
	case []string:
		want = len(items)
	case []map[string]any:
		want = len(items)
	}
	if want == 0 {
		return nil
	}
	records, err := l.runText(name, statement, map[string]any{param: items})
	if err != nil {
		return err
	}
	if got, _ := records[0].AsMap()["n"].(int64); got != int64(want) {
		return fmt.Errorf("running %s: %w (%d of %d rows)", name, errStale, got, want)
	}
	return nil
}

// row makes a row of properties and some pairs of key and id.
func row(p graph.Props, pairs ...string) map[string]any {
	out := make(map[string]any, len(p)+len(pairs)/2)
	for key, value := range p {
		out[key] = parameter(value)
	}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}

// parameter makes of a property what the driver takes: a Date becomes a date, an unknown one nothing.
func parameter(value any) any {
	day, ok := value.(graph.Date)
	if !ok {
		return value
	}
	t, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return nil
	}
	return neo4j.DateOf(t)
}

// sorted lists the keys of a map in order.
func sorted[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}

// ordered lists the values of a map in the order of its keys.
func ordered[V any](m map[string]V) []V {
	out := make([]V, 0, len(m))
	for _, key := range sorted(m) {
		out = append(out, m[key])
	}
	return out
}

// both lists the keys of two maps in order.
func both[V any](a, b map[string]V) []string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return sorted(all)
}

// text reads a column that holds a string or nothing.
func text(record *neo4j.Record, column string) string {
	value, _ := record.Get(column)
	s, _ := value.(string)
	return s
}
