package relation

import (
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
	weekday     bool // a bare weekday: which one it is depends on whether the act lies ahead
}

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
}

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"couple": 2, "several": 3, "few": 3,
}

// clock reads the time expressions of news against the day of publication.
type clock struct {
	published time.Time
	words     []string // the sentence in lower case, without final stops of abbreviations
	tokens    []syntax.Token
}

// timexes are the time expressions of a sentence, in order.
func timexes(s *syntax.Sentence, published time.Time) []timex {
	c := clock{published: published, words: make([]string, len(s.Tokens)), tokens: s.Tokens}
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
		found = append(found, x)
		i = x.last + 1
	}
	return found
}

func (c *clock) word(i int) string {
	if i < 0 || i >= len(c.words) {
		return ""
	}
	return c.words[i]
}

// at reads the longest expression that starts at token i.
func (c *clock) at(i int) (timex, bool) {
	for _, read := range []func(int) (timex, bool){c.iso, c.monthDay, c.dayMonth, c.month, c.weekday, c.relative, c.ago, c.year} {
		if x, ok := read(i); ok {
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
	y, err := strconv.Atoi(c.word(i))
	return y, err == nil && y >= 1900 && y <= c.published.Year()+20 && len(c.word(i)) == 4
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
	return timex{first: first, last: last, date: Date{t, Day}}, ok
}

func (c *clock) month(i int) (timex, bool) {
	m, ok := c.monthName(i)
	if !ok {
		return timex{}, false
	}
	year, last := c.yearAfter(i)
	if year == 0 {
		year = c.published.Year()
		if m > c.published.Month() && c.word(i-1) != "next" && c.word(i-1) != "this" || m == c.published.Month() && c.word(i-1) == "last" {
			year--
		}
	}
	return timex{first: i, last: last, date: Date{time.Date(year, m, 1, 0, 0, 0, 0, time.UTC), Month}}, true
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
	x := timex{first: i, last: i, date: Date{c.published.AddDate(0, 0, -back), Day}, weekday: true}
	switch c.word(i - 1) {
	case "last":
		if back == 0 {
			x.date.Time = x.date.Time.AddDate(0, 0, -7)
		}
		x.first, x.weekday = i-1, false
	case "next":
		x.date.Time = x.date.Time.AddDate(0, 0, 7)
		x.first, x.weekday = i-1, false
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

// ahead is the coming day of a bare weekday, for an act that is still planned.
func (x timex) ahead(published time.Time) Date {
	if x.weekday && !x.date.Time.After(published) && x.date.Time != published {
		return Date{x.date.Time.AddDate(0, 0, 7), Day}
	}
	return x.date
}

func (c *clock) relative(i int) (timex, bool) {
	day := func(last, n int) (timex, bool) {
		return timex{first: i, last: last, date: Date{c.published.AddDate(0, 0, n), Day}}, true
	}
	month := func(last, n int) (timex, bool) {
		t := c.published
		return timex{first: i, last: last, date: Date{time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC), Month}}, true
	}
	year := func(last, n int) (timex, bool) {
		return timex{first: i, last: last, date: Date{time.Date(c.published.Year()+n, 1, 1, 0, 0, 0, 0, time.UTC), Year}}, true
	}
	switch c.word(i) {
	case "today", "tonight":
		return day(i, 0)
	case "yesterday":
		return day(i, -1)
	case "tomorrow":
		return day(i, 1)
	case "overnight":
		return day(i, 0)
	case "this", "last", "next", "past", "previous":
		step := map[string]int{"this": 0, "last": -1, "past": -1, "previous": -1, "next": 1}[c.word(i)]
		switch c.word(i + 1) {
		case "morning", "afternoon", "evening":
			return day(i+1, step)
		case "night":
			return day(i+1, step)
		case "week", "weekend": // no day is known: the month of that week (GUIDE, convention 11)
			t := c.published.AddDate(0, 0, 7*step)
			return timex{first: i, last: i + 1, date: Date{time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC), Month}}, true
		case "month":
			return month(i+1, step)
		case "year":
			return year(i+1, step)
		}
	}
	return timex{}, false
}

// ago reads "two weeks ago", "a day earlier", "a year before".
func (c *clock) ago(i int) (timex, bool) {
	n, ok := numbers[c.word(i)]
	if !ok {
		var err error
		if n, err = strconv.Atoi(c.word(i)); err != nil || n > 400 {
			return timex{}, false
		}
	}
	unit := i + 1
	if c.word(unit) == "of" || c.word(unit) == "few" || c.word(unit) == "couple" {
		unit++
		if c.word(unit) == "of" {
			unit++
		}
	}
	switch c.word(unit + 1) {
	case "ago", "earlier", "before":
	default:
		return timex{}, false
	}
	x := timex{first: i, last: unit + 1}
	t := c.published
	switch strings.TrimSuffix(c.word(unit), "s") {
	case "day":
		x.date = Date{t.AddDate(0, 0, -n), Day}
	case "week":
		t = t.AddDate(0, 0, -7*n)
		x.date = Date{time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC), Month}
	case "month":
		x.date = Date{time.Date(t.Year(), t.Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC), Month}
	case "year":
		x.date = Date{time.Date(t.Year()-n, 1, 1, 0, 0, 0, 0, time.UTC), Year}
	default:
		return timex{}, false
	}
	return x, true
}

// year reads a bare year behind a preposition that makes it one ("in 2014", "since 2019").
func (c *clock) year(i int) (timex, bool) {
	y, ok := c.yearNumber(i)
	if !ok {
		return timex{}, false
	}
	switch c.word(i - 1) {
	case "in", "since", "during", "from", "until", "by", "of", "late", "early", "mid", "before", "after", "for":
		return timex{first: i, last: i, date: Date{time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), Year}}, true
	}
	return timex{}, false
}
