package relation

import (
	"strconv"
	"strings"
	"time"
)

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"couple": 2, "several": 3, "few": 3,
}

// steps are the words that count units of time from the day of publication.
var steps = map[string]int{"this": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}

// ahead is the date of an act that is still planned: of a weekday the coming one, of a day or month without its year the
// one nearest to the publication.
func (x timex) ahead(published time.Time) Date {
	t := x.date.Time
	switch x.bare {
	case weekly:
		if t.Before(published) {
			return Date{t.AddDate(0, 0, 7), Day}
		}
	case yearly:
		if next := t.AddDate(1, 0, 0); next.Sub(published) < published.Sub(t) {
			return Date{next, x.date.Precision}
		}
	}
	return x.date
}

// moved is a date some units of time from another. A week, month or year off, the day is no longer known.
func moved(from Date, n int, unit string) (Date, bool) {
	t, first := from.Time, 1
	if from.Precision == Year {
		return Date{time.Date(t.Year()+n, 1, 1, 0, 0, 0, 0, time.UTC), Year}, unit == "year"
	}
	switch unit {
	case "hour", "minute":
		return from, true
	case "day", "night", "morning", "afternoon", "evening":
		return Date{t.AddDate(0, 0, n), from.Precision}, true
	case "week", "weekend": // GUIDE, convention 11
		t = t.AddDate(0, 0, 7*n)
		return Date{time.Date(t.Year(), t.Month(), first, 0, 0, 0, 0, time.UTC), Month}, true
	case "month":
		return Date{time.Date(t.Year(), t.Month()+time.Month(n), first, 0, 0, 0, 0, time.UTC), Month}, true
	case "year":
		return Date{time.Date(t.Year()+n, 1, first, 0, 0, 0, 0, time.UTC), Year}, true
	}
	return Date{}, false
}

// unit is the unit of time at i in the singular.
func (c *clock) unit(i int) string { return strings.TrimSuffix(c.word(i), "s") }

// today is the day of publication.
func (c *clock) today() Date { return Date{c.published, Day} }

// moment is the day from which "later" and "the next day" count: the last one told, else that of publication.
func (c *clock) moment() Date {
	if c.told.Time.IsZero() {
		return c.today()
	}
	return c.told
}

// ends says whether an adverb such as "before" at i has no complement: "the day before", not "the day before the vote".
func (c *clock) ends(i int) bool {
	if i+1 >= len(c.tokens) {
		return true
	}
	switch c.tokens[i+1].UPOS {
	case "DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM":
		return false
	}
	return c.tokens[i+1].XPOS != "VBG"
}

// relative reads the expressions that count from the day of publication or from the day last told.
func (c *clock) relative(i int) (timex, bool) {
	is := func(last int, from Date, n int, unit string) (timex, bool) {
		d, ok := moved(from, n, unit)
		return timex{first: i, last: last, date: d}, ok
	}
	later := func(last int, unit string) (timex, bool) { // than nothing told is no date
		x, ok := is(last, c.moment(), 1, unit)
		return x, ok && !c.told.Time.IsZero()
	}
	w, next := c.word(i), c.word(i+1)
	switch w {
	case "today", "tonight", "overnight":
		return is(i, c.today(), 0, "day")
	case "yesterday":
		return is(i, c.today(), -1, "day")
	case "tomorrow":
		return is(i, c.today(), 1, "day")
	case "day", "night":
		switch {
		case next == "before" && c.word(i+2) == "yesterday":
			return is(i+2, c.today(), -2, "day")
		case (next == "before" || next == "prior" || next == "earlier") && c.ends(i+1):
			return is(i+1, c.moment(), -1, "day")
		case next == "after" && c.ends(i+1):
			return later(i+1, "day")
		}
	case "hours", "minutes":
		if (next == "later" || next == "earlier") && c.ends(i+1) {
			return is(i+1, c.moment(), 0, "hour")
		}
	case "weekend":
		if c.word(i-1) == "the" {
			return is(i, Date{c.published.AddDate(0, 0, -int(c.published.Weekday())), Day}, 0, "week")
		}
	case "same", "that":
		return is(i+1, c.moment(), 0, c.unit(i+1))
	case "following":
		return later(i+1, next)
	case "previous", "next":
		switch {
		case next != "day" && next != "night" && next != "morning" && next != "evening":
		case w == "next":
			return later(i+1, next)
		default:
			return is(i+1, c.moment(), -1, next)
		}
	case "the": // "the end of the year"
		if c.word(i-1) == "of" && (next == "year" || next == "month") {
			switch c.word(i - 2) {
			case "end", "start", "beginning", "rest", "course":
				return is(i+1, c.today(), 0, next)
			}
		}
	}
	step, ok := steps[w]
	if !ok {
		return timex{}, false
	}
	if x, ok := is(i+1, c.today(), step, next); ok && next != "day" && next != "hour" {
		return x, true
	}
	return c.span(i, step)
}

// span reads "the past two weeks", "the last 24 hours", "the coming days": the day of publication, or no more exact than
// its month or year.
func (c *clock) span(i, step int) (timex, bool) {
	if step == 0 {
		return timex{}, false
	}
	n, unit, ok := c.amount(i + 1)
	if !ok {
		if unit = i + 1; c.word(i) != "coming" {
			return timex{}, false
		}
	}
	x := timex{first: i, last: unit}
	switch c.unit(unit) {
	case "hour":
		x.date, ok = c.today(), n <= 24
	case "day", "week":
		x.date, ok = moved(c.today(), 0, "month")
	case "month":
		x.date, ok = moved(c.today(), 0, "year")
	default:
		ok = false
	}
	return x, ok
}

// amount reads a number of units: "two", "24", "a few", "a couple of", with the token of the unit.
func (c *clock) amount(i int) (n, unit int, ok bool) {
	n, ok = numbers[c.word(i)]
	if !ok {
		var err error
		if n, err = strconv.Atoi(c.word(i)); err != nil || n > 400 {
			return 0, i, false
		}
	}
	unit = i + 1
	for c.word(unit) == "of" || c.word(unit) == "few" || c.word(unit) == "couple" {
		n = max(n, numbers[c.word(unit)])
		unit++
	}
	return n, unit, true
}

// ago reads "two weeks ago", "a day earlier", "three years later".
func (c *clock) ago(i int) (timex, bool) {
	n, unit, ok := c.amount(i)
	if !ok {
		return timex{}, false
	}
	from := c.moment()
	switch c.word(unit + 1) {
	case "ago":
		from, n = c.today(), -n
	case "earlier", "previously":
		n = -n
	case "before", "prior":
		n, ok = -n, c.ends(unit+1)
	case "later", "afterwards":
		ok = !c.told.Time.IsZero()
	case "after":
		ok = !c.told.Time.IsZero() && c.ends(unit+1)
	default:
		return timex{}, false
	}
	if !ok {
		return timex{}, false
	}
	x := timex{first: i, last: unit + 1}
	x.date, ok = moved(from, n, c.unit(unit))
	return x, ok
}
