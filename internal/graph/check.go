package graph

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"newsgraph/internal/relation"
)

// layouts of the three forms of a date, by length.
var layouts = map[int]string{len("2006"): "2006", len("2006-01"): "2006-01", len(time.DateOnly): time.DateOnly}

// firstDay is the first day of an ISO day, month or year.
func firstDay(date string) (Date, error) {
	if date == "" {
		return "", nil
	}
	layout, ok := layouts[len(date)]
	if !ok {
		return "", fmt.Errorf("date %q is no ISO day, month or year", date)
	}
	day, err := time.Parse(layout, date)
	if err != nil {
		return "", fmt.Errorf("date %q is no ISO day, month or year", date)
	}
	return Date(day.Format(time.DateOnly)), nil
}

// check refuses an Extraction whose parts do not fit each other. All faults are named at once.
func check(x Extraction) error {
	c := checker{text: x.Article.Text, actors: map[string]bool{}, events: map[string]bool{}, statements: map[string]bool{}}
	c.at = "article"
	c.require(x.Article.ID != "", "has no id")
	_, err := time.Parse(time.DateOnly, x.Article.Published)
	c.require(err == nil, "published %q is no ISO day", x.Article.Published)
	for _, a := range x.Actors {
		c.at = "actor " + a.ID
		c.unique(c.actors, a.ID)
	}
	for _, e := range x.Events {
		c.at = "event " + e.ID
		c.unique(c.events, e.ID)
	}
	for _, a := range x.Actors {
		c.actor(a)
	}
	for _, e := range x.Events {
		c.event(e)
	}
	for _, s := range x.Statements {
		c.statement(s)
	}
	if len(c.faults) == 0 {
		return nil
	}
	return fmt.Errorf("article %s: %w", x.Article.ID, errors.Join(c.faults...))
}

type checker struct {
	text                       string
	actors, events, statements map[string]bool
	at                         string // what is being looked at
	faults                     []error
}

func (c *checker) require(ok bool, format string, args ...any) {
	if !ok {
		c.faults = append(c.faults, fmt.Errorf("%s: %s", c.at, fmt.Sprintf(format, args...)))
	}
}

func (c *checker) unique(seen map[string]bool, id string) {
	c.require(id != "", "has no id")
	c.require(!seen[id], "stands twice")
	seen[id] = true
}

func (c *checker) refer(what string, ids ...string) {
	for _, id := range ids {
		c.require(c.actors[id], "%s %q is none of the actors", what, id)
	}
}

func (c *checker) span(what string, s Span) {
	ok := 0 <= s.Start && s.Start <= s.End && s.End <= len(c.text)
	c.require(ok && c.text[s.Start:s.End] == s.Text, "%s [%d:%d] is not %q in the text", what, s.Start, s.End, s.Text)
}

func (c *checker) date(date string) {
	_, err := firstDay(date)
	c.require(err == nil, "%v", err)
}

func (c *checker) actor(a Actor) {
	c.at = "actor " + a.ID
	c.require(slices.Contains(Kinds(), a.Kind), "kind %q is unknown", a.Kind)
	c.require(a.Name != "", "has no name")
	if a.Represents != "" {
		c.refer("represents", a.Represents)
		c.require(a.Represents != a.ID, "represents itself")
	}
	for _, m := range a.Mentions {
		c.span("mention", m)
	}
}

func (c *checker) event(e Event) {
	c.at = "event " + e.ID
	_, ok := relation.Lookup(e.Type)
	c.require(ok, "type %q is unknown", e.Type)
	c.require(relation.Status(e.Status).Known(), "status %q is unknown", e.Status)
	c.require(len(e.Sources)+len(e.Targets) > 0, "has neither source nor target")
	c.refer("source", e.Sources...)
	c.refer("target", e.Targets...)
	if e.AttributedTo != "" {
		c.refer("attributedTo", e.AttributedTo)
	}
	c.date(e.Date)
	c.require(!math.IsNaN(e.Confidence) && e.Confidence >= 0 && e.Confidence <= 1, "confidence %v is not between 0 and 1", e.Confidence)
	c.span("trigger", e.Trigger)
	c.span("evidence", e.Evidence)
}

func (c *checker) statement(s Statement) {
	c.at = "statement " + s.ID
	c.unique(c.statements, s.ID)
	c.refer("speaker", s.Speaker)
	c.refer("about", s.About...)
	for _, id := range s.Events {
		c.require(c.events[id], "event %q is none of the events", id)
	}
	c.date(s.Date)
	c.span("evidence", s.Evidence)
}
