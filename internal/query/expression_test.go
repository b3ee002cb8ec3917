package query

import "testing"

func TestExpressions(t *testing.T) {
	check(t, []example{
		// Three-valued logic.
		{"RETURN null = null, null IS NULL, 1 IN [2, null], NOT null, null OR true, null AND false, null XOR true", "null | true | null | null | true | false | null"},
		{"RETURN null <> null, null < 1, 1 IN [], null IN [], null IN [1], 1 IN null, [1] IN [[1], 2]", "null | null | false | false | null | null | true"},
		{"RETURN [1, null] = [1, 2], [1, null] = [2, null], [1] = [1, null], [null] = [null], [1] = 1", "null | false | false | null | false"},
		{"RETURN {a: 1} = {a: 1.0}, {a: null} = {a: 1}, {a: 1} = {b: 1}, {a: 1} = {a: 1, b: null}", "true | null | false | false"},
		{"RETURN 1 = 1.0, 1 = '1', true = 1, 'a' < 'b', 'a' < 1, true > false, [1, 2] < [1, 3], [1] < [1, 0]", "true | false | false | true | null | true | true | true"},
		{"RETURN 0.0 / 0.0 = 0.0 / 0.0, NaN < 1, NaN > 1, NaN <> NaN, NaN IN [NaN]", "false | false | false | true | false"},
		{"RETURN 9007199254740993 = 9007199254740992.0, 9007199254740993 > 9007199254740992.0", "false | true"},
		{"RETURN 1 < 2 < 3, 1 < 3 < 2, 1 < 2 = true, 1 = 1 = 1, 3 > 2 >= 2 <> 5", "true | false | false | true | true"},
		{"RETURN true XOR false, NOT NOT true, NOT 1 = 2 AND true", "true | true | true"},
		// Arithmetic.
		{"RETURN 7 / 2, -7 / 2, 7.0 / 2, 7 % 3, -7 % 3, 7.5 % 2, 2 ^ 3, 2 ^ 3 ^ 2, -2 ^ 2, 1 / 0.0, -1.0 / 0.0", "3 | -3 | 3.5 | 1 | -1 | 1.5 | 8.0 | 64.0 | 4.0 | Infinity | -Infinity"},
		{"RETURN 1 + 2 * 3 - 4, (1 + 2) * 3, 1 - -1, +3, 1 + 1.5, -9223372036854775808, 0xff, 0o17, 1e3, .5, 1_000", "3 | 9 | 2 | 3 | 2.5 | -9223372036854775808 | 255 | 15 | 1000.0 | 0.5 | 1000"},
		{"RETURN 'a' + 'b', 'a' + 1, 1 + 'a', 'a' + 1.0, 'a' + true, 'on ' + date('2026-01-14'), 'a' + null", "'ab' | 'a1' | '1a' | 'a1.0' | 'atrue' | 'on 2026-01-14' | null"},
		{"RETURN [1] + [2], [1] + 2, 1 + [2], [1] + null, [1] + [null]", "[1, 2] | [1, 2] | [1, 2] | null | [1, null]"},
		// Lists and maps.
		{"RETURN [1, 2, 3, 4][1..3], [1, 2, 3][-1], [1, 2][5], [1, 2, 3][..-1], [1, 2, 3][1..], [1, 2][2..1], [1, 2][null..], [1][null]", "[2, 3] | 3 | null | [1, 2] | [2, 3] | [] | null | null"},
		{"RETURN {a: 1, b: [2]}.b[0], {a: 1}['a'], {a: 1}.x, null.x, {a: {b: 3}}.a.b", "2 | 1 | null | null | 3"},
		{"RETURN [x IN range(1, 6) WHERE x % 2 = 0 | x * x], [x IN [1, null] WHERE x > 0], [x IN null | x], [x IN [1, 2] | x], [x IN [1, 2]]", "[4, 16, 36] | [1] | null | [1, 2] | [1, 2]"},
		{"WITH [1, 2, 3] AS l RETURN reduce(s = 0, x IN l | s + x), any(x IN l WHERE x > 2), all(x IN l WHERE x > 2), none(x IN l WHERE x > 5), single(x IN l WHERE x = 1)", "6 | true | false | true | true"},
		{"RETURN any(x IN [null, 1] WHERE x = 1), any(x IN [null] WHERE x = 1), all(x IN [null, 1] WHERE x = 1), all(x IN [null, 2] WHERE x = 1), none(x IN [null] WHERE x = 1), single(x IN [1, null] WHERE x = 1), single(x IN [1, 1, null] WHERE x = 1), all(x IN [] WHERE false), any(x IN null WHERE true)",
			"true | null | null | false | null | null | false | true | null"},
		{"MATCH (c:Country {iso: 'DE'}) RETURN c {.iso, up: toUpper(c.name), .x}, c {.*} AS all, c {c, .name} AS m", "{iso: 'DE', up: 'GERMANY', x: null} | {id: 'DE', iso: 'DE', name: 'Germany'} | {c: (DE), name: 'Germany'}"},
		{"WITH null AS n RETURN n {.a}", "null"},
		// CASE.
		{"UNWIND [1, 2, 3, null] AS x RETURN CASE x WHEN 1 THEN 'one' WHEN 2 THEN 'few' ELSE 'many' END", "'one'\n'few'\n'many'\n'many'"},
		{"UNWIND [1, 5, null] AS x RETURN CASE WHEN x > 3 THEN 'big' WHEN x < 3 THEN 'small' END", "'small'\n'big'\nnull"},
		// Strings.
		{"RETURN 'a AS b' AS x, \"it's\", 'tab\\tq\\'', 'A\\u00e9\\uD83D\\uDE00', '\\\\'", "'a AS b' | 'it's' | 'tab\tq'' | 'Aé😀' | '\\'"},
		{"MATCH (a:Article) WHERE toLower(a.title) CONTAINS 'nato' OR a.title STARTS WITH 'Été' OR a.title ENDS WITH 'Bob' OR a.title =~ '(?i)carol.*' RETURN a.id ORDER BY a.id", "'a1'\n'a2'\n'a3'\n'a4'"},
		{"RETURN 'abc' =~ 'b', 'abc' =~ '.b.', 'a' + 'b' =~ 'a' + 'b', null =~ 'a', 1 STARTS WITH 'a', 'a' CONTAINS null", "false | true | true | null | null | null"},
		{"MATCH (a:Article) WHERE 'war' IN a.tags AND size(a.tags) >= 1 RETURN a.id ORDER BY a.id", "'a1'\n'a2'"},
		// Entities.
		{"MATCH (a:Actor {id: 'o1'})-[r]->(b) RETURN type(r), labels(b)[0], properties(r), keys(r) ORDER BY type(r)", "'CONDEMNS' | 'Actor' | {article: 'a2', confidence: 0.8, date: 2026-01-12} | ['article', 'confidence', 'date']\n'DEPLOYS_TO' | 'Actor' | {troops: 500} | ['troops']\n'SUPPORTS' | 'Actor' | {confidence: 0.5} | ['confidence']"},
		{"MATCH (a:Actor) RETURN a.id AS id, a:Person, a:Person OR a:Country, NOT a:Person ORDER BY id LIMIT 1", "'DE' | false | true | true"},
		{"MATCH (a:Person {id: 'p1'}), (b {id: 'p1'}) RETURN a = b, a <> b, a IN [b], a['name'], id(a) = id(b)", "true | false | true | 'Alice' | true"},
		{"MATCH ()-[r:DEPLOYS_TO]->() RETURN r:DEPLOYS_TO, r:X", "true | false"},
		// Order over all types.
		{"UNWIND [null, 1, 'a', true, [1], {a: 1}, date('2026-01-01'), 0.5, NaN] AS x RETURN x ORDER BY x", "{a: 1}\n[1]\n2026-01-01\n'a'\ntrue\n0.5\n1\nNaN\nnull"},
		{"UNWIND [[2], [1, 5], [], [1, null], [1]] AS x RETURN x ORDER BY x", "[]\n[1]\n[1, 5]\n[1, null]\n[2]"},
		// Words of the language as names.
		{"WITH {match: 1, limit: 2, end: 3} AS return RETURN return.match + return.limit + return.end AS order", "6"},
		{"RETURN [x IN [1, 2] WHERE x > 1 OR x < 0 | x][0], [n IN [1] | [m IN [2] | n + m]]", "2 | [[3]]"},
		{"MATCH (n:Person {id: 'p1'}) RETURN [x IN [n] WHERE x:Person | x.name]", "['Alice']"},
	}, nil)
}

func TestFunctions(t *testing.T) {
	check(t, []example{
		{"RETURN split('a,b,c', ','), replace('abc', 'b', 'x'), substring('hello', 1, 3), substring('hello', 2), trim('  x '), left('abc', 2), right('abc', 2), left('a', 9), reverse('abc'), size('été')", "['a', 'b', 'c'] | 'axc' | 'ell' | 'llo' | 'x' | 'ab' | 'bc' | 'a' | 'cba' | 3"},
		{"RETURN toUpper('aé'), toLower('AÉ'), ltrim(' x '), rtrim(' x '), split('a', null)", "'AÉ' | 'aé' | 'x ' | ' x' | null"},
		{"RETURN toInteger('42'), toInteger('2.9'), toInteger(-2.9), toInteger('x'), toInteger(true), toInteger(null), toFloat('1.5'), toFloat(2), toFloat('x'), toFloat('0x1')", "42 | 2 | -2 | null | 1 | null | 1.5 | 2.0 | null | null"},
		{"RETURN toString(1), toString(1.0), toString(1e10), toString(0.00012), toString(true), toString(date('2026-01-14')), toString(null), toString(123456.789)", "'1' | '1.0' | '1.0E10' | '1.2E-4' | 'true' | '2026-01-14' | null | '123456.789'"},
		{"RETURN toBoolean('TRUE'), toBoolean('x'), toBoolean(0)", "true | null | false"},
		{"RETURN abs(-4), abs(-4.5), sign(-2), sign(0.0), ceil(1.2), floor(-1.2), sqrt(4), exp(0), log(1), log10(100), isNaN(NaN), round(2.5), round(-1.5), round(-2.6)", "4 | 4.5 | -1 | 0 | 2.0 | -2.0 | 2.0 | 1.0 | 0.0 | 2.0 | true | 3.0 | -1.0 | -3.0"},
		{"RETURN round(3.14159, 2), round(-1.55, 1), round(1.249, 1), round(0.67 * 100) / 100", "3.14 | -1.6 | 1.2 | 0.67"},
		{"RETURN range(1, 3), range(3, 1, -1), range(1, 0), range(0, 10, 5), range(-9223372036854775808, 9223372036854775807, 9223372036854775807)", "[1, 2, 3] | [3, 2, 1] | [] | [0, 5, 10] | [-9223372036854775808, -1, 9223372036854775806]"},
		{"RETURN head([1, 2]), last([1, 2]), tail([1, 2]), head([]), last([]), tail([]), reverse([1, 2]), size([1, 2]), isEmpty([]), isEmpty(''), isEmpty({a: 1}), size(null)", "1 | 2 | [2] | null | null | [] | [2, 1] | 2 | true | true | false | null"},
		{"RETURN coalesce(null, null, 3), coalesce(null), keys({b: 1, a: 2}), properties({a: 1})", "3 | null | ['a', 'b'] | {a: 1}"},
		{"RETURN timestamp() > 1600000000000, rand() < 1, pi() > 3.14", "true | true | true"},
	}, nil)
}

func TestTemporal(t *testing.T) {
	check(t, []example{
		{"WITH date('2026-01-14') AS d RETURN d.year, d.month, d.day, d.week, d.weekYear, d.dayOfWeek, d.quarter, d.ordinalDay", "2026 | 1 | 14 | 3 | 2026 | 3 | 1 | 14"},
		{"RETURN date('20260114'), date('2026-01'), date('2026'), date('202601')", "2026-01-14 | 2026-01-01 | 2026-01-01 | 2026-01-01"},
		{"RETURN date({year: 2026, month: 1, day: 14}), date({year: 2026}), date(null)", "2026-01-14 | 2026-01-01 | null"},
		{"WITH date('2026-05-14') AS d RETURN date.truncate('week', d), date.truncate('month', d), date.truncate('quarter', d), date.truncate('year', d)", "2026-05-11 | 2026-05-01 | 2026-04-01 | 2026-01-01"},
		{"WITH datetime('2026-05-14T10:20:30.5Z') AS d RETURN datetime.truncate('hour', d), datetime.truncate('day', d), date.truncate('month', d), datetime.truncate('minute', d), datetime.truncate('day', date('2026-05-14'))", "2026-05-14T10:00:00Z | 2026-05-14T00:00:00Z | 2026-05-01 | 2026-05-14T10:20:00Z | 2026-05-14T00:00:00Z"},
		{"RETURN date('2026-01-31') + duration('P1M'), date('2026-03-01') - duration({days: 1}), date('2026-01-01') + duration('PT25H'), date('2024-02-29') + duration({years: 1}), duration({days: 1}) + date('2026-01-01'), date('2026-03-31') - duration('P1M')", "2026-02-28 | 2026-02-28 | 2026-01-02 | 2025-02-28 | 2026-01-02 | 2026-02-28"},
		{"RETURN date('2026-01-05') < date('2026-01-14'), date('2026-01-05') = date('2026-01-05'), date('2026-01-05') < datetime('2026-01-14T00:00Z'), date('2026-01-05') = '2026-01-05', duration('P1D') < duration('P2D')", "true | true | null | false | null"},
		{"RETURN duration.between(date('2026-01-05'), date('2026-03-14')) AS d, duration.inDays(date('2026-01-05'), date('2026-02-05')).days, duration.inMonths(date('2026-01-31'), date('2026-02-28')).months, duration.between(date('2026-03-14'), date('2026-01-05')), duration.inSeconds(date('2026-01-01'), date('2026-01-02')).hours", "P2M9D | 31 | 0 | P-2M-9D | 24"},
		{"RETURN duration.between(datetime('2026-01-01T12:00Z'), datetime('2026-02-03T06:30Z')), duration.between(date('2026-01-01'), datetime('2026-01-01T02:30Z')), duration.inSeconds(datetime('2026-01-01T12:00Z'), datetime('2026-01-01T12:00+01:00'))", "P1M1DT18H30M | PT2H30M | PT-1H"},
		{"RETURN duration({hours: 36}).days, duration({days: 10}).weeks, duration('P1Y2M3DT4H5M6.5S') AS d, duration('P1.5Y'), duration('P1W'), duration({minutes: 90}), duration({seconds: -1.5}), duration('P0D')", "0 | 1 | P1Y2M3DT4H5M6.5S | P1Y6M | P7D | PT1H30M | PT-1.5S | PT0S"},
		{"WITH duration('P1Y2M10DT4H5M6.5S') AS d RETURN d.years, d.months, d.monthsOfYear, d.days, d.hours, d.minutes, d.minutesOfHour, d.seconds, d.secondsOfMinute, d.milliseconds", "1 | 14 | 2 | 10 | 4 | 245 | 5 | 14706 | 6 | 14706500"},
		{"RETURN duration('P1M') + duration('P1D'), duration('P2D') - duration('PT1H'), duration('P1D') * 2, 2 * duration('P1D'), duration('P1D') / 2, duration({months: 0.5})", "P1M1D | P2DT-1H | P2D | P2D | PT12H | P15DT5H14M33S"},
		{"RETURN datetime('2026-01-12T09:00:00+01:00') AS d, datetime('2026-01-12T09:00').hour, datetime('2026-01-12').epochSeconds, datetime({year: 2026, hour: 3}), toString(datetime('2026-01-12T09:00:00.120Z'))", "2026-01-12T09:00:00+01:00 | 9 | 1768176000 | 2026-01-01T03:00:00Z | '2026-01-12T09:00:00.12Z'"},
		{"WITH datetime('2026-01-12T09:00:00+01:00') AS d RETURN date(d), d.offset, d.timezone, d.epochSeconds, d = datetime('2026-01-12T08:00:00Z'), d <= datetime('2026-01-12T08:00:00Z')", "2026-01-12 | '+01:00' | '+01:00' | 1768204800 | false | false"},
		{"RETURN datetime('2026-07-01T12:00Z') + duration('P1MT1H')", "2026-08-01T13:00:00Z"},
		{"RETURN date() > date('2020-01-01'), datetime() > datetime('2020-01-01T00:00:00Z'), date() - duration('P7D') < date()", "true | true | true"},
		{"MATCH (a:Article) WITH date.truncate('week', a.published) AS week, count(*) AS n RETURN week, n ORDER BY week", "2026-01-05 | 1\n2026-01-12 | 2\n2026-02-02 | 1"},
		{"MATCH (a:Article {id: 'a1'}) RETURN a.fetched.hour, a.published.year, date(a.fetched) = a.published, a.fetched", "10 | 2026 | true | 2026-01-05T10:00:00Z"},
	}, nil)
}
