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

// durationParts are the parts of durations.
var durationParts = map[string]func(d Duration) any{
	"years":                func(d Duration) any { return d.Months / 12 },
	"months":               func(d Duration) any { return d.Months },
	"monthsofyear":         func(d Duration) any { return d.Months % 12 },
	"weeks":                func(d Duration) any { return d.Days / 7 },
	"days":                 func(d Duration) any { return d.Days },
	"hours":                func(d Duration) any { return d.Seconds / 3600 },
	"minutes":              func(d Duration) any { return d.Seconds / 60 },
	"minutesofhour":        func(d Duration) any { return d.Seconds / 60 % 60 },
	"seconds":              func(d Duration) any { return d.Seconds },
	"secondsofminute":      func(d Duration) any { return d.Seconds % 60 },
	"milliseconds":         func(d Duration) any { return d.Seconds*1e3 + d.Nanos/1e6 },
	"millisecondsofsecond": func(d Duration) any { return d.Nanos / 1e6 },
}

// durationForm finds the numbers of durationUnits.
var (
	durationForm  = regexp.MustCompile(strings.NewReplacer("<", `(?:([-+]?\d+(?:[.,]\d+)?)`, ">", `)?`).Replace(`^([-+]?)P<Y><M><W><D>(?:T<H><M><S>)?$`))
	durationUnits = []string{"years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds"}
)

// durationFrom makes a duration of a string, or of a map of durationUnits.
func durationFrom(v any) any {
	fields := map[string]float64{}
	switch x := v.(type) {
	case Duration:
		return x
	case string:
		m := durationForm.FindStringSubmatch(x)
		if m == nil || strings.HasSuffix(x, "P") || strings.HasSuffix(x, "T") {
			fail("text cannot be parsed to a Duration: %q", x)
		}
		for i, number := range m[2:] {
			if m[1] == "-" && number != "" {
				number = strings.TrimPrefix("-"+number, "--")
			}
			fields[durationUnits[i]], _ = strconv.ParseFloat(strings.Replace(number, ",", ".", 1), 64)
		}
	default:
		entries := to[map[string]any](v, "String, Map or Duration")
		for _, key := range sortedKeys(entries) {
			if !slices.Contains(durationUnits, strings.ToLower(key)) {
				fail("no such field: %s", key)
			}
			fields[strings.ToLower(key)] = toNumber(entries[key])
		}
	}
	return approximate(
		fields["years"]*12+fields["months"],
		fields["weeks"]*7+fields["days"],
		fields["hours"]*3600+fields["minutes"]*60+fields["seconds"],
		fields["milliseconds"]*1e6+fields["microseconds"]*1e3+fields["nanoseconds"])
}

// between is the duration from a to b in months, days and seconds, or in one unit of these.
func between(a, b any, unit string) Duration {
	start, clock := temporal(a)
	end, clock2 := temporal(b)
	// A date is in the zone of the other.
	switch _, offset := start.Zone(); {
	case clock && clock2:
		end = end.In(start.Location())
	case clock:
		end = end.Add(-time.Duration(offset) * time.Second).In(start.Location())
	case clock2:
		_, offset = end.Zone()
		start = start.Add(-time.Duration(offset) * time.Second).In(end.Location())
	}
	var d Duration
	if unit == "" || unit == "months" {
		d.Months = monthsUntil(start, end)
		start = plusMonths(start, int(d.Months))
	}
	if unit == "" || unit == "days" {
		d.Days = secondsUntil(start, end) / daySeconds
		start = start.AddDate(0, 0, int(d.Days))
	}
	if unit == "" || unit == "seconds" {
		d.Seconds, d.Nanos = end.Unix()-start.Unix(), int64(end.Nanosecond()-start.Nanosecond())
	}
	return d.normal()
}

// secondsUntil counts whole seconds, towards zero.
func secondsUntil(a, b time.Time) int64 {
	seconds := b.Unix() - a.Unix()
	switch nanos := b.Nanosecond() - a.Nanosecond(); {
	case seconds > 0 && nanos < 0:
		seconds--
	case seconds < 0 && nanos > 0:
		seconds++
	}
	return seconds
}

// monthsUntil counts whole months, towards zero: from the 31st to the 28th of the next is none.
func monthsUntil(a, b time.Time) int64 {
	months := (b.Year()-a.Year())*12 + int(b.Month()-a.Month())
	switch reached := a.AddDate(0, months, 0); {
	case months > 0 && reached.After(b):
		months--
	case months < 0 && reached.Before(b):
		months++
	}
	return int64(months)
}
