package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"newsgraph/internal/relation"
)

// Batch is what one article puts into the graph: rows that follow from its Extraction alone. What depends on other
// articles too (counts, an actor's best name, REPRESENTS, direct edges) is derived from the evidence that lies on
// MENTIONS, REPORTS and QUOTES, see Profile, Tally and Direct.
type Batch struct {
	Article string // id
	Hash    string // of all rows, the path aside: a loaded article of the same hash has nothing to change
	Path    string
	Date    Date // of publication
	Nodes   []Node
	Edges   []Edge
}

// NewBatch turns an Extraction into rows, sorted. An Extraction that contradicts itself is refused.
func NewBatch(x Extraction) (Batch, error) {
	if err := check(x); err != nil {
		return Batch{}, err
	}
	r := rows{article: x.Article.ID, nodes: map[[2]string]Node{}, edges: map[[3]string]Edge{}}
	for _, a := range x.Actors {
		r.actor(a)
	}
	for _, e := range x.Events {
		r.event(e)
	}
	for _, s := range x.Statements {
		r.statement(s)
	}
	r.source(x.Article)
	return r.batch(x.Article), nil
}

// rows collects a batch; a second row of the same key is dropped.
type rows struct {
	article string
	nodes   map[[2]string]Node // by label and id
	edges   map[[3]string]Edge // by type and ends
}

func (r *rows) node(label, id string, p Props) {
	key := [2]string{label, id}
	if _, ok := r.nodes[key]; !ok {
		r.nodes[key] = Node{Label: label, ID: id, Props: known(p)}
	}
}

func (r *rows) edge(kind, from, to string, p Props) {
	key := [3]string{kind, from, to}
	if _, ok := r.edges[key]; !ok {
		r.edges[key] = Edge{Type: kind, From: from, To: to, Props: known(p)}
	}
}

func (r *rows) actor(a Actor) {
	r.node(a.Kind, a.ID, Props{"iso3": a.ISO3})
	r.edge(Mentions, r.article, a.ID, Props{
		"count": len(a.Mentions), "name": a.Name, "aliases": distinct(a.Aliases),
		"role": a.Role, "represents": a.Represents, "wikidata": a.Wikidata,
	})
}

func (r *rows) event(e Event) {
	kind, _ := relation.Lookup(e.Type)
	sources, targets := Parties(e.Type, e.Sources, e.Targets)
	day, _ := firstDay(e.Date)
	label := kind.Label
	if e.Status != string(relation.Asserted) {
		label += " (" + e.Status + ")"
	}
	r.node(EventLabel, e.ID, Props{
		"type": e.Type, "label": label, "date": day, "status": e.Status, "plover": kind.Plover, "quad": kind.Quad,
		"act": ActID(e.Type, sources, targets, e.Date),
	})
	for _, id := range sources {
		r.edge(SourceOf, e.ID, id, nil)
	}
	for _, id := range targets {
		r.edge(TargetOf, e.ID, id, nil)
	}
	place, country := r.place(e)
	r.edge(Reports, r.article, e.ID, Props{
		"start": e.Evidence.Start, "end": e.Evidence.End, "sentence": e.Evidence.Text,
		"trigger": e.Trigger.Text, "triggerStart": e.Trigger.Start, "triggerEnd": e.Trigger.End,
		"status": e.Status, "confidence": e.Confidence, "rule": e.Rule, "attributedTo": e.AttributedTo,
		"datePrecision": e.DatePrecision, "place": e.Place, "placeId": place, "country": country,
	})
}

// place writes where an event took place and gives the ids of the place and of the country it lies in.
func (r *rows) place(e Event) (place, country string) {
	site, ok := locate(e.Place)
	if !ok {
		return "", ""
	}
	if site.country != nil {
		// The country is in the graph for its place's sake, named or not: who tells of Seoul tells of South Korea.
		country = site.country.ID
		r.actor(Actor{ID: country, Kind: CountryLabel, Name: site.country.Name, ISO3: site.country.ISO3, Wikidata: site.country.Wikidata})
	}
	if site.id != country {
		r.node(PlaceLabel, site.id, nil)
		if country != "" {
			r.edge(InCountry, site.id, country, nil)
		}
	}
	r.edge(OccurredIn, e.ID, site.id, nil)
	return site.id, country
}

func (r *rows) statement(s Statement) {
	day, _ := firstDay(s.Date)
	about, events := distinct(s.About), distinct(s.Events)
	r.node(StatementLabel, s.ID, Props{"text": s.Text, "date": day})
	r.edge(Made, s.Speaker, s.ID, nil)
	for _, id := range about {
		r.edge(About, s.ID, id, nil)
	}
	for _, id := range events {
		r.edge(Expresses, s.ID, id, nil)
	}
	r.edge(Quotes, r.article, s.ID, Props{
		"start": s.Evidence.Start, "end": s.Evidence.End, "sentence": s.Evidence.Text,
		"kind": s.Kind, "verb": s.Verb, "about": about, "expresses": events,
	})
}

// source writes the outlet: the one given, else the host of the URL.
func (r *rows) source(a Article) {
	name := a.Source
	if name == "" {
		if u, err := url.Parse(a.URL); err == nil {
			name = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		}
	}
	if name != "" {
		r.node(SourceLabel, name, Props{"name": name})
		r.edge(PublishedBy, r.article, name, nil)
	}
}

func (r *rows) batch(a Article) Batch {
	article := Node{Label: ArticleLabel, ID: a.ID, Props: known(Props{
		"title": a.Title, "url": a.URL, "externalId": a.ExternalID, "author": a.Author,
		"publishedAt": Date(a.Published), "lang": a.Lang, "text": a.Text,
	})}
	b := Batch{Article: a.ID, Path: a.Path, Date: Date(a.Published), Nodes: []Node{article}}
	for _, n := range r.nodes {
		b.Nodes = append(b.Nodes, n)
	}
	for _, e := range r.edges {
		b.Edges = append(b.Edges, e)
	}
	sortNodes(b.Nodes)
	sortEdges(b.Edges)
	b.Hash = b.hash()
	article.Props["contentHash"] = b.Hash
	if a.Path != "" {
		article.Props["path"] = a.Path
	}
	return b
}

// hash covers every row. The path is left out, so that a copy of an article elsewhere is the same article.
func (b Batch) hash() string {
	text, err := json.Marshal(struct {
		Nodes []Node
		Edges []Edge
	}{b.Nodes, b.Edges})
	if err != nil {
		panic(err) // rows hold strings, numbers and lists of strings; check refuses other numbers
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// Size is about how many bytes of text the batch holds.
func (b Batch) Size() int {
	size := 0
	for _, n := range b.Nodes {
		if text, ok := n.Props["text"].(string); ok {
			size += len(text)
		}
	}
	for _, e := range b.Edges {
		if text, ok := e.Props["sentence"].(string); ok {
			size += len(text)
		}
	}
	return size
}

// Latest keeps of each article the last batch, as if they had been loaded one by one, sorted by id. Of copies that
// differ in nothing but the path, the first path in order is kept.
func Latest(batches []Batch) []Batch {
	at := map[string]int{}
	var out []Batch
	for _, b := range batches {
		i, ok := at[b.Article]
		switch {
		case !ok:
			at[b.Article] = len(out)
			out = append(out, b)
		case out[i].Hash != b.Hash || b.PathBefore(out[i].Path):
			out[i] = b
		}
	}
	slices.SortFunc(out, func(a, b Batch) int { return strings.Compare(a.Article, b.Article) })
	return out
}

// PathBefore tells whether an article of the same content that lies at another path should be said to lie at this one.
func (b Batch) PathBefore(path string) bool {
	return b.Path != "" && (path == "" || b.Path < path)
}
