package query

import (
	"slices"
	"strings"
	"time"
)

// temporalFunctions are date and datetime with their siblings, and those of durations.
func temporalFunctions() map[string]function {
	all := map[string]function{
		"timestamp":          {0, 0, false, func(r *run, _ []any) any { return r.now.UnixMilli() }},
		"duration":           of(durationFrom),
		"duration.between":   durationBetween(""),
		"duration.inmonths":  durationBetween("months"),
		"duration.indays":    durationBetween("days"),
		"duration.inseconds": durationBetween("seconds"),
		"datetime.fromepoch": {2, 2, false, func(_ *run, args []any) any {
			return time.Unix(toInteger(args[0]), toInteger(args[1])).UTC()
		}},
		"datetime.fromepochmillis": of(func(v any) any { return time.UnixMilli(toInteger(v)).UTC() }),
	}
	for kind, clock := range map[string]bool{"date": false, "datetime": true} {
		all[kind] = function{0, 1, false, func(r *run, args []any) any {
			if len(args) == 0 {
				return civil{r.now.UTC(), clock}.value()
			}
			return civilFrom(args[0], clock).value()
		}}
		all[kind+".truncate"] = function{1, 3, false, func(r *run, args []any) any { return truncate(r, args, clock).value() }}
		for _, of := range []string{"statement", "transaction", "realtime"} {
			all[kind+"."+of] = function{0, 1, false, func(r *run, args []any) any {
				now, zone := r.now, time.UTC
				if of == "realtime" {
					now = time.Now()
				}
				if len(args) > 0 {
					zone = parseZone(toText(args[0]))
				}
				return civil{now.In(zone), clock}.value()
			}}
		}
	}
	return all
}

func durationBetween(unit string) function {
	return function{2, 2, false, func(_ *run, args []any) any { return between(args[0], args[1], unit) }}
}

// civilFrom makes a date, or with a clock a time, of a string, a map of fields or another temporal value.
func civilFrom(v any, clock bool) civil {
	switch x := v.(type) {
	case string:
		if clock {
			return civil{parseTime(x), true}
		}
		return civil{parseDate(x), false}
	case map[string]any:
		return civilOfFields(x, clock, nil)
	}
	return civil{temporal(v, clock).Time, clock}
}

// temporal is a date or time, with a clock where one is needed.
func temporal(v any, clock bool) civil {
	c, ok := civilOf(v)
	if !ok {
		mismatch("String, Map or a temporal value", v)
	} else if clock && !c.clock {
		fail("cannot get the time of: %v", v)
	}
	return c
}

// fieldNames are what the maps of constructors may hold besides timezone, date, time and datetime.
var fieldNames = []string{
	"year", "quarter", "month", "week", "dayofweek", "dayofquarter", "day", "ordinalday",
	"hour", "minute", "second", "millisecond", "microsecond", "nanosecond", "epochseconds", "epochmillis",
}

// civilOfFields makes a date or time of a map, over a base where one is given.
func civilOfFields(entries map[string]any, hasClock bool, base *civil) civil {
	fields := fieldSet{}
	var zone *time.Location
	day, clock := base, base
	for _, key := range sortedKeys(entries) {
		v, name := entries[key], strings.ToLower(key)
		switch name {
		case "timezone":
			zone = parseZone(toText(v))
		case "date", "time", "datetime":
			c := temporal(v, name != "date")
			if name != "time" {
				day = &c
			}
			if name != "date" {
				clock = &c
			}
		default:
			if !slices.Contains(fieldNames, name) {
				fail("no such field: %s", key)
			}
			fields[name] = toInteger(v)
		}
	}
	// A time goes to another zone; a date is as the clocks there show.
	switch {
	case clock != nil && clock.clock && zone == nil:
		zone = clock.Location()
	case clock != nil && clock.clock:
		moved := civil{clock.In(zone), true}
		if day == clock {
			day = &moved
		}
		clock = &moved
	case zone == nil:
		zone = time.UTC
	}
	if fields.has("epochseconds", "epochmillis") {
		t := time.Unix(fields["epochseconds"], fields["epochmillis"]*1e6+fields["nanosecond"])
		return civil{t.In(zone), hasClock}
	}
	t := fields.date(day)
	if hasClock {
		t = onWall(t.Add(fields.clock(clock)), zone)
	}
	return civil{t, hasClock}
}

// truncate is date.truncate(unit, value, fields) and datetime.truncate.
func truncate(r *run, args []any, clock bool) civil {
	var v any = r.now.UTC()
	if len(args) > 1 {
		v = args[1]
	}
	c := temporal(v, false)
	t := truncated(c.Time, toText(args[0]))
	if len(args) < 3 {
		return civil{t, clock}
	}
	fields := to[map[string]any](args[2], "Map")
	if _, given := fields["timezone"]; given {
		return civilOfFields(fields, clock, &civil{t, false})
	}
	set := civilOfFields(fields, clock, &civil{t, true})
	for key := range fields {
		if name := strings.ToLower(key); clock && strings.HasSuffix(name, "second") && name != "second" {
			set.Time = set.Add(time.Duration(t.Nanosecond())) // fields add to what of the second is left
			break
		}
	}
	return set
}

// truncated is the start of the unit that a time lies in.
func truncated(t time.Time, unit string) time.Time {
	year, month, day := t.Date()
	date := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, t.Location()) }
	clock := func(unit time.Duration) time.Time {
		wall := sinceMidnight(t)
		return time.Date(year, month, day, 0, 0, 0, int(wall-wall%unit), t.Location())
	}
	switch strings.ToLower(unit) {
	case "millennium":
		return date(year-year%1000, 1, 1)
	case "century":
		return date(year-year%100, 1, 1)
	case "decade":
		return date(year-year%10, 1, 1)
	case "year":
		return date(year, 1, 1)
	case "weekyear":
		y, _ := t.ISOWeek()
		return firstWeek(y, t.Location())
	case "quarter":
		return date(year, (month-1)/3*3+1, 1)
	case "month":
		return date(year, month, 1)
	case "week":
		return date(year, month, day+1-weekday(t))
	case "day":
		return date(year, month, day)
	case "hour":
		return clock(time.Hour)
	case "minute":
		return clock(time.Minute)
	case "second":
		return clock(time.Second)
	case "millisecond":
		return clock(time.Millisecond)
	case "microsecond":
		return clock(time.Microsecond)
	}
	fail("unsupported unit: %s", unit)
	return t
}
