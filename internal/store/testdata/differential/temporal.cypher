// dates from text
RETURN date('2024-02-29'), date('20240229'), date('2024-02'), date('2024')

// dates from maps
RETURN date({year: 2024, month: 2, day: 3}), date({year: 2024}), date({year: 2024, month: 5})

// dates from dates
RETURN date(date('2024-02-03')), date(datetime('2024-02-03T23:30:00-05:00')), date(null)

// error: no such day
RETURN date('2024-02-30')

// error: no such month
RETURN date({year: 2024, month: 13})

// error: no date
RETURN date('yesterday')

// parts of a date
WITH date('2024-12-30') AS d RETURN d.year, d.month, d.day, d.week, d.weekYear, d.dayOfWeek, d.weekDay, d.quarter, d.ordinalDay

// parts of a date that isn't there
OPTIONAL MATCH (n:Nope) RETURN n.date.year, date(n.date)

// error: a part that dates don't have
WITH date('2024-12-30') AS d RETURN d.hour

// dates truncated
WITH date('2024-11-14') AS d RETURN date.truncate('week', d), date.truncate('month', d), date.truncate('quarter', d), date.truncate('year', d), date.truncate('day', d)

// dates compared
RETURN date('2024-01-01') < date('2024-01-02'), date('2024-01-01') = date('20240101'), date('2024-01-01') <= date('2024-01-01') < date('2025-01-01'), date('2024-01-01') <> date('2024-01-02')

// a date compared with text, and with null
RETURN date('2024-01-01') = '2024-01-01', date('2024-01-01') < null, date('2024-01-01') < '2025', date('2024-01-01') < datetime('2025-01-01T00:00Z')

// dates and durations
RETURN date('2024-01-31') + duration('P1M'), date('2024-01-31') + duration({days: 1}), date('2024-03-31') - duration('P1M'), date('2024-01-01') + duration('PT36H'), date('2024-02-29') + duration('P1Y'), duration('P1D') + date('2024-01-01')

// durations from text
RETURN duration('P1Y2M3DT4H5M6.7S'), duration('P2W'), duration('PT0.5S'), duration('P1.5D'), duration('-P1D'), duration('P-1M'), duration('PT90M'), duration('P0D')

// durations from maps
RETURN duration({days: 1, hours: 25}), duration({months: 14}), duration({weeks: 2}), duration({minutes: 1.5}), duration({days: 0.5}), duration({seconds: 61, milliseconds: 1500}), duration({years: 1, days: -1})

// error: no duration
RETURN duration('1 day')

// parts of a duration
WITH duration('P1Y2M3DT4H5M6.789S') AS d RETURN d.years, d.months, d.monthsOfYear, d.weeks, d.days, d.hours, d.minutes, d.minutesOfHour, d.seconds, d.secondsOfMinute, d.milliseconds, d.millisecondsOfSecond

// arithmetic of durations
RETURN duration('P1D') + duration('PT12H'), duration('P1M') - duration('P1D'), duration('P1D') * 2, duration('P1D') / 2, duration('PT1H') * 1.5, duration('P1M') * 0.5, -1 * 2

// equality of durations
RETURN duration('P1D') = duration('PT24H'), duration('P1M') = duration('P30D'), duration('PT60S') = duration('PT1M'), duration('P1D') < duration('P2D')

// between dates
RETURN duration.between(date('2024-01-31'), date('2024-03-01')), duration.between(date('2024-03-01'), date('2024-01-31')), duration.inDays(date('2024-01-01'), date('2025-01-01')), duration.inMonths(date('2024-01-31'), date('2024-03-30')), duration.inSeconds(date('2024-01-01'), date('2024-01-02'))

// days between dates, as analysts write it
RETURN duration.inDays(date('2024-01-01'), date('2024-02-01')).days, duration.between(date('2024-01-01'), date('2024-02-05')).days

// between and null
RETURN duration.between(date('2024-01-01'), null), duration(null), date(null) + duration('P1D')

// dates and times from text
RETURN datetime('2024-01-02T03:04:05Z'), datetime('2024-01-02T03:04:05.678+02:00'), datetime('20240102T030405Z'), datetime('2024-01-02T03:04Z'), datetime('2024-01-02T03Z'), datetime('2024-01-02')

// dates and times from maps and numbers
RETURN datetime({year: 2024, month: 1, day: 2, hour: 3, minute: 4, second: 5}), datetime({year: 2024})

// parts of a date and time
WITH datetime('2024-01-02T03:04:05.678901234+02:00') AS t RETURN t.year, t.hour, t.minute, t.second, t.millisecond, t.epochSeconds, t.epochMillis, t.offset, t.timezone, t.dayOfWeek

// dates and times compared: the instant counts
RETURN datetime('2024-01-01T12:00:00Z') = datetime('2024-01-01T13:00:00+01:00'), datetime('2024-01-01T12:00:00Z') < datetime('2024-01-01T12:30:00+01:00')

// dates and times truncated
WITH datetime('2024-11-14T15:16:17.891Z') AS t RETURN datetime.truncate('hour', t), datetime.truncate('day', t), datetime.truncate('minute', t), datetime.truncate('second', t), datetime.truncate('month', t)

// dates and times and durations
RETURN datetime('2024-01-31T10:00:00Z') + duration('P1MT2H'), datetime('2024-01-01T00:00:00Z') - duration('PT1S'), duration.between(datetime('2024-01-01T00:00:00Z'), datetime('2024-01-02T01:00:00Z'))

// toString of temporal values
RETURN toString(date('2024-01-02')), toString(datetime('2024-01-02T03:04:05Z')), toString(duration('P1DT2H')), toString(datetime('2024-01-02T03:04:05.5+02:00')), toString(duration({days: 1, seconds: -1}))

// text with temporal values
RETURN 'on ' + toString(date('2024-01-02')) + '!'

// today lies after the past
RETURN date() > date('2020-01-01'), datetime() > datetime('2020-01-01T00:00Z'), date().year >= 2024, timestamp() > 1600000000000, date() = date(datetime()), datetime().timezone

// now is the same throughout a statement
UNWIND range(1, 3) AS i WITH datetime() AS t RETURN count(DISTINCT t)

// dates of events, by month
MATCH (e:Event) RETURN e.date.year AS year, e.date.month AS month, count(*) AS n ORDER BY year, month

// dates of events, by week
MATCH (e:Event) WITH date.truncate('week', e.date) AS week, count(*) AS n RETURN week, n ORDER BY week

// how long ago, as a duration between two events
MATCH (e:Event) WITH min(e.date) AS first, max(e.date) AS last RETURN duration.between(first, last), duration.inDays(first, last).days

// dates within a window
MATCH (e:Event) WHERE date($since) <= e.date < date($since) + duration({years: 2}) RETURN e.id, e.date

// dates by text
MATCH (e:Event) WHERE toString(e.date) STARTS WITH '2026-0' RETURN e.id, toString(e.date)

// the times of loads
MATCH (r:LoadRun) RETURN r.startedAt <= r.finishedAt, r.version

// order of dates
MATCH (e:Event) RETURN DISTINCT e.date AS d ORDER BY d DESC

// aggregates of dates
MATCH (e:Event) RETURN min(e.date), max(e.date), count(DISTINCT e.date)

// sums and averages of durations
UNWIND ['P1D', 'PT12H', 'P1M'] AS x RETURN sum(duration(x)), avg(duration(x))

// error: a date and a date
RETURN date('2024-01-01') + date('2024-01-01')

// error: a date and a number
UNWIND [1] AS x RETURN date('2024-01-01') + x

// error: a duration times a string
UNWIND ['a'] AS x RETURN duration('P1D') * x
