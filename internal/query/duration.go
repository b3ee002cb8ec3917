package query

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// monthSeconds is the average length of a month.
const monthSeconds = 2629746

// average is the length in seconds of what such a duration is on average; it orders them.
func (d Duration) average() int64 { return d.Months*monthSeconds + d.Days*daySeconds + d.Seconds }

// normal brings the nanoseconds into their range.
func (d Duration) normal() Duration {
	d.Seconds += floorDiv(d.Nanos, 1e9)
	d.Nanos -= floorDiv(d.Nanos, 1e9) * 1e9
	return d
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func (d Duration) plus(e Duration, sign int64) Duration {
	return Duration{d.Months + sign*e.Months, d.Days + sign*e.Days, d.Seconds + sign*e.Seconds, d.Nanos + sign*e.Nanos}.normal()
}

// times multiplies each part; a fraction of a part becomes the next smaller ones.
func (d Duration) times(f float64) Duration {
	return approximate(float64(d.Months)*f, float64(d.Days)*f, float64(d.Seconds)*f, math.Trunc(float64(d.Nanos)*f))
}

// approximate makes a duration of parts with fractions.
func approximate(months, days, seconds, nanos float64) Duration {
	wholeMonths, rest := math.Modf(months)
	wholeDays, rest := math.Modf(days + rest*monthSeconds/daySeconds)
	wholeSeconds, rest := math.Modf(seconds + rest*daySeconds)
	return Duration{int64(wholeMonths), int64(wholeDays), int64(wholeSeconds), int64(math.Round(nanos + rest*1e9))}.normal()
}

// String is the duration as P1Y2M3DT4H5M6.5S.
func (d Duration) String() string {
	var b strings.Builder
	part := func(n int64, unit byte) {
		if n != 0 {
			b.WriteString(strconv.FormatInt(n, 10))
			b.WriteByte(unit)
		}
	}
	b.WriteByte('P')
	part(d.Months/12, 'Y')
	part(d.Months%12, 'M')
	part(d.Days, 'D')
	seconds, nanos := d.Seconds, d.Nanos
	if seconds < 0 && nanos > 0 {
		seconds, nanos = seconds+1, nanos-1e9
	}
	if seconds != 0 || nanos != 0 {
		b.WriteByte('T')
		part(seconds/3600, 'H')
		part(seconds%3600/60, 'M')
		if seconds %= 60; nanos == 0 {
			part(seconds, 'S')
		} else {
			if seconds == 0 && nanos < 0 {
				b.WriteByte('-')
			}
			fraction := strings.TrimRight(fmt.Sprintf("%09d", max(nanos, -nanos)), "0")
			fmt.Fprintf(&b, "%d.%sS", seconds, fraction)
		}
	}
	if b.Len() == 1 {
		return "PT0S"
	}
	return b.String()
}

func (d Duration) component(name string) any {
	switch name {
	case "years":
		return d.Months / 12
	case "quarters":
		return d.Months / 3
	case "quartersofyear":
		return d.Months / 3 % 4
	case "months":
		return d.Months
	case "monthsofyear":
		return d.Months % 12
	case "monthsofquarter":
		return d.Months % 3
	case "weeks":
		return d.Days / 7
	case "days":
		return d.Days
	case "daysofweek":
		return d.Days % 7
	case "hours":
		return d.Seconds / 3600
	case "minutes":
		return d.Seconds / 60
	case "minutesofhour":
		return d.Seconds / 60 % 60
	case "seconds":
		return d.Seconds
	case "secondsofminute":
		return d.Seconds % 60
	case "milliseconds":
		return d.Seconds*1e3 + d.Nanos/1e6
	case "microseconds":
		return d.Seconds*1e6 + d.Nanos/1e3
	case "nanoseconds":
		return d.Seconds*1e9 + d.Nanos
	case "millisecondsofsecond":
		return d.Nanos / 1e6
	case "microsecondsofsecond":
		return d.Nanos / 1e3
	case "nanosecondsofsecond":
		return d.Nanos
	}
	return nil
}

var durationPattern = func() *regexp.Regexp {
	part := func(unit string) string { return `(?:([-+]?\d+(?:[.,]\d+)?)` + unit + `)?` }
	return regexp.MustCompile(`^([-+]?)P` + part("Y") + part("M") + part("W") + part("D") + `(T` + part("H") + part("M") + part("S") + `)?$`)
}()

// durationUnits are what the numbers of the pattern count, in its order; the sixth is where the time begins.
var durationUnits = []string{"years", "months", "weeks", "days", "", "hours", "minutes", "seconds"}

func parseDuration(s string) Duration {
	m := durationPattern.FindStringSubmatch(s)
	if m == nil || strings.HasSuffix(s, "P") || strings.HasSuffix(s, "T") {
		fail("text cannot be parsed to a Duration: %q", s)
	}
	fields := map[string]float64{}
	for i, unit := range durationUnits {
		if unit == "" || m[i+2] == "" {
			continue
		}
		fields[unit], _ = strconv.ParseFloat(strings.Replace(m[i+2], ",", ".", 1), 64)
		if m[1] == "-" {
			fields[unit] = -fields[unit]
		}
	}
	return durationOf(fields)
}

func durationOf(fields map[string]float64) Duration {
	return approximate(
		fields["years"]*12+fields["quarters"]*3+fields["months"],
		fields["weeks"]*7+fields["days"],
		fields["hours"]*3600+fields["minutes"]*60+fields["seconds"],
		fields["milliseconds"]*1e6+fields["microseconds"]*1e3+fields["nanoseconds"])
}

// durationFields are what duration({…}) knows.
var durationFields = []string{
	"years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds",
}

func durationFrom(v any) any {
	switch x := v.(type) {
	case Duration:
		return x
	case string:
		return parseDuration(x)
	}
	fields := map[string]float64{}
	entries := to[map[string]any](v, "String, Map or Duration")
	for _, key := range sortedKeys(entries) {
		name := strings.ToLower(key)
		if !slices.Contains(durationFields, name) {
			fail("no such field: %s", key)
		}
		fields[name] = toNumber(entries[key])
	}
	if len(fields) == 0 {
		fail("at least one temporal unit must be specified")
	}
	return durationOf(fields)
}

// between is the duration from a to b in months, days and seconds, or in one unit of these.
func between(a, b any, unit string) Duration {
	from, to := temporal(a, false), temporal(b, false)
	// A date is in the zone of the other.
	start, end := from.Time, to.Time
	switch {
	case from.clock && to.clock:
		end = end.In(start.Location())
	case from.clock:
		end = onWall(end, start.Location())
	case to.clock:
		start = onWall(start, end.Location())
	}
	var d Duration
	if unit == "" || unit == "months" {
		d.Months = monthsUntil(start, end)
		start = plusMonths(start, int(d.Months))
	}
	if unit == "" || unit == "days" {
		d.Days = daysUntil(start, end)
		start = start.AddDate(0, 0, int(d.Days))
	}
	if unit == "" || unit == "seconds" {
		d.Seconds, d.Nanos = end.Unix()-start.Unix(), int64(end.Nanosecond()-start.Nanosecond())
	}
	return d.normal()
}

// daysUntil counts whole days, towards zero.
func daysUntil(a, b time.Time) int64 {
	days := int64(DateOf(b) - DateOf(a))
	switch {
	case days > 0 && sinceMidnight(b) < sinceMidnight(a):
		days--
	case days < 0 && sinceMidnight(b) > sinceMidnight(a):
		days++
	}
	return days
}

// monthsUntil counts whole months, towards zero: from the 31st to the 28th of the next is none.
func monthsUntil(a, b time.Time) int64 {
	end := a.AddDate(0, 0, int(daysUntil(a, b)))
	months := int64(end.Year()-a.Year())*12 + int64(end.Month()-a.Month())
	switch {
	case months > 0 && end.Day() < a.Day():
		months--
	case months < 0 && end.Day() > a.Day():
		months++
	}
	return months
}
