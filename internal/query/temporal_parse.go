package query

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

var (
	datePattern = regexp.MustCompile(`^(\d{4}|[+-]\d{4,9})(?:-?(?:W(\d\d)(?:-?([1-7]))?|Q([1-4])(?:-?(\d{1,2}))?|(\d\d)-?(\d\d)|(\d{3})|(\d\d)))?$`)
	timePattern = regexp.MustCompile(`^(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d){0,2})?(?:\[([^\]]+)\])?$`)
)

// parseDate reads a date by month, week, quarter or day of the year.
func parseDate(s string) time.Time {
	m := datePattern.FindStringSubmatch(s)
	if m == nil {
		fail("text cannot be parsed to a Date: %q", s)
	}
	fields := fieldSet{}
	for i, name := range []string{"year", "week", "dayofweek", "quarter", "dayofquarter", "month", "day", "ordinalday", "month"} {
		if m[i+1] != "" {
			fields[name], _ = strconv.ParseInt(m[i+1], 10, 64)
		}
	}
	return fields.date(nil)
}

// parseTime reads a date with a clock, at midnight where none is given, and a zone, UTC where none is given.
func parseTime(s string) time.Time {
	day, rest, hasClock := strings.Cut(s, "T")
	t := parseDate(day)
	if !hasClock {
		return t
	}
	m := timePattern.FindStringSubmatch(rest)
	if m == nil {
		fail("text cannot be parsed to a DateTime: %q", s)
	}
	fields := fieldSet{}
	for i, name := range []string{"hour", "minute", "second"} {
		fields[name], _ = strconv.ParseInt("0"+m[i+1], 10, 64)
	}
	fields["nanosecond"], _ = strconv.ParseInt((m[4] + "000000000")[:9], 10, 64)
	return onWall(t.Add(fields.clock(nil)), parseZone(cmp.Or(m[6], m[5], "Z")))
}

// parseZone reads an offset or the name of a zone.
func parseZone(s string) *time.Location {
	for _, layout := range []string{"Z07:00:00", "Z07:00", "Z0700", "Z07"} {
		if t, err := time.Parse(layout, s); err == nil {
			if _, offset := t.Zone(); offset != 0 {
				return time.FixedZone("", offset)
			}
			return time.UTC
		}
	}
	zone, err := time.LoadLocation(s)
	if err != nil || s == "" || s == "Local" {
		fail("unknown time zone %q", s)
	}
	return zone
}

// fieldSet is the fields that a temporal value is made of, in lower case.
type fieldSet map[string]int64

func (f fieldSet) has(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { _, ok := f[name]; return ok })
}

// get is a field, or what a component of a base is, or else the least.
func (f fieldSet) get(name string, component func(string) any, least int64) int64 {
	if n, ok := f[name]; ok {
		return n
	} else if component != nil {
		return int64(component(name).(int))
	}
	return least
}

// date makes a date of the fields; what they lack is taken from a base, where there is one.
func (f fieldSet) date(base *civil) time.Time {
	var component func(string) any
	if base != nil {
		component = base.dateComponent
	} else if !f.has("year") {
		fail("year must be specified")
	}
	get := func(name string) int { return int(f.get(name, component, 1)) }
	whole := func(unit string) bool { return base != nil || f.has(unit) } // the unit that a day counts in is known
	date := func(year, month, day int) time.Time {
		return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	}
	year := get("year")
	var t time.Time
	ok := true
	switch {
	case f.has("week", "dayofweek"):
		if !f.has("year") {
			year, _ = base.ISOWeek()
		}
		week, day := get("week"), get("dayofweek")
		t = firstWeek(year, time.UTC).AddDate(0, 0, 7*(week-1)+day-1)
		y, w := t.ISOWeek()
		ok = whole("week") && y == year && w == week && 1 <= day && day <= 7
	case f.has("ordinalday"):
		t = date(year, 1, get("ordinalday"))
		ok = t.Year() == year
	case f.has("quarter", "dayofquarter"):
		quarter := get("quarter")
		t = date(year, quarter*3-2, get("dayofquarter"))
		ok = whole("quarter") && t.Year() == year && int(t.Month()+2)/3 == quarter
	default:
		month, day := get("month"), get("day")
		if !f.has("day") {
			day = min(day, date(year, month+1, 0).Day())
		}
		t = date(year, month, day)
		ok = (whole("month") || !f.has("day")) && int(t.Month()) == month && t.Day() == day
	}
	if !ok {
		fail("invalid date: %v", map[string]int64(f))
	}
	return t
}

// firstWeek is the Monday of the first week of a year.
func firstWeek(year int, zone *time.Location) time.Time {
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, zone)
	return fourth.AddDate(0, 0, 1-weekday(fourth))
}

// clock makes a time of day of the fields, like date.
func (f fieldSet) clock(base *civil) time.Duration {
	var component func(string) any
	nanos := f["millisecond"]*1e6 + f["microsecond"]*1e3 + f["nanosecond"]
	if base != nil {
		component = base.clockComponent
		if !f.has("millisecond", "microsecond", "nanosecond") {
			nanos = int64(base.Nanosecond())
		}
	}
	total := int64(0)
	for _, part := range []struct {
		name                string
		value, below, nanos int64
	}{
		{"hour", f.get("hour", component, 0), 24, 3600e9},
		{"minute", f.get("minute", component, 0), 60, 60e9},
		{"second", f.get("second", component, 0), 60, 1e9},
		{"nanosecond", nanos, 1e9, 1},
	} {
		if part.value < 0 || part.value >= part.below {
			fail("invalid value for %s: %d", part.name, part.value)
		}
		total += part.value * part.nanos
	}
	return time.Duration(total)
}
