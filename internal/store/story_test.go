package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"newsgraph/internal/graph"
)

// story builds the Extraction of one article. Its text grows by a sentence with every act and every statement; actors
// enter by being named, with a name made of their id.
type story struct {
	x graph.Extraction
}

// tell begins the story of an article.
func tell(id, date string) *story {
	return &story{graph.Extraction{Article: graph.Article{
		ID: id, Path: id + ".txt", Title: "About " + id, Published: date, Source: "example.org", Lang: "en", Text: "News.",
	}}}
}

// actor gives the article's view of an actor, which change may adorn.
func (s *story) actor(id string, change func(*graph.Actor)) *story {
	a := s.find(id)
	if change != nil {
		change(a)
	}
	return s
}

// acts makes an actor act for another, in a role.
func (s *story) acts(person, principal, role string) *story {
	s.find(principal)
	return s.actor(person, func(a *graph.Actor) { a.Represents, a.Role = principal, role })
}

// find is the article's view of an actor, made where it lacks.
func (s *story) find(id string) *graph.Actor {
	for i := range s.x.Actors {
		if s.x.Actors[i].ID == id {
			return &s.x.Actors[i]
		}
	}
	prefix, slug, _ := strings.Cut(id, ":")
	kind := map[string]string{"country": "Country", "org": "Organization", "person": "Person", "group": "Group"}[prefix]
	a := graph.Actor{ID: id, Kind: kind, Name: strings.ToUpper(slug[:1]) + slug[1:]}
	if kind == "Country" {
		a.Name, a.ISO3 = "The "+slug, slug
	}
	s.x.Actors = append(s.x.Actors, a)
	return &s.x.Actors[len(s.x.Actors)-1]
}

// sentence adds one to the text.
func (s *story) sentence(text string) graph.Span {
	start := len(s.x.Article.Text) + 1
	s.x.Article.Text += " " + text
	return graph.Span{Start: start, End: start + len(text), Text: text}
}

// act adds an event, "A|B condemns C" being act("CONDEMNS", "asserted", "A|B", "C"), and gives its id.
func (s *story) act(kind, status, sources, targets string, change ...func(*graph.Event)) *story {
	e := graph.Event{
		Type: kind, Status: status, Sources: ids(sources), Targets: ids(targets), Date: s.x.Article.Published,
		DatePrecision: "day", Confidence: 0.8, Rule: "test",
	}
	for _, c := range change {
		c(&e)
	}
	for _, id := range append(ids(sources), ids(targets)...) {
		s.find(id)
	}
	e.Sources, e.Targets = graph.Parties(e.Type, e.Sources, e.Targets)
	e.ID = graph.EventID(e.Type, e.Sources, e.Targets, e.Date, e.Status)
	for _, other := range s.x.Events {
		if other.ID == e.ID {
			return s
		}
	}
	e.Evidence = s.sentence(fmt.Sprintf("%s %s %s (%s).", sources, kind, targets, status))
	e.Trigger = e.Evidence
	s.x.Events = append(s.x.Events, e)
	return s
}

// says adds a statement.
func (s *story) says(speaker, text, about string) *story {
	s.find(speaker)
	for _, id := range ids(about) {
		s.find(id)
	}
	st := graph.Statement{Speaker: speaker, Kind: "direct", Text: text, Verb: "said", About: ids(about), Date: s.x.Article.Published}
	st.ID = graph.StatementID(speaker, text, st.Date)
	for _, other := range s.x.Statements {
		if other.ID == st.ID {
			return s
		}
	}
	st.Evidence = s.sentence(text)
	for _, e := range s.x.Events {
		if len(e.Sources) > 0 && e.Sources[0] == speaker {
			st.Events = append(st.Events, e.ID)
		}
	}
	s.x.Statements = append(s.x.Statements, st)
	return s
}

func ids(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, "|")
}

// batch turns stories into batches.
func batch(t testing.TB, stories ...*story) []graph.Batch {
	t.Helper()
	var out []graph.Batch
	for _, s := range stories {
		b, err := graph.NewBatch(s.x)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, b)
	}
	return out
}

// anything makes up a story at random out of a few actors, dates and places, so that stories share much. The seed tells
// articles of one id apart.
func anything(id string, seed uint64) *story {
	r := rand.New(rand.NewPCG(seed, uint64(len(id))<<32|uint64(id[len(id)-1])))
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	actors := []string{
		"country:PRK", "country:RUS", "country:KOR", "org:eu", "org:nato", "person:borrell", "person:cho", "person:lavrov", "group:rebels",
	}
	some := func() string {
		list := one(actors...)
		if r.IntN(3) == 0 {
			list += "|" + one(actors...)
		}
		return list
	}
	date := one("2024-11-03", "2024-11-04", "2024-11-05")
	s := tell(id, date)
	s.x.Article.Source = one("example.org", "News Daily", "")
	s.x.Article.URL = "https://www." + one("one", "two") + ".example/" + id
	for _, person := range actors[5:8] {
		switch r.IntN(3) {
		case 0:
			s.acts(person, one("org:eu", "country:KOR", "country:RUS"), one("minister", "foreign minister", "envoy"))
		case 1:
			s.actor(person, func(a *graph.Actor) {
				a.Name = one(strings.ToUpper(a.Name), a.Name, "Mr "+a.Name)
				a.Aliases = []string{one("the minister", "he", "Sir")}
			})
		}
	}
	for range r.IntN(5) {
		sources := some()
		targets := one(some(), some(), "")
		s.act(one("CONDEMNS", "MEETS", "ATTACKS", "SUPPORTS", "AGREES_WITH"),
			one("asserted", "asserted", "asserted", "alleged", "denied", "planned", "hypothetical", "demanded"), sources, targets,
			func(e *graph.Event) {
				e.Date = one(date, "2024-11-04", "2024-10", "2023")
				e.DatePrecision = map[int]string{10: one("day", "published"), 7: "month", 4: "year"}[len(e.Date)]
				e.Place = one("", "Seoul", "SEOUL", "Kursk", "South Korea")
				e.Confidence = float64(r.IntN(10)) / 10
			})
	}
	for range r.IntN(3) {
		s.says(one(actors...), one("No comment.", "We will see.", "An existential threat."), one(some(), ""))
		s.x.Statements[len(s.x.Statements)-1].Kind = one("direct", "indirect")
		s.x.Statements[len(s.x.Statements)-1].Verb = one("said", "told", "")
	}
	return s
}
