package query

// Date is a day: how many lie between it and 1970-01-01.
type Date int64

// Duration is a length of time. Its parts aren't converted into one another: a month has no fixed number of days. Nanos
// lie between 0 and 999,999,999.
type Duration struct{ Months, Days, Seconds, Nanos int64 }

// Path is a walk: relationship i lies between nodes i and i+1, in either direction.
type Path struct {
	Nodes         []*Node
	Relationships []*Relationship
}
