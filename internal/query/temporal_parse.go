package query

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	datePattern = regexp.MustCompile(`^(\d{4}|[+-]\d{4,9})(?:-?(?:W(\d\d)(?:-?([1-7]))?|Q([1-4])(?:-?(\d{1,2}))?|(\d\d)-?(\d\d)|(\d{3})|(\d\d)))?$`)
	timePattern = regexp.MustCompile(`^(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?$`)
	zonePattern = regexp.MustCompile(`^([^Z+\-[]*)(Z|[+-]\d\d(?::?\d\d){0,2})?(?:\[([^\]]+)\])?$`)
)

func unreadable(s, what string) error {
	return fmt.Errorf("text cannot be parsed to a %s: %q", what, s)
}

// parseDate reads a date by month, week, quarter or day of the year.
func parseDate(s string) (time.Time, error) {
	m := datePattern.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}, unreadable(s, "Date")
	}
	fields := fieldSet{}
	for i, name := range []string{"year", "week", "dayofweek", "quarter", "dayofquarter", "month", "day", "ordinalday", "month"} {
		if m[i+1] != "" {
			n, _ := strconv.ParseInt(m[i+1], 10, 64)
			fields[name] = n
		}
	}
	return fields.date(nil)
}

func parseClock(s string) (LocalTime, error) {
	m := timePattern.FindStringSubmatch(s)
	if m == nil {
		return 0, unreadable(s, "Time")
	}
	fields := fieldSet{}
	for i, name := range []string{"hour", "minute", "second"} {
		n, _ := strconv.ParseInt("0"+m[i+1], 10, 64)
		fields[name] = n
	}
	nanos, _ := strconv.ParseInt((m[4] + "000000000")[:9], 10, 64)
	fields["nanosecond"] = nanos
	return fields.clock(nil)
}

// parseZone reads an offset or the name of a zone.
func parseZone(s string) (*time.Location, error) {
	if s == "Z" || s == "z" {
		return time.UTC, nil
	}
	if s != "" && (s[0] == '+' || s[0] == '-') {
		digits := strings.ReplaceAll(s[1:], ":", "") + "0000"
		var part [3]int
		for i := range part {
			n, err := strconv.Atoi(digits[2*i : 2*i+2])
			if err != nil || n > 59 || len(digits) > 10 {
				return nil, fmt.Errorf("invalid offset %q", s)
			}
			part[i] = n
		}
		offset := part[0]*3600 + part[1]*60 + part[2]
		if offset > 18*3600 {
			return nil, fmt.Errorf("invalid offset %q", s)
		}
		if s[0] == '-' {
			offset = -offset
		}
		return fixedZone(offset), nil
	}
	zone, err := time.LoadLocation(s)
	if err != nil || s == "" || s == "Local" {
		return nil, fmt.Errorf("unknown time zone %q", s)
	}
	return zone, nil
}

// parseCivil reads a value of a kind.
func parseCivil(s, kind string) (any, error) {
	rest, hasClock := s, true
	c := civil{Time: time.Unix(0, 0).UTC()}
	if strings.Contains(kind, "date") {
		var day string
		var err error
		day, rest, hasClock = strings.Cut(s, "T")
		if c.Time, err = parseDate(day); err != nil {
			return nil, err
		}
	}
	if kind == "date" {
		if hasClock {
			return nil, unreadable(s, "Date")
		}
		return c.as(kind), nil
	}
	zone := time.UTC
	if hasClock {
		m := zonePattern.FindStringSubmatch(rest)
		zoned := m != nil && m[2]+m[3] != ""
		if m == nil || zoned && strings.HasPrefix(kind, "local") {
			return nil, unreadable(s, kind)
		}
		clock, err := parseClock(m[1])
		if err != nil {
			return nil, err
		}
		if name := m[3]; zoned {
			if name == "" {
				name = m[2]
			}
			if zone, err = parseZone(name); err != nil {
				return nil, err
			}
		}
		c.Time = time.Date(c.Year(), c.Month(), c.Day(), 0, 0, 0, 0, time.UTC).Add(time.Duration(clock))
	}
	c.Time = onWall(c.Time, zone)
	return c.as(kind), nil
}

// fieldSet is the fields that a temporal value is made of, in lower case.
type fieldSet map[string]int64

func (f fieldSet) get(name string, otherwise int64) int64 {
	if n, ok := f[name]; ok {
		return n
	}
	return otherwise
}

func (f fieldSet) has(names ...string) bool {
	for _, name := range names {
		if _, ok := f[name]; ok {
			return true
		}
	}
	return false
}

// date makes a date of the fields; what they lack is taken from a base, where there is one.
func (f fieldSet) date(base *civil) (time.Time, error) {
	from := func(name string, otherwise int64) int64 {
		if base != nil {
			n, _ := base.dateComponent(name)
			otherwise = int64(n)
		}
		return f.get(name, otherwise)
	}
	year := int(from("year", 0))
	if base == nil && !f.has("year") {
		return time.Time{}, fmt.Errorf("year must be specified")
	}
	var t time.Time
	ok := true
	switch {
	case f.has("week", "dayofweek"):
		if !f.has("year") && base != nil {
			year, _ = base.ISOWeek()
		}
		week, day := from("week", 1), from("dayofweek", 1)
		fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
		t = fourth.AddDate(0, 0, 1-weekday(fourth)+int(week-1)*7+int(day-1))
		y, w := t.ISOWeek()
		ok = (base != nil || f.has("week")) && y == year && w == int(week) && 1 <= day && day <= 7
	case f.has("ordinalday"):
		t = time.Date(year, 1, int(from("ordinalday", 1)), 0, 0, 0, 0, time.UTC)
		ok = t.Year() == year
	case f.has("quarter", "dayofquarter"):
		quarter, day := from("quarter", 1), from("dayofquarter", 1)
		t = time.Date(year, time.Month(quarter*3-2), int(day), 0, 0, 0, 0, time.UTC)
		ok = (base != nil || f.has("quarter")) && t.Year() == year && (int64(t.Month())+2)/3 == quarter
	default:
		month, day := from("month", 1), from("day", 1)
		if base != nil && !f.has("day") {
			day = min(day, int64(time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()))
		}
		t = time.Date(year, time.Month(month), int(day), 0, 0, 0, 0, time.UTC)
		ok = (base != nil || f.has("month") || !f.has("day")) && int64(t.Month()) == month && int64(t.Day()) == day
	}
	if !ok {
		return t, fmt.Errorf("invalid date: %s", f)
	}
	return t, nil
}

// clock makes a time of day of the fields, like date.
func (f fieldSet) clock(base *civil) (LocalTime, error) {
	total := int64(0)
	for _, part := range []struct {
		name  string
		below int64
		nanos int64
	}{{"hour", 24, 3600e9}, {"minute", 60, 60e9}, {"second", 60, 1e9}} {
		n := int64(0)
		if base != nil {
			old, _ := base.clockComponent(part.name)
			n = int64(old)
		}
		if n = f.get(part.name, n); n < 0 || n >= part.below {
			return 0, fmt.Errorf("invalid value for %s: %d", part.name, n)
		}
		total += n * part.nanos
	}
	nanos := f.get("millisecond", 0)*1e6 + f.get("microsecond", 0)*1e3 + f.get("nanosecond", 0)
	if base != nil && !f.has("millisecond", "microsecond", "nanosecond") {
		nanos = int64(base.Nanosecond())
	}
	if nanos < 0 || nanos >= 1e9 {
		return 0, fmt.Errorf("invalid value for nanosecond: %d", nanos)
	}
	return LocalTime(total + nanos), nil
}

// String lists the fields, for messages.
func (f fieldSet) String() string {
	var parts []string
	for _, name := range []string{"year", "quarter", "month", "week", "dayofweek", "dayofquarter", "day", "ordinalday"} {
		if n, ok := f[name]; ok {
			parts = append(parts, fmt.Sprintf("%s %d", name, n))
		}
	}
	return strings.Join(parts, ", ")
}
