package entity

// Kind is the class of an actor.
type Kind string

// The four classes of the contract.
const (
	Country      Kind = "Country"
	Organization Kind = "Organization"
	Person       Kind = "Person"
	Group        Kind = "Group"
)

// Form says how a mention refers.
type Form uint8

// A mention is a name, a noun phrase ("North Korean troops", "the bloc") or a pronoun.
const (
	Named Form = iota
	Nominal
	Pronominal
)

// Mention is one place where an entity is referred to: tokens First to Last of a sentence, with Head its syntactic head.
type Mention struct {
	Sentence, First, Last, Head int
	Form                        Form
}

// Entity is one actor of an article.
type Entity struct {
	ID         string // country:PRK, org:european-union, person:josep-borrell, group:…
	Kind       Kind
	Name       string
	ISO3       string
	Wikidata   string
	Aliases    []string // sorted, without Name
	Role       string   // the fullest title that the text gives
	Represents string   // id of the country or organisation that the text says it acts for
	Mentions   []Mention
}
