package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"newsgraph/internal/graph"
	"newsgraph/internal/pipeline"
)

// proseSink tells a person what was read in an article, sentence by sentence.
type proseSink struct {
	w     io.Writer
	width int // of the terminal, 0 in a pipe, where nothing is wrapped
	begun bool
}

func (s *proseSink) Write(_ context.Context, batch []pipeline.Result) error {
	for _, r := range batch {
		p := prose{width: s.width, names: map[string]string{}}
		if s.begun {
			p.b.WriteString("\n")
		}
		s.begun = true
		p.article(r.Extraction)
		if _, err := io.WriteString(s.w, p.b.String()); err != nil {
			return err
		}
	}
	return nil
}

// prose is the telling of one article.
type prose struct {
	b     strings.Builder
	width int
	names map[string]string // of actors by id
}

// line writes a line at an indent and wraps it there.
func (p *prose) line(indent int, format string, args ...any) {
	s := visible(fmt.Sprintf(format, args...))
	if p.width > indent+20 {
		s = text.WrapSoft(s, p.width-indent)
	}
	for part := range strings.Lines(s) {
		p.b.WriteString(strings.Repeat(" ", indent) + strings.TrimSpace(part) + "\n")
	}
}

// told is a span of the text with what was read in it.
type told struct {
	span       graph.Span
	events     []graph.Event
	statements []graph.Statement
}

func (p *prose) article(x graph.Extraction) {
	p.line(0, "%s", strings.Join(known(x.Article.Path, x.Article.Title, x.Article.Published, x.Article.Source), " · "))
	p.line(0, "%s", "article "+x.Article.ID)
	for _, a := range x.Actors {
		p.names[a.ID] = a.Name
	}
	sentences := sentences(x)
	if len(sentences) == 0 {
		p.line(2, "no events and no statements")
	}
	for _, s := range sentences {
		p.b.WriteString("\n")
		p.line(2, "%s [%d–%d]", s.span.Text, s.span.Start, s.span.End)
		for _, e := range s.events {
			p.event(e)
		}
		for _, st := range s.statements {
			p.statement(st)
		}
	}
	if len(x.Actors) > 0 {
		p.b.WriteString("\n")
		p.line(2, "Actors")
	}
	for _, a := range x.Actors {
		p.actor(a)
	}
}

// sentences gathers events and statements by their evidence, in the order of the text.
func sentences(x graph.Extraction) []told {
	at := map[[2]int]*told{}
	find := func(span graph.Span) *told {
		key := [2]int{span.Start, span.End}
		if at[key] == nil {
			at[key] = &told{span: span}
		}
		return at[key]
	}
	for _, e := range x.Events {
		t := find(e.Evidence)
		t.events = append(t.events, e)
	}
	for _, s := range x.Statements {
		t := find(s.Evidence)
		t.statements = append(t.statements, s)
	}
	out := make([]told, 0, len(at))
	for _, t := range at {
		slices.SortStableFunc(t.events, func(a, b graph.Event) int { return cmp.Compare(a.Trigger.Start, b.Trigger.Start) })
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b told) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End))
	})
	return out
}

func (p *prose) event(e graph.Event) {
	p.line(4, "%s %s: %s → %s", e.Type, e.Status, p.list(e.Sources), p.list(e.Targets))
	facts := []string{
		fmt.Sprintf("trigger “%s” [%d–%d]", e.Trigger.Text, e.Trigger.Start, e.Trigger.End),
		"rule " + e.Rule, fmt.Sprintf("confidence %.2f", e.Confidence), e.Date + precision(e.DatePrecision),
	}
	if e.Place != "" {
		facts = append(facts, "in "+e.Place)
	}
	if e.AttributedTo != "" {
		facts = append(facts, "according to "+p.name(e.AttributedTo))
	}
	p.line(6, "%s", strings.Join(facts, " · "))
	p.line(6, "event %s", e.ID)
}

// nobody stands on the side of an event that the text leaves open.
const nobody = "nobody named"

// precision says so where an event's date is only that of the article.
func precision(p string) string {
	if p == "published" {
		return " (of publication)"
	}
	return ""
}

func (p *prose) statement(s graph.Statement) {
	facts := []string{fmt.Sprintf("STATEMENT %s: %s (%s) “%s”", s.Kind, p.name(s.Speaker), s.Verb, s.Text)}
	if len(s.About) > 0 {
		facts = append(facts, "about "+p.list(s.About))
	}
	if len(s.Events) > 0 {
		facts = append(facts, "expresses "+strings.Join(s.Events, ", "))
	}
	p.line(4, "%s", strings.Join(facts, " · "))
}

func (p *prose) actor(a graph.Actor) {
	facts := known(a.ID, a.Role)
	if a.Represents != "" {
		facts = append(facts, "for "+p.name(a.Represents))
	}
	if len(a.Aliases) > 0 {
		facts = append(facts, "also "+strings.Join(a.Aliases, ", "))
	}
	facts = append(facts, count(len(a.Mentions), "mention"))
	p.line(4, "%s: %s", a.Name, strings.Join(facts, " · "))
}

func (p *prose) name(id string) string {
	if name := p.names[id]; name != "" {
		return name
	}
	return id
}

func (p *prose) list(ids []string) string {
	if len(ids) == 0 {
		return nobody
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = p.name(id)
	}
	return strings.Join(names, ", ")
}

// known leaves out what is empty.
func known(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}
