package relation

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"newsgraph/internal/syntax"
)

// Precision says how exactly a date is known.
type Precision string

// The precisions of the contract. Published is the day of the article, for an act of which the text tells no date.
const (
	Day       Precision = "day"
	Month     Precision = "month"
	Year      Precision = "year"
	Published Precision = "published"
)

// Date is a day, month or year.
type Date struct {
	Time      time.Time // its first day, midnight UTC
	Precision Precision
}

// String is the ISO form, as short as the precision: 2024-11-04, 2024-11 or 2024.
func (d Date) String() string {
	switch d.Precision {
	case Month:
		return d.Time.Format("2006-01")
	case Year:
		return d.Time.Format("2006")
	}
	return d.Time.Format(time.DateOnly)
}

// timex is a time expression in a sentence: tokens first to last.
type timex struct {
	first, last int
	date        Date
	bare        recurrence
}

// recurrence says of a weekday, or of a day or month without its year, that it comes again: which one is meant depends on
// whether the act lies ahead.
type recurrence byte

const (
	weekly recurrence = iota + 1
	yearly
)

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
}

// clock reads the time expressions of news against the day of publication.
type clock struct {
	published time.Time
	told      Date     // the last day that the article told, zero before the first
	words     []string // the sentence in lower case, without final stops of abbreviations
	tokens    []syntax.Token
}

// timexes are the time expressions of a sentence, in order. Told is the last day that the sentences before told.
func timexes(s *syntax.Sentence, published time.Time, told Date) []timex {
	c := clock{published: published, told: told, words: make([]string, len(s.Tokens)), tokens: s.Tokens}
	for i := range s.Tokens {
		c.words[i] = strings.TrimSuffix(strings.ToLower(s.Tokens[i].Text), ".")
	}
	var found []timex
	for i := 0; i < len(c.words); {
		x, ok := c.at(i)
		if !ok {
			i++
			continue
		}
		if !named(s, x) {
			found = append(found, x)
			c.told = x.date
		}
		i = x.last + 1
	}
	return found
}

// named says whether a time expression is part of a longer name: "the March 23 Movement", "Theresa May".
func named(s *syntax.Sentence, x timex) bool {
	return slices.ContainsFunc(s.Names, func(n syntax.Name) bool {
		return n.First <= x.last && x.first <= n.Last && (n.First < x.first || x.last < n.Last)
	})
}

func (c *clock) word(i int) string {
	if i < 0 || i >= len(c.words) {
		return ""
	}
	return c.words[i]
}

// readings are tried in this order: the longer expression first.
var readings = [...]func(*clock, int) (timex, bool){
	(*clock).iso, (*clock).monthDay, (*clock).dayMonth, (*clock).month, (*clock).weekday, (*clock).relative, (*clock).ago, (*clock).year,
}

// at reads the longest expression that starts at token i.
func (c *clock) at(i int) (timex, bool) {
	for _, read := range readings {
		if x, ok := read(c, i); ok {
			return x, true
		}
	}
	return timex{}, false
}

func (c *clock) iso(i int) (timex, bool) {
	if c.word(i) == "9/11" {
		return timex{first: i, last: i, date: Date{time.Date(2001, 9, 11, 0, 0, 0, 0, time.UTC), Day}}, true
	}
	if t, err := time.Parse(time.DateOnly, c.word(i)); err == nil {
		return timex{first: i, last: i, date: Date{t, Day}}, true
	}
	// UD tokenisation leaves "2024-11-04" whole or splits it at the hyphens.
	if i+4 < len(c.words) && c.word(i+1) == "-" && c.word(i+3) == "-" {
		if t, err := time.Parse(time.DateOnly, c.word(i)+"-"+c.word(i+2)+"-"+c.word(i+4)); err == nil {
			return timex{first: i, last: i + 4, date: Date{t, Day}}, true
		}
	}
	return timex{}, false
}

// monthName is the month at i. A name in lower case ("may", "march") is no month.
func (c *clock) monthName(i int) (time.Month, bool) {
	m, ok := months[c.word(i)]
	if !ok || c.tokens[i].Text[0] >= 'a' {
		return 0, false
	}
	return m, c.tokens[i].UPOS != "AUX" && c.tokens[i].UPOS != "VERB"
}

func (c *clock) day(i int) (int, bool) {
	w := c.word(i)
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, suffix)
	}
	d, err := strconv.Atoi(w)
	return d, err == nil && d >= 1 && d <= 31 && len(w) <= 2
}

func (c *clock) yearNumber(i int) (int, bool) {
	w := strings.TrimPrefix(c.word(i), "mid-")
	y, err := strconv.Atoi(w)
	return y, err == nil && y >= 1900 && y <= c.published.Year()+20 && len(w) == 4
}

// yearAfter reads an optional year behind token i, with or without a comma: its last token, or i.
func (c *clock) yearAfter(i int) (year, last int) {
	if c.word(i+1) == "," {
		if y, ok := c.yearNumber(i + 2); ok {
			return y, i + 2
		}
	}
	if y, ok := c.yearNumber(i + 1); ok {
		return y, i + 1
	}
	at := i + 1
	if c.word(at) == "of" {
		at++
	}
	if step, ok := steps[c.word(at)]; ok && c.word(at+1) == "year" {
		return c.published.Year() + step, at + 1
	}
	return 0, i
}

// complete gives a day of the year its year: the one nearest to the publication, the past preferred.
func (c *clock) complete(m time.Month, d, year int) (time.Time, bool) {
	if year == 0 {
		year = c.published.Year()
		t := time.Date(year, m, d, 0, 0, 0, 0, time.UTC)
		if t.Sub(c.published) > 150*24*time.Hour {
			year--
		} else if c.published.Sub(t) > 300*24*time.Hour {
			year++
		}
	}
	t := time.Date(year, m, d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d
}

func (c *clock) monthDay(i int) (timex, bool) {
	m, ok := c.monthName(i)
	if !ok {
		return timex{}, false
	}
	d, ok := c.day(i + 1)
	if !ok {
		return timex{}, false
	}
	last := i + 1
	if c.word(last+1) == "-" || c.word(last+1) == "–" { // a range is dated by its first day
		if _, ok := c.day(last + 2); ok {
			last += 2
		}
	}
	return c.dated(i, last, m, d)
}

func (c *clock) dayMonth(i int) (timex, bool) {
	d, ok := c.day(i)
	if !ok {
		return timex{}, false
	}
	at := i + 1
	if c.word(at) == "of" {
		at++
	}
	if at >= len(c.words) {
		return timex{}, false
	}
	m, ok := c.monthName(at)
	if !ok {
		return timex{}, false
	}
	return c.dated(i, at, m, d)
}

// dated is a day of the year, written from token first to last, with the year that may follow it.
func (c *clock) dated(first, last int, m time.Month, d int) (timex, bool) {
	year, last := c.yearAfter(last)
	t, ok := c.complete(m, d, year)
	x := timex{first: first, last: last, date: Date{t, Day}}
	if year == 0 {
		x.bare = yearly
	}
	return x, ok
}

func (c *clock) month(i int) (timex, bool) {
	m, ok := c.monthName(i)
	if !ok {
		return timex{}, false
	}
	year, last := c.yearAfter(i)
	var bare recurrence
	if year == 0 {
		bare = yearly
		year = c.published.Year()
		if m > c.published.Month() && c.word(i-1) != "next" && c.word(i-1) != "this" || m == c.published.Month() && c.word(i-1) == "last" {
			year--
		}
	}
	return timex{first: i, last: last, date: Date{time.Date(year, m, 1, 0, 0, 0, 0, time.UTC), Month}, bare: bare}, true
}

func (c *clock) weekday(i int) (timex, bool) {
	w, ok := weekdays[c.word(i)]
	if !ok || c.tokens[i].Text[0] >= 'a' || (len(c.word(i)) <= 5 && c.tokens[i].UPOS != "PROPN") {
		return timex{}, false
	}
	// "Thursday, November 5" and "Thursday (5 November)" are dated by the day behind.
	for at := i + 1; at <= i+2; at++ {
		if c.word(at) == "," || c.word(at) == "(" {
			continue
		}
		if x, ok := c.dayOfMonth(at); ok {
			x.first = i
			return x, true
		}
	}
	back := (int(c.published.Weekday()) - int(w) + 7) % 7
	x := timex{first: i, last: i, date: Date{c.published.AddDate(0, 0, -back), Day}, bare: weekly}
	switch c.word(i + 1) {
	case "morning", "afternoon", "evening", "night":
		x.last++
	}
	switch c.word(i - 1) {
	case "last":
		if back == 0 {
			x.date.Time = x.date.Time.AddDate(0, 0, -7)
		}
		x.first, x.bare = i-1, 0
	case "next":
		x.date.Time = x.date.Time.AddDate(0, 0, 7)
		x.first, x.bare = i-1, 0
	}
	return x, true
}

// dayOfMonth reads a day and its month in either order.
func (c *clock) dayOfMonth(i int) (timex, bool) {
	if i >= len(c.words) {
		return timex{}, false
	}
	if x, ok := c.monthDay(i); ok {
		return x, true
	}
	return c.dayMonth(i)
}

// year reads a bare year behind a preposition that makes it one ("in 2014", "since 2019"), or before the noun that it marks
// ("the 2018 attack").
func (c *clock) year(i int) (timex, bool) {
	y, ok := c.yearNumber(i)
	if !ok {
		return timex{}, false
	}
	x := timex{first: i, last: i, date: Date{time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), Year}}
	switch c.word(i - 1) {
	case "in", "since", "during", "from", "until", "by", "of", "late", "early", "mid", "before", "after", "for", "between", "through", "throughout":
		return x, true
	}
	if h := c.tokens[i].Head; h > i && i > 0 {
		switch c.tokens[i-1].UPOS {
		case "DET", "ADJ", "PART", "PRON", "PUNCT":
			return x, c.tokens[h].UPOS == "NOUN" || c.tokens[h].UPOS == "PROPN"
		}
	}
	return timex{}, false
}
