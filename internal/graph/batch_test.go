package graph

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// sample is an Extraction with one of everything.
func sample() Extraction {
	text := "Josep Borrell, the EU chief, condemned North Korea in Seoul on Monday. He called it grave."
	span := func(s string) Span {
		i := strings.Index(text, s)
		return Span{i, i + len(s), s}
	}
	e := Event{
		Type: "CONDEMNS", Plover: "ACCUSE", Sources: []string{"person:josep-borrell"}, Targets: []string{"country:PRK"},
		Status: "asserted", Date: "2024-11-04", DatePrecision: "day", Place: "Seoul", Confidence: 0.9, Rule: "verb",
		Trigger: span("condemned"), Evidence: span(text[:strings.Index(text, " He")]),
	}
	e.ID = EventID(e.Type, e.Sources, e.Targets, e.Date, e.Status)
	s := Statement{
		Speaker: "person:josep-borrell", Kind: "indirect", Text: "it grave", Verb: "called", About: []string{"country:PRK"},
		Events: []string{e.ID}, Date: "2024-11-04", Evidence: span("He called it grave."),
	}
	s.ID = StatementID(s.Speaker, s.Text, s.Date)
	return Extraction{
		Article: Article{ID: "a1", Path: "a1.txt", Title: "Grave", Published: "2024-11-04", URL: "https://www.example.org/a1", Lang: "en", Text: text},
		Actors: []Actor{
			{ID: "person:josep-borrell", Kind: "Person", Name: "Josep Borrell", Role: "EU chief", Represents: "org:european-union",
				Aliases: []string{"He"}, Mentions: []Span{span("Josep Borrell"), span("He")}},
			{ID: "org:european-union", Kind: "Organization", Name: "European Union", Mentions: []Span{span("EU")}},
			{ID: "country:PRK", Kind: "Country", Name: "North Korea", ISO3: "PRK", Mentions: []Span{span("North Korea")}},
		},
		Events: []Event{e}, Statements: []Statement{s},
	}
}

func TestNewBatch(t *testing.T) {
	b, err := NewBatch(sample())
	if err != nil {
		t.Fatal(err)
	}
	var nodes, edges []string
	for _, n := range b.Nodes {
		nodes = append(nodes, n.Label+" "+n.ID)
	}
	for _, e := range b.Edges {
		edges = append(edges, e.Type+" "+e.From+" "+e.To)
	}
	x := sample()
	event, statement := x.Events[0].ID, x.Statements[0].ID
	wantNodes := []string{
		"Article a1", "Country country:KOR", "Country country:PRK", "Event " + event, "Organization org:european-union",
		"Person person:josep-borrell", "Place place:seoul", "Source example.org", "Statement " + statement,
	}
	wantEdges := []string{
		"ABOUT " + statement + " country:PRK", "EXPRESSES " + statement + " " + event, "IN_COUNTRY place:seoul country:KOR",
		"MADE person:josep-borrell " + statement, "MENTIONS a1 country:KOR", "MENTIONS a1 country:PRK", "MENTIONS a1 org:european-union",
		"MENTIONS a1 person:josep-borrell", "OCCURRED_IN " + event + " place:seoul", "PUBLISHED_BY a1 example.org", "QUOTES a1 " + statement,
		"REPORTS a1 " + event, "SOURCE " + event + " person:josep-borrell", "TARGET " + event + " country:PRK",
	}
	if !slices.Equal(nodes, wantNodes) {
		t.Errorf("nodes\n%s\nwant\n%s", strings.Join(nodes, "\n"), strings.Join(wantNodes, "\n"))
	}
	if !slices.Equal(edges, wantEdges) {
		t.Errorf("edges\n%s\nwant\n%s", strings.Join(edges, "\n"), strings.Join(wantEdges, "\n"))
	}
	for _, e := range b.Edges {
		if e.Type == Mentions && e.To == "country:KOR" && (e.Props["count"] != 0 || e.Props["name"] != "South Korea") {
			t.Errorf("the country of the place is mentioned as %v", e.Props)
		}
	}
}

func TestBatchHash(t *testing.T) {
	hash := func(change func(*Extraction)) string {
		x := sample()
		change(&x)
		b, err := NewBatch(x)
		if err != nil {
			t.Fatal(err)
		}
		return b.Hash
	}
	same := hash(func(*Extraction) {})
	if got := hash(func(x *Extraction) { x.Article.Path = "elsewhere.txt"; slices.Reverse(x.Actors) }); got != same {
		t.Error("path or order changes the hash")
	}
	for name, change := range map[string]func(*Extraction){
		"title":      func(x *Extraction) { x.Article.Title = "Other" },
		"confidence": func(x *Extraction) { x.Events[0].Confidence = 0.8 },
		"role":       func(x *Extraction) { x.Actors[0].Role = "chief" },
		"rule":       func(x *Extraction) { x.Events[0].Rule = "noun" },
		"text":       func(x *Extraction) { x.Article.Text += " More." },
	} {
		if hash(change) == same {
			t.Errorf("another %s leaves the hash", name)
		}
	}
}

func TestNewBatchRefuses(t *testing.T) {
	for want, change := range map[string]func(*Extraction){
		"article: has no id":                   func(x *Extraction) { x.Article.ID = "" },
		"published":                            func(x *Extraction) { x.Article.Published = "yesterday" },
		"stands twice":                         func(x *Extraction) { x.Actors = append(x.Actors, x.Actors[0]) },
		"kind \"Robot\" is unknown":            func(x *Extraction) { x.Actors[0].Kind = "Robot" },
		"has no name":                          func(x *Extraction) { x.Actors[0].Name = "" },
		"represents \"org:x\"":                 func(x *Extraction) { x.Actors[0].Represents = "org:x" },
		"represents itself":                    func(x *Extraction) { x.Actors[0].Represents = x.Actors[0].ID },
		"mention [0:13] is not \"Joseph\"":     func(x *Extraction) { x.Actors[0].Mentions[0].Text = "Joseph" },
		"trigger [-1:3]":                       func(x *Extraction) { x.Events[0].Trigger = Span{-1, 3, "x"} },
		"evidence [2:99999]":                   func(x *Extraction) { x.Events[0].Evidence = Span{2, 99999, "x"} },
		"type \"HUGS\" is unknown":             func(x *Extraction) { x.Events[0].Type = "HUGS" },
		"status \"maybe\" is unknown":          func(x *Extraction) { x.Events[0].Status = "maybe" },
		"neither source nor target":            func(x *Extraction) { x.Events[0].Sources, x.Events[0].Targets = nil, nil },
		"source \"country:XXX\" is none":       func(x *Extraction) { x.Events[0].Sources = []string{"country:XXX"} },
		"date \"2024-13\" is no ISO day":       func(x *Extraction) { x.Events[0].Date = "2024-13" },
		"confidence 1.5":                       func(x *Extraction) { x.Events[0].Confidence = 1.5 },
		"speaker \"\" is none of the actors":   func(x *Extraction) { x.Statements[0].Speaker = "" },
		"event \"e9\" is none of the events":   func(x *Extraction) { x.Statements[0].Events = []string{"e9"} },
		"attributedTo \"person:x\" is none of": func(x *Extraction) { x.Events[0].AttributedTo = "person:x" },
	} {
		x := sample()
		change(&x)
		if _, err := NewBatch(x); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestParties(t *testing.T) {
	for _, c := range []struct{ kind, s, t, wantS, wantT string }{
		{"CONDEMNS", "b a b", "a", "a b", "a"},
		{"MEETS", "b", "a", "a", "b"},
		{"MEETS", "a", "", "a", ""},
		{"MEETS", "", "a", "a", ""},
		{"AGREES_WITH", "b a", "a b", "a b", "a b"},
	} {
		s, target := Parties(c.kind, strings.Fields(c.s), strings.Fields(c.t))
		if strings.Join(s, " ") != c.wantS || strings.Join(target, " ") != c.wantT {
			t.Errorf("%s(%s, %s) is (%s, %s)", c.kind, c.s, c.t, s, target)
		}
	}
	if EventID("MEETS", []string{"b"}, []string{"a"}, "2024", "asserted") != EventID("MEETS", []string{"a"}, []string{"b"}, "2024", "asserted") {
		t.Error("who met whom makes two events")
	}
	if ActID("CONDEMNS", []string{"a", "b"}, nil, "2024") == ActID("CONDEMNS", []string{"a"}, []string{"b"}, "2024") {
		t.Error("sides run into each other")
	}
}

// A profile is the same in whatever order and however often it is told.
func TestProfile(t *testing.T) {
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 0))
		one := func(list ...string) string { return list[r.IntN(len(list))] }
		var said []Sighting
		for range 8 {
			said = append(said, Sighting{
				Name: one("Josep Borrell", "JOSEP BORRELL", "Josep Borrell Fontelles", "josep borrell"), Aliases: []string{one("Borrell", "Pepe")},
				Role: one("", "chief", "EU chief", "envoy"), Represents: one("", "org:eu", "country:ESP"), Wikidata: one("", "Q1"),
				Date: Date(one("2024-01-01", "2024-02-02", "2024-03-03")),
			})
		}
		fold := func(list []Sighting) Profile {
			var p Profile
			for _, s := range list {
				p = p.Add(s)
			}
			return p
		}
		want := fold(said)
		again := append(slices.Clone(said), said[:4]...)
		r.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
		if got := fold(again); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %+v, want %+v", seed, got, want)
		}
	}
	p := Profile{}.Add(Sighting{Name: "BORRELL", Role: "minister", Represents: "country:ESP", Date: "2019-01-01"}).
		Add(Sighting{Name: "Josep Borrell", Role: "chief", Represents: "org:eu", Date: "2024-01-01"}).
		Add(Sighting{Name: "Borrell", Date: "2025-01-01"})
	want := Profile{
		Name: "Josep Borrell", Aliases: []string{"BORRELL", "Borrell"}, Role: "chief", RoleDate: "2024-01-01",
		Offices: []Office{{"country:ESP", "minister", "2019-01-01", "2019-01-01", "2019-01-01"}, {"org:eu", "chief", "2024-01-01", "2024-01-01", "2024-01-01"}},
	}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("%+v, want %+v", p, want)
	}
}

func TestDirect(t *testing.T) {
	offices := map[string][]string{"person:b": {"org:eu"}, "person:c": {"country:KOR"}, "person:d": {"country:KOR", "org:eu"}}
	principals := func(id string) []string { return offices[id] }
	for _, c := range []struct{ kind, status, s, t, want string }{
		{"CONDEMNS", "asserted", "country:KOR", "country:PRK", "country:KOR>country:PRK"},
		{"CONDEMNS", "alleged", "country:KOR", "country:PRK", "country:KOR>country:PRK"},
		{"CONDEMNS", "denied", "country:KOR", "country:PRK", ""},
		{"CONDEMNS", "planned", "person:b", "country:PRK", ""},
		{"CONDEMNS", "asserted", "country:KOR", "", ""},
		{"DEPLOYS_TO", "asserted", "country:KOR", "country:KOR", ""},
		{"CONDEMNS", "asserted", "person:b", "country:PRK", "org:eu>country:PRK/person:b person:b>country:PRK"},
		{"CONDEMNS", "asserted", "country:PRK", "person:b", "country:PRK>org:eu/person:b country:PRK>person:b"},
		{"CONDEMNS", "asserted", "person:b org:eu", "country:PRK", "org:eu>country:PRK person:b>country:PRK"},
		{"CONDEMNS", "asserted", "person:b", "person:c", "org:eu>country:KOR/person:b person:b>person:c"},
		{"CONDEMNS", "asserted", "person:c", "country:KOR", "person:c>country:KOR"},
		{"MEETS", "asserted", "person:c", "person:b", "country:KOR>org:eu/person:c person:b>person:c"},
		{"MEETS", "asserted", "country:KOR org:eu", "country:KOR org:eu", "country:KOR>org:eu"},
		{"ATTACKS", "asserted", "country:KOR country:PRK", "country:KOR country:PRK", "country:KOR>country:PRK country:PRK>country:KOR"},
		{"CONDEMNS", "asserted", "person:d", "country:PRK", "country:KOR>country:PRK/person:d org:eu>country:PRK/person:d person:d>country:PRK"},
	} {
		var got []string
		for _, e := range Direct(Tally{ID: "e", Type: c.kind, Status: c.status, Sources: strings.Fields(c.s), Targets: strings.Fields(c.t)}, principals) {
			via := ""
			if person, ok := e.Props["via"]; ok {
				via = fmt.Sprintf("/%v", person)
			}
			got = append(got, e.From+">"+e.To+via)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %s(%s, %s): %v, want %s", c.status, c.kind, c.s, c.t, got, c.want)
		}
	}
}

func TestLatest(t *testing.T) {
	b := func(article, hash, path string) Batch { return Batch{Article: article, Hash: hash, Path: path} }
	got := Latest([]Batch{b("b", "1", "x"), b("a", "1", "q"), b("a", "2", "z"), b("a", "2", "y"), b("a", "2", "z"), b("b", "1", "")})
	want := []Batch{b("a", "2", "y"), b("b", "1", "x")}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestLocate(t *testing.T) {
	for name, want := range map[string]string{
		"": " ", "Seoul": "place:seoul country:KOR", "South Korea": "country:KOR country:KOR", "the Gaza Strip": "place:gaza-strip country:PSE",
		"Gaza": "place:gaza-strip country:PSE", "Black Sea": "place:black-sea ", "the Kremlin": "place:kremlin country:RUS",
		"Upper Nowhere": "place:upper-nowhere ",
	} {
		s, _ := locate(name)
		country := ""
		if s.country != nil {
			country = s.country.ID
		}
		if got := s.id + " " + country; got != want {
			t.Errorf("%q lies in %q, want %q", name, got, want)
		}
	}
}
