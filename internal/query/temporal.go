package query

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

const daySeconds = 24 * 60 * 60

// civil is a temporal value as a time.Time, with what of it counts. What has no date is on 1970-01-01, what has no clock at
// midnight, what has no zone in UTC.
type civil struct {
	time.Time
	date, clock, zone bool
}

func civilOf(v any) (civil, bool) {
	switch x := v.(type) {
	case Date:
		return civil{time.Unix(int64(x)*daySeconds, 0).UTC(), true, false, false}, true
	case LocalTime:
		return civil{time.Unix(0, int64(x)).UTC(), false, true, false}, true
	case Time:
		t := time.Unix(0, int64(x.Clock)).UTC()
		return civil{onWall(t, fixedZone(x.Offset)), false, true, true}, true
	case LocalDateTime:
		return civil{x.Time, true, true, false}, true
	case time.Time:
		return civil{x, true, true, true}, true
	}
	return civil{}, false
}

// as makes the value of a kind again, such as "date" or "localtime".
func (c civil) as(kind string) any {
	switch kind {
	case "date":
		return DateOf(c.Time)
	case "localtime":
		return clockOf(c.Time)
	case "time":
		_, offset := c.Zone()
		return Time{clockOf(c.Time), offset}
	case "localdatetime":
		return LocalDateTime{onWall(c.Time, time.UTC)}
	}
	return c.Time
}

// kind is the name of the function that makes such a value.
func (c civil) kind() string {
	switch {
	case !c.clock:
		return "date"
	case c.date && c.zone:
		return "datetime"
	case c.date:
		return "localdatetime"
	case c.zone:
		return "time"
	}
	return "localtime"
}

// onWall is the time at which clocks of a zone show the same.
func onWall(t time.Time, zone *time.Location) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), zone)
}

func fixedZone(offset int) *time.Location {
	if offset == 0 {
		return time.UTC
	}
	return time.FixedZone("", offset)
}

// DateOf is the date that a time has in its own zone.
func DateOf(t time.Time) Date {
	return Date(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

// ParseDate reads a date such as 2026-01-14, or another form of ISO 8601.
func ParseDate(s string) (Date, error) {
	t, err := parseDate(s)
	return DateOf(t), err
}

func clockOf(t time.Time) LocalTime {
	return LocalTime(int64(t.Hour()*3600+t.Minute()*60+t.Second())*1e9 + int64(t.Nanosecond()))
}

// utc is what the clock shows in UTC, perhaps beyond midnight.
func (t Time) utc() int64 { return int64(t.Clock) - int64(t.Offset)*1e9 }

const wallClock = "15:04:05.999999999"

// String is the date as 2026-01-14.
func (d Date) String() string {
	return time.Unix(int64(d)*daySeconds, 0).UTC().Format(time.DateOnly)
}

// String is the time as 09:00:00.5.
func (t LocalTime) String() string { return time.Unix(0, int64(t)).UTC().Format(wallClock) }

// String is the time with its offset, as 09:00:00+01:00.
func (t Time) String() string { return t.Clock.String() + formatOffset(t.Offset) }

// String is date and time as 2026-01-14T09:00:00.
func (t LocalDateTime) String() string { return t.Format(time.DateOnly + "T" + wallClock) }

// formatTime writes a time with its zone, as 2026-01-14T09:00:00+01:00[Europe/Paris].
func formatTime(t time.Time) string {
	_, offset := t.Zone()
	s := t.Format(time.DateOnly+"T"+wallClock) + formatOffset(offset)
	if name := t.Location().String(); strings.Contains(name, "/") {
		s += "[" + name + "]"
	}
	return s
}

func formatOffset(offset int) string {
	if offset == 0 {
		return "Z"
	}
	s := time.Unix(0, 0).In(time.FixedZone("", offset)).Format("-07:00:00")
	return strings.TrimSuffix(s, ":00")
}

// component is a part of a temporal value or duration, such as e.date.year.
func component(v any, key string) (value any, isTemporal bool, err error) {
	name := strings.ToLower(key)
	if d, ok := v.(Duration); ok {
		if n, ok := d.component(name); ok {
			return n, true, nil
		}
		return nil, true, fmt.Errorf("no such field: %s", key)
	}
	c, ok := civilOf(v)
	if !ok {
		return nil, false, nil
	}
	if n, ok := c.dateComponent(name); ok && c.date {
		return int64(n), true, nil
	}
	if n, ok := c.clockComponent(name); ok && c.clock {
		return int64(n), true, nil
	}
	if value := c.zoneComponent(name); value != nil && c.zone {
		return value, true, nil
	}
	return nil, true, fmt.Errorf("no such field: %s", key)
}

func (c civil) dateComponent(name string) (int, bool) {
	year, week := c.ISOWeek()
	switch name {
	case "year":
		return c.Year(), true
	case "quarter":
		return (int(c.Month()) + 2) / 3, true
	case "month":
		return int(c.Month()), true
	case "week":
		return week, true
	case "weekyear":
		return year, true
	case "dayofquarter", "quarterday":
		start := time.Date(c.Year(), (c.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
		return c.YearDay() - start.YearDay() + 1, true
	case "day":
		return c.Day(), true
	case "ordinalday":
		return c.YearDay(), true
	case "dayofweek", "weekday":
		return weekday(c.Time), true
	}
	return 0, false
}

// weekday counts from Monday, 1.
func weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

func (c civil) clockComponent(name string) (int, bool) {
	switch name {
	case "hour":
		return c.Hour(), true
	case "minute":
		return c.Minute(), true
	case "second":
		return c.Second(), true
	case "millisecond":
		return c.Nanosecond() / 1e6, true
	case "microsecond":
		return c.Nanosecond() / 1e3, true
	case "nanosecond":
		return c.Nanosecond(), true
	}
	return 0, false
}

func (c civil) zoneComponent(name string) any {
	_, offset := c.Zone()
	switch name {
	case "timezone":
		if zone := c.Location().String(); strings.Contains(zone, "/") {
			return zone
		}
		return formatOffset(offset)
	case "offset":
		return formatOffset(offset)
	case "offsetminutes":
		return int64(offset / 60)
	case "offsetseconds":
		return int64(offset)
	case "epochseconds":
		return c.Unix()
	case "epochmillis":
		return c.UnixMilli()
	}
	return nil
}

// shift adds a duration to a temporal value, or takes it off with sign -1.
func shift(v any, d Duration, sign int64) (any, error) {
	c, ok := civilOf(v)
	switch {
	case v == nil:
		return nil, nil
	case !ok:
		return nil, unsupported(map[int64]string{1: "+", -1: "-"}[sign], v, d)
	}
	if c.date {
		days := sign * d.Days
		if !c.clock {
			days += sign * (d.Seconds / daySeconds)
		}
		if span := max(days, -days, d.Months*31, -d.Months*31); span > 4e8 {
			return nil, errors.New("the date is out of range")
		}
		c.Time = plusMonths(c.Time, int(sign*d.Months)).AddDate(0, 0, int(days))
	}
	if c.clock {
		zone := c.Location()
		c.Time = time.Unix(c.Unix()+sign*d.Seconds, int64(c.Nanosecond())+sign*d.Nanos).In(zone)
	}
	return c.as(c.kind()), nil
}

// plusMonths stays in the month where the day doesn't exist there.
func plusMonths(t time.Time, months int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return time.Date(first.Year(), first.Month(), min(t.Day(), last), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
}
