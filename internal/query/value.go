package query

import "time"

// Date is a day: how many lie between it and 1970-01-01.
type Date int64

// LocalTime is a time of day without a zone: nanoseconds since midnight.
type LocalTime int64

// Time is a time of day with an offset from UTC in seconds, east positive.
type Time struct {
	Clock  LocalTime
	Offset int
}

// LocalDateTime is a date and time without a zone; what it embeds is in UTC.
type LocalDateTime struct{ time.Time }

// Duration is a length of time. Its parts aren't converted into one another: a month has no fixed number of days. Nanos
// lie between 0 and 999,999,999.
type Duration struct{ Months, Days, Seconds, Nanos int64 }

// Path is a walk: relationship i lies between nodes i and i+1, in either direction.
type Path struct {
	Nodes         []*Node
	Relationships []*Relationship
}
