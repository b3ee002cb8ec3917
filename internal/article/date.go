package article

import (
	"regexp"
	"strings"
	"time"

	"github.com/itlightning/dateparse"
)

var (
	isoDay   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)`)
	plainDay = regexp.MustCompile(`^\d{8}(?:T|$)`)
	dayless  = regexp.MustCompile(`^(?:\d{1,7}|\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}|\pL+\.?,?\s+\d{4}|\d{4}\s+\pL+)$`)
	clock    = regexp.MustCompile(`(?i)[\s,]+(?:at\s+)?\d{1,2}[:.]\d{2}.*$`)
)

// parseDate reads the day of publication in any of the common forms: ISO dates and times, those of mail and feeds, and
// newspapers' ("Monday, November 4, 2024 at 10:30 a.m. EST"). The day is the one written, whatever the zone. A form
// that leaves day and month open ("04/11/2024"), a month or a year alone, and years outside 1900 to 2100 are not usable.
func parseDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 100 || s == "" {
		return time.Time{}, false
	}
	if m := isoDay.FindStringSubmatch(s); m != nil {
		return day("2006-1-2", m[1]+"-"+m[2]+"-"+m[3])
	}
	if plainDay.MatchString(s) {
		return day("20060102", s[:8])
	}
	if t, ok := anyDate(s); ok {
		return t, true
	}
	return anyDate(strings.TrimRight(clock.ReplaceAllString(s, ""), " ,."))
}

// anyDate hands the rest to the library, which is guarded because its input is anything.
func anyDate(s string) (t time.Time, ok bool) {
	if dayless.MatchString(s) {
		return time.Time{}, false
	}
	defer func() {
		if recover() != nil {
			t, ok = time.Time{}, false
		}
	}()
	t, err := dateparse.ParseStrict(s)
	if err != nil {
		return time.Time{}, false
	}
	return usable(t)
}

func day(layout, s string) (time.Time, bool) {
	t, err := time.Parse(layout, s)
	if err != nil {
		return time.Time{}, false
	}
	return usable(t)
}

// usable keeps the calendar day that t shows in its own zone.
func usable(t time.Time) (time.Time, bool) {
	y, m, d := t.Date()
	if y < 1900 || y > 2100 {
		return time.Time{}, false
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC), true
}
