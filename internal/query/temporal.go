package query

import (
	"strings"
	"time"
)

const daySeconds = 24 * 60 * 60

// civil is a date, at midnight in UTC, or a date with a clock and a zone.
type civil struct {
	time.Time
	clock bool
}

func civilOf(v any) (c civil, ok bool) {
	switch x := v.(type) {
	case Date:
		return civil{time.Unix(int64(x)*daySeconds, 0).UTC(), false}, true
	case time.Time:
		return civil{x, true}, true
	}
	return civil{}, false
}

// value is what such a date or time is to statements.
func (c civil) value() any {
	if c.clock {
		return c.Time
	}
	return DateOf(c.Time)
}

// onWall is the time at which clocks of a zone show the same.
func onWall(t time.Time, zone *time.Location) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), zone)
}

// DateOf is the date that a time has in its own zone.
func DateOf(t time.Time) Date {
	return Date(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

// ParseDate reads a date such as 2026-01-14, or another form of ISO 8601.
func ParseDate(s string) (d Date, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = e.(failure).error
		}
	}()
	return DateOf(parseDate(s)), nil
}

// sinceMidnight is what the clock shows.
func sinceMidnight(t time.Time) time.Duration {
	return time.Duration(t.Hour()*3600+t.Minute()*60+t.Second())*time.Second + time.Duration(t.Nanosecond())
}

// String is the date as 2026-01-14.
func (d Date) String() string { return time.Unix(int64(d)*daySeconds, 0).UTC().Format(time.DateOnly) }

// formatTime writes a time with its zone, as 2026-01-14T09:00:00+01:00[Europe/Paris].
func formatTime(t time.Time) string {
	s := t.Format(time.DateOnly+"T15:04:05.999999999") + formatOffset(t)
	if name := t.Location().String(); strings.Contains(name, "/") {
		s += "[" + name + "]"
	}
	return s
}

func formatOffset(t time.Time) string { return strings.TrimSuffix(t.Format("Z07:00:00"), ":00") }

// component is a part of a temporal value or duration, such as e.date.year.
func component(v any, key string) any {
	name := strings.ToLower(key)
	var value any
	if d, ok := v.(Duration); ok {
		value = d.component(name)
	} else {
		c, ok := civilOf(v)
		if !ok {
			mismatch("Map, Node, Relationship or a temporal value", v)
		}
		if value = c.dateComponent(name); c.clock && value == nil {
			if value = c.clockComponent(name); value == nil {
				value = c.zoneComponent(name)
			}
		}
	}
	if value == nil {
		fail("no such field: %s", key)
	}
	if n, ok := value.(int); ok {
		return int64(n)
	}
	return value
}

// dateComponent is an int, or nil.
func (c civil) dateComponent(name string) any {
	year, week := c.ISOWeek()
	switch name {
	case "year":
		return c.Year()
	case "quarter":
		return (int(c.Month()) + 2) / 3
	case "month":
		return int(c.Month())
	case "week":
		return week
	case "weekyear":
		return year
	case "dayofquarter", "quarterday":
		start := time.Date(c.Year(), (c.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
		return c.YearDay() - start.YearDay() + 1
	case "day":
		return c.Day()
	case "ordinalday":
		return c.YearDay()
	case "dayofweek", "weekday":
		return weekday(c.Time)
	}
	return nil
}

// weekday counts from Monday, 1.
func weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// clockComponent is an int, or nil.
func (c civil) clockComponent(name string) any {
	switch name {
	case "hour":
		return c.Hour()
	case "minute":
		return c.Minute()
	case "second":
		return c.Second()
	case "millisecond":
		return c.Nanosecond() / 1e6
	case "microsecond":
		return c.Nanosecond() / 1e3
	case "nanosecond":
		return c.Nanosecond()
	}
	return nil
}

func (c civil) zoneComponent(name string) any {
	_, offset := c.Zone()
	switch name {
	case "timezone":
		if zone := c.Location().String(); strings.Contains(zone, "/") {
			return zone
		}
		return formatOffset(c.Time)
	case "offset":
		return formatOffset(c.Time)
	case "offsetminutes":
		return offset / 60
	case "offsetseconds":
		return offset
	case "epochseconds":
		return c.Unix()
	case "epochmillis":
		return c.UnixMilli()
	}
	return nil
}

// shift adds a duration to a temporal value, or takes it off with sign -1.
func shift(v any, d Duration, sign int64) any {
	c, ok := civilOf(v)
	if !ok {
		unsupported(map[int64]string{1: "+", -1: "-"}[sign], v, d)
	}
	days := sign * d.Days
	if !c.clock {
		days += sign * (d.Seconds / daySeconds)
	}
	if max(days, -days, d.Months*31, -d.Months*31) > 4e8 {
		fail("the date is out of range")
	}
	t := plusMonths(c.Time, int(sign*d.Months)).AddDate(0, 0, int(days))
	if c.clock {
		t = time.Unix(t.Unix()+sign*d.Seconds, int64(t.Nanosecond())+sign*d.Nanos).In(c.Location())
	}
	return civil{t, c.clock}.value()
}

// plusMonths stays in the month where the day doesn't exist there.
func plusMonths(t time.Time, months int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return time.Date(first.Year(), first.Month(), min(t.Day(), last), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
}
