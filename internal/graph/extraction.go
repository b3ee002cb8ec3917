package graph

// Extraction is everything known of one article: the object that `newsgraph extract` prints and that a store loads.
// An unknown value is an empty string or list, never absent.
type Extraction struct {
	Article    Article     `json:"article"`
	Actors     []Actor     `json:"actors"`
	Events     []Event     `json:"events"`
	Statements []Statement `json:"statements"`
}

// Article is the article as the contract's JSON shows it.
type Article struct {
	ID         string `json:"id"`
	ExternalID string `json:"externalId"`
	Path       string `json:"path"`
	URL        string `json:"url"`
	Title      string `json:"title"`
	Author     string `json:"author"`
	Published  string `json:"published"` // ISO date
	Source     string `json:"source"`
	Lang       string `json:"lang"`
	Text       string `json:"text"`
}

// Span is a range of bytes in the article's text, with the slice it covers.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Actor is a person, organisation, country or group that the article names.
type Actor struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Name       string   `json:"name"`
	ISO3       string   `json:"iso3"`
	Wikidata   string   `json:"wikidata"`
	Aliases    []string `json:"aliases"`
	Role       string   `json:"role"`
	Represents string   `json:"represents"` // an actor's id
	Mentions   []Span   `json:"mentions"`
}

// Event is an act of sources towards targets.
type Event struct {
	ID            string   `json:"id"`
	Type          string   `json:"type"`
	Plover        string   `json:"plover"`
	Sources       []string `json:"sources"` // actor ids, sorted
	Targets       []string `json:"targets"`
	Status        string   `json:"status"`
	Date          string   `json:"date"`          // ISO day, month (2006-01) or year
	DatePrecision string   `json:"datePrecision"` // day, month, year, published
	Place         string   `json:"place"`
	AttributedTo  string   `json:"attributedTo"` // an actor's id
	Confidence    float64  `json:"confidence"`
	Trigger       Span     `json:"trigger"`
	Evidence      Span     `json:"evidence"` // the whole sentence
	Rule          string   `json:"rule"`
}

// Statement is an utterance or position that the article attributes to a speaker.
type Statement struct {
	ID       string   `json:"id"`
	Speaker  string   `json:"speaker"` // an actor's id
	Kind     string   `json:"kind"`    // direct, indirect
	Text     string   `json:"text"`
	Verb     string   `json:"verb"`
	About    []string `json:"about"`  // actor ids
	Events   []string `json:"events"` // event ids
	Date     string   `json:"date"`
	Evidence Span     `json:"evidence"`
}
