package query

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// temporalFunctions are the constructors with their siblings, such as date(), date.truncate() and date.statement().
func temporalFunctions() map[string]function {
	all := map[string]function{
		"timestamp":                {0, 0, false, func(r *run, _ []any) (any, error) { return r.now.UnixMilli(), nil }},
		"duration":                 of(durationFrom),
		"duration.between":         durationBetween(""),
		"duration.inmonths":        durationBetween("months"),
		"duration.indays":          durationBetween("days"),
		"duration.inseconds":       durationBetween("seconds"),
		"datetime.fromepoch":       {2, 2, false, fromEpoch(1, "seconds")},
		"datetime.fromepochmillis": {1, 1, false, fromEpoch(1000, "milliseconds")},
	}
	for _, kind := range []string{"date", "time", "localtime", "datetime", "localdatetime"} {
		all[kind] = function{0, 1, false, func(r *run, args []any) (any, error) {
			if len(args) == 0 {
				return civil{Time: r.now.UTC()}.as(kind), nil
			}
			return civilFrom(args[0], kind, r.now)
		}}
		all[kind+".truncate"] = function{1, 3, false, func(r *run, args []any) (any, error) { return truncate(r, kind, args) }}
		for _, clock := range []string{"statement", "transaction", "realtime"} {
			all[kind+"."+clock] = function{0, 1, false, func(r *run, args []any) (any, error) {
				now := r.now.UTC()
				if clock == "realtime" {
					now = time.Now().UTC()
				}
				if len(args) > 0 {
					zone, err := zoneOf(args[0])
					if err != nil {
						return nil, err
					}
					now = now.In(zone)
				}
				return civil{Time: now}.as(kind), nil
			}}
		}
	}
	return all
}

func durationBetween(unit string) function {
	return function{2, 2, false, func(_ *run, args []any) (any, error) { return between(args[0], args[1], unit) }}
}

func fromEpoch(perSecond int64, unit string) func(*run, []any) (any, error) {
	return func(_ *run, args []any) (any, error) {
		n := [2]int64{}
		for i, v := range args {
			whole, ok := v.(int64)
			if !ok {
				return nil, mismatch("Integer", v)
			}
			n[i] = whole
		}
		if unit == "milliseconds" {
			return time.UnixMilli(n[0]).UTC(), nil
		}
		return time.Unix(n[0]/perSecond, n[1]).UTC(), nil
	}
}

func zoneOf(v any) (*time.Location, error) {
	s, ok := v.(string)
	if !ok {
		return nil, mismatch("String", v)
	}
	return parseZone(s)
}

// civilFrom makes a value of a kind of a string, a map of fields or another temporal value.
func civilFrom(v any, kind string, now time.Time) (any, error) {
	switch x := v.(type) {
	case string:
		return parseCivil(x, kind)
	case map[string]any:
		return assemble(x, kind, nil, now)
	}
	c, ok := civilOf(v)
	needsDate, needsClock := strings.Contains(kind, "date"), kind != "date"
	switch {
	case !ok:
		return nil, mismatch("String, Map or a temporal value", v)
	case needsDate && !c.date:
		return nil, fmt.Errorf("cannot get the date of: %v", v)
	case needsClock && !c.clock:
		return nil, fmt.Errorf("cannot get the time of: %v", v)
	}
	return c.as(kind), nil
}

// fieldNames are what the maps of constructors may hold besides timezone, date, time and datetime.
var fieldNames = []string{
	"year", "quarter", "month", "week", "dayofweek", "dayofquarter", "day", "ordinalday",
	"hour", "minute", "second", "millisecond", "microsecond", "nanosecond", "epochseconds", "epochmillis",
}

// assemble makes a value of a kind of a map, over a base where one is given.
func assemble(entries map[string]any, kind string, base *civil, now time.Time) (any, error) {
	fields := fieldSet{}
	var zone *time.Location
	day, clock := base, base
	for _, key := range sortedKeys(entries) {
		v := entries[key]
		name := strings.ToLower(key)
		switch name {
		case "timezone":
			z, err := zoneOf(v)
			if err != nil {
				return nil, err
			}
			zone = z
		case "date", "time", "datetime":
			c, ok := civilOf(v)
			if !ok || name != "time" && !c.date || name != "date" && !c.clock {
				return nil, fmt.Errorf("cannot get the %s of: %v", name, v)
			}
			if name != "time" {
				day = &c
			}
			if name != "date" {
				clock = &c
			}
		default:
			n, ok := v.(int64)
			if !ok {
				return nil, mismatch("Integer", v)
			} else if !slices.Contains(fieldNames, name) {
				return nil, fmt.Errorf("no such field: %s", key)
			}
			fields[name] = n
		}
	}
	// A time with a zone goes to another; one without is as the clocks there show.
	if clock != nil && clock.zone {
		if zone == nil {
			zone = clock.Location()
		} else {
			moved := *clock
			moved.Time = clock.In(zone)
			if day == clock {
				day = &moved
			}
			clock = &moved
		}
	}
	if zone == nil {
		zone = time.UTC
	}
	if fields.has("epochseconds", "epochmillis") {
		t := time.Unix(fields.get("epochseconds", 0), fields.get("nanosecond", 0)).Add(time.Duration(fields.get("epochmillis", 0)) * time.Millisecond)
		return civil{Time: t.In(zone)}.as(kind), nil
	}
	t := time.Unix(0, 0).UTC()
	var err error
	if strings.Contains(kind, "date") {
		if t, err = fields.date(day); err != nil {
			return nil, err
		}
	}
	if kind != "date" {
		if strings.HasSuffix(kind, "time") && !strings.Contains(kind, "date") && clock == nil && !fields.has("hour") {
			return nil, fmt.Errorf("hour must be specified")
		}
		wall, err := fields.clock(clock)
		if err != nil {
			return nil, err
		}
		t = t.Add(time.Duration(wall))
	}
	return civil{Time: onWall(t, zone)}.as(kind), nil
}

// truncate is date.truncate(unit, value, fields) and its kin.
func truncate(r *run, kind string, args []any) (any, error) {
	unit, ok := args[0].(string)
	if !ok {
		return nil, mismatch("String", args[0])
	}
	c := civil{r.now.UTC(), true, true, true}
	if len(args) > 1 {
		if c, ok = civilOf(args[1]); !ok {
			return nil, mismatch("a temporal value", args[1])
		}
	}
	cut, ok := truncated(c.Time, strings.ToLower(unit))
	switch {
	case !ok:
		return nil, fmt.Errorf("unsupported unit: %s", unit)
	case strings.Contains(kind, "date") && !c.date:
		return nil, fmt.Errorf("cannot get the date of: %v", args[1])
	case !strings.Contains(kind, "date") && !c.clock:
		return nil, fmt.Errorf("cannot get the time of: %v", args[1])
	}
	c.Time, c.clock = cut, true
	if len(args) < 3 {
		return c.as(kind), nil
	}
	fields, ok := args[2].(map[string]any)
	if !ok {
		return nil, mismatch("Map", args[2])
	}
	if _, given := fields["timezone"]; given {
		c.zone = false
	}
	return assemble(fields, kind, &c, r.now)
}

// truncated is the start of the unit that a time lies in.
func truncated(t time.Time, unit string) (time.Time, bool) {
	year, month, day := t.Date()
	at := func(y int, m time.Month, d, h, min, s, n int) (time.Time, bool) {
		return time.Date(y, m, d, h, min, s, n, t.Location()), true
	}
	switch unit {
	case "millennium":
		return at(year-year%1000, 1, 1, 0, 0, 0, 0)
	case "century":
		return at(year-year%100, 1, 1, 0, 0, 0, 0)
	case "decade":
		return at(year-year%10, 1, 1, 0, 0, 0, 0)
	case "year":
		return at(year, 1, 1, 0, 0, 0, 0)
	case "weekyear":
		y, _ := t.ISOWeek()
		fourth := time.Date(y, 1, 4, 0, 0, 0, 0, t.Location())
		return fourth.AddDate(0, 0, 1-weekday(fourth)), true
	case "quarter":
		return at(year, (month-1)/3*3+1, 1, 0, 0, 0, 0)
	case "month":
		return at(year, month, 1, 0, 0, 0, 0)
	case "week":
		return at(year, month, day+1-weekday(t), 0, 0, 0, 0)
	case "day":
		return at(year, month, day, 0, 0, 0, 0)
	case "hour":
		return at(year, month, day, t.Hour(), 0, 0, 0)
	case "minute":
		return at(year, month, day, t.Hour(), t.Minute(), 0, 0)
	case "second":
		return at(year, month, day, t.Hour(), t.Minute(), t.Second(), 0)
	case "millisecond":
		return at(year, month, day, t.Hour(), t.Minute(), t.Second(), t.Nanosecond()/1e6*1e6)
	case "microsecond":
		return at(year, month, day, t.Hour(), t.Minute(), t.Second(), t.Nanosecond()/1e3*1e3)
	}
	return t, false
}
