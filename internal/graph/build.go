package graph

import (
	"math"
	"slices"
	"strings"

	"newsgraph/internal/article"
	"newsgraph/internal/entity"
	"newsgraph/internal/relation"
	"newsgraph/internal/syntax"
)

// Build writes what was read in an article as its extraction: ids for entities, bytes for tokens, events in the order of
// the text. Groups that take part in nothing are left out.
func Build(a *article.Article, doc *syntax.Document, cast *entity.Cast, facts relation.Facts) Extraction {
	x := Extraction{
		Article: Article{
			ID: a.ID, ExternalID: a.ExternalID, Path: a.Path, URL: a.URL, Title: a.Title, Author: a.Author,
			Published: article.Day(a.Published), Source: a.Source, Lang: a.Lang, Text: a.Text,
		},
		Actors: []Actor{}, Events: []Event{}, Statements: []Statement{},
	}
	b := builder{doc: doc, cast: cast}
	at := map[int]string{} // events by their place in the facts
	for i, e := range facts.Events {
		out := b.event(e)
		at[i] = out.ID
		if !slices.ContainsFunc(x.Events, func(known Event) bool { return known.ID == out.ID }) {
			x.Events = append(x.Events, out)
		}
	}
	for _, s := range facts.Statements {
		out := b.statement(s, article.Day(a.Published))
		for _, e := range s.Events {
			out.Events = append(out.Events, at[e])
		}
		out.Events = distinct(out.Events)
		if !slices.ContainsFunc(x.Statements, func(known Statement) bool { return known.ID == out.ID }) {
			x.Statements = append(x.Statements, out)
		}
	}
	slices.SortStableFunc(x.Events, func(a, b Event) int { return a.Trigger.Start - b.Trigger.Start })
	x.Actors = b.actors(x)
	return x
}

type builder struct {
	doc  *syntax.Document
	cast *entity.Cast
}

func (b *builder) span(s syntax.Span) Span {
	return Span{s.Start, s.End, b.doc.Text[s.Start:s.End]}
}

func (b *builder) ids(entities []int) []string {
	ids := make([]string, 0, len(entities))
	for _, e := range entities {
		ids = append(ids, b.cast.Entities[e].ID)
	}
	return ids
}

// id is the id of an entity, "" for none.
func (b *builder) id(entity int) string {
	if entity < 0 {
		return ""
	}
	return b.cast.Entities[entity].ID
}

func (b *builder) event(e relation.Event) Event {
	sources, targets := Parties(e.Type.Name, b.ids(e.Sources), b.ids(e.Targets))
	date, status := e.Date.String(), string(e.Status)
	return Event{
		ID: EventID(e.Type.Name, sources, targets, date, status), Type: e.Type.Name, Plover: e.Type.Plover,
		Sources: sources, Targets: targets, Status: status, Date: date, DatePrecision: string(e.Date.Precision),
		Place: e.Place, AttributedTo: b.id(e.AttributedTo), Confidence: math.Round(e.Confidence*100) / 100,
		Trigger: b.span(e.Trigger), Evidence: b.span(e.Evidence), Rule: e.Rule,
	}
}

func (b *builder) statement(s relation.Statement, day string) Statement {
	kind := "indirect"
	if s.Direct {
		kind = "direct"
	}
	speaker := b.id(s.Speaker)
	return Statement{
		ID: StatementID(speaker, s.Text, day), Speaker: speaker, Kind: kind, Text: s.Text, Verb: s.Verb,
		About: distinct(b.ids(s.About)), Events: []string{}, Date: day, Evidence: b.span(s.Evidence),
	}
}

// actors are the cast in order of their ids, with their mentions in the order of the text.
func (b *builder) actors(x Extraction) []Actor {
	active := map[string]bool{}
	for _, e := range x.Events {
		for _, id := range slices.Concat(e.Sources, e.Targets, []string{e.AttributedTo}) {
			active[id] = true
		}
	}
	for _, s := range x.Statements {
		active[s.Speaker] = true
		for _, id := range s.About {
			active[id] = true
		}
	}
	all := []Actor{}
	for i := range b.cast.Entities {
		e := &b.cast.Entities[i]
		if e.Kind == entity.Group && !active[e.ID] || len(e.Mentions) == 0 && !active[e.ID] && !b.principal(e.ID) {
			continue
		}
		out := Actor{
			ID: e.ID, Kind: string(e.Kind), Name: e.Name, ISO3: e.ISO3, Wikidata: e.Wikidata,
			Aliases: distinct(e.Aliases), Role: e.Role, Represents: e.Represents, Mentions: []Span{},
		}
		for _, m := range e.Mentions {
			if m.Form == entity.Pronominal { // they carry acts, but name nobody
				continue
			}
			out.Mentions = append(out.Mentions, b.span(b.doc.Sentences[m.Sentence].Cover(m.First, m.Last)))
		}
		all = append(all, out)
	}
	slices.SortFunc(all, func(a, b Actor) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// principal says whether somebody in the cast represents an id.
func (b *builder) principal(id string) bool {
	return slices.ContainsFunc(b.cast.Entities, func(e entity.Entity) bool { return e.Represents == id })
}
