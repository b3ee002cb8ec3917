package query

import (
	"slices"
	"strings"
	"time"
)

const daySeconds = 24 * 60 * 60

// DateOf is the date that a time has in its own zone.
func DateOf(t time.Time) Date {
	return Date(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

func (d Date) midnight() time.Time { return time.Unix(int64(d)*daySeconds, 0).UTC() }

// String is the date as 2026-01-14.
func (d Date) String() string { return d.midnight().Format(time.DateOnly) }

// formatTime writes a time as 2026-01-14T09:00:00+01:00.
func formatTime(t time.Time) string { return t.Format(time.RFC3339Nano) }

// temporal is a date, at midnight in UTC, or a time.
func temporal(v any) (t time.Time, clock bool) {
	if d, ok := v.(Date); ok {
		return d.midnight(), false
	}
	return to[time.Time](v, "String, Map or a temporal value"), true
}

// instant is a date, at midnight in UTC, or a time, made of a string, a map or another such value.
func instant(v any, clock bool) time.Time {
	switch x := v.(type) {
	case string:
		return parseTime(x, clock)
	case map[string]any:
		return timeOf(x)
	}
	t, hasClock := temporal(v)
	if clock && !hasClock {
		fail("cannot get the time of: %v", v)
	}
	return t
}

// Forms of ISO 8601; a fraction may follow the seconds. The zone is UTC where none is given.
var (
	dateLayouts = []string{"2006-01-02", "20060102", "2006-01", "200601", "2006"}
	timeLayouts = []string{
		"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02T15Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15",
		"20060102T150405Z0700", "20060102T150405",
	}
)

func parseTime(s string, clock bool) time.Time {
	layouts := dateLayouts
	if clock && strings.Contains(s, "T") {
		layouts = timeLayouts
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			if _, offset := t.Zone(); offset != 0 { // never the zone of this machine
				t = t.In(time.FixedZone("", offset))
			}
			return t
		}
	}
	fail("text cannot be parsed to a %s: %q", map[bool]string{false: "Date", true: "DateTime"}[clock], s)
	return time.Time{}
}

// timeFields are what the maps of date and datetime may hold.
var timeFields = []string{"year", "month", "day", "hour", "minute", "second"}

func timeOf(entries map[string]any) time.Time {
	f := map[string]int64{"month": 1, "day": 1}
	for _, key := range sortedKeys(entries) {
		name := strings.ToLower(key)
		if !slices.Contains(timeFields, name) {
			fail("no such field: %s", key)
		}
		f[name] = toInteger(entries[key])
	}
	if _, given := f["year"]; !given {
		fail("year must be specified")
	}
	t := time.Date(int(f["year"]), time.Month(f["month"]), int(f["day"]), int(f["hour"]), int(f["minute"]), int(f["second"]), 0, time.UTC)
	for _, name := range timeFields {
		if timeParts[name](t) != f[name] || entries["day"] != nil && entries["month"] == nil {
			fail("invalid date: %v", f)
		}
	}
	return t
}

// timeParts are the parts of times; all that clockParts don't name are also parts of dates.
var timeParts = map[string]func(t time.Time) any{
	"year":       func(t time.Time) any { return int64(t.Year()) },
	"quarter":    func(t time.Time) any { return int64(t.Month()+2) / 3 },
	"month":      func(t time.Time) any { return int64(t.Month()) },
	"week":       func(t time.Time) any { _, week := t.ISOWeek(); return int64(week) },
	"weekyear":   func(t time.Time) any { year, _ := t.ISOWeek(); return int64(year) },
	"day":        func(t time.Time) any { return int64(t.Day()) },
	"ordinalday": func(t time.Time) any { return int64(t.YearDay()) },
	"dayofweek":  func(t time.Time) any { return int64(weekday(t)) },
	"weekday":    func(t time.Time) any { return int64(weekday(t)) },

	"hour":         func(t time.Time) any { return int64(t.Hour()) },
	"minute":       func(t time.Time) any { return int64(t.Minute()) },
	"second":       func(t time.Time) any { return int64(t.Second()) },
	"millisecond":  func(t time.Time) any { return int64(t.Nanosecond() / 1e6) },
	"timezone":     func(t time.Time) any { return t.Format("Z07:00") },
	"offset":       func(t time.Time) any { return t.Format("Z07:00") },
	"epochseconds": func(t time.Time) any { return t.Unix() },
	"epochmillis":  func(t time.Time) any { return t.UnixMilli() },
}

var clockParts = []string{"hour", "minute", "second", "millisecond", "timezone", "offset", "epochseconds", "epochmillis"}

// weekday counts from Monday, 1.
func weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// component is a part of a temporal value or duration, such as e.date.year.
func component(v any, key string) any {
	name := strings.ToLower(key)
	switch x := v.(type) {
	case Duration:
		if part, ok := durationParts[name]; ok {
			return part(x)
		}
	case time.Time:
		if part, ok := timeParts[name]; ok {
			return part(x)
		}
	case Date:
		if part, ok := timeParts[name]; ok && !slices.Contains(clockParts, name) {
			return part(x.midnight())
		}
	default:
		mismatch("Map, Node, Relationship or a temporal value", v)
	}
	fail("no such field: %s", key)
	return nil
}

// truncate is the start of the unit that a date or time lies in.
func truncate(v any, unit string) time.Time {
	t, _ := temporal(v)
	year, month, day := t.Date()
	date := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, t.Location()) }
	switch strings.ToLower(unit) {
	case "year":
		return date(year, 1, 1)
	case "quarter":
		return date(year, (month-1)/3*3+1, 1)
	case "month":
		return date(year, month, 1)
	case "week":
		return date(year, month, day+1-weekday(t))
	case "day":
		return date(year, month, day)
	case "hour":
		return date(year, month, day).Add(time.Duration(t.Hour()) * time.Hour)
	case "minute":
		return t.Truncate(time.Minute)
	case "second":
		return t.Truncate(time.Second)
	}
	fail("unsupported unit: %s", unit)
	return t
}

// shift adds a duration to a date or time, or takes it off with sign -1.
func shift(v any, d Duration, sign int64) any {
	_, isDate := v.(Date)
	if _, isTime := v.(time.Time); !isDate && !isTime {
		unsupported(map[int64]string{1: "+", -1: "-"}[sign], v, d)
	}
	t, _ := temporal(v)
	days := sign * d.Days
	if isDate {
		days += sign * (d.Seconds / daySeconds)
	}
	if max(days, -days, d.Months*31, -d.Months*31) > 4e8 {
		fail("the date is out of range")
	}
	t = plusMonths(t, int(sign*d.Months)).AddDate(0, 0, int(days))
	if isDate {
		return DateOf(t)
	}
	return time.Unix(t.Unix()+sign*d.Seconds, int64(t.Nanosecond())+sign*d.Nanos).In(t.Location())
}

// plusMonths stays in the month where the day doesn't exist there.
func plusMonths(t time.Time, months int) time.Time {
	moved := t.AddDate(0, months, 0)
	if moved.Day() != t.Day() {
		moved = moved.AddDate(0, 0, -moved.Day())
	}
	return moved
}
