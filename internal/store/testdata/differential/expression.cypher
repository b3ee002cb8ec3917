// integers, floats, strings, booleans, null, lists, maps
RETURN 1, -1, 1.5, -1.5e3, 1e-3, .5, 'a', "b", true, FALSE, null, [1, 'a', null], {a: 1, b: {c: [2]}}

// hexadecimal and octal numbers, and with underscores
RETURN 0xFF, -0x1a, 0o17, 1_000_000

// the largest and the smallest integer
RETURN 9223372036854775807, -9223372036854775808

// escapes in strings
RETURN 'it\'s', "say \"x\"", 'tab\tnew\nline\\', '\u00e9', 'Été', 'it"s', "it's"

// names of columns are the text as it was written
RETURN 1+1, 1  +  1, 'x' AS `a b`, toUpper('a')

// integer arithmetic
RETURN 7 / 2, -7 / 2, 7 % 3, -7 % 3, 2 * 3, 2 - 3, 7 / 2 * 2

// float arithmetic
RETURN 7.0 / 2, 7 / 2.0, 7.5 % 2, 2 ^ 3, 2 ^ -1, 2 ^ 0.5, 1 + 0.5, 1e308 * 10, -1e308 * 10

// powers and signs
RETURN -2 ^ 2, 2 ^ 3 ^ 2, - 3, +3, 3 - -3

// precedence
RETURN 1 + 2 * 3, (1 + 2) * 3, 2 * 3 % 4, NOT true OR true, NOT (true OR true), 1 < 2 AND 2 < 3

// division of floats by zero
RETURN 1.0 / 0.0, -1.0 / 0.0, 0.0 / 0.0

// error: division of integers by zero
RETURN 1 / 0

// error: modulo of integers by zero
RETURN 1 % 0

// error: overflow of an integer
RETURN 9223372036854775807 + 1

// error: overflow of a product
UNWIND [9223372036854775807] AS x RETURN x * 2

// error: overflow of a difference
UNWIND [-9223372036854775808] AS x RETURN x - 1

// NaN is equal to nothing
WITH 0.0 / 0.0 AS nan RETURN nan = nan, nan <> nan, nan < 1, nan > 1, isNaN(nan), nan IN [nan]

// null in arithmetic and in comparison
RETURN 1 + null, null * 2, null = null, null <> null, null < 1, null IS NULL, null IS NOT NULL, 1 = null

// three-valued logic
UNWIND [true, false, null] AS a UNWIND [true, false, null] AS b RETURN a, b, a AND b, a OR b, a XOR b, NOT a

// comparison of numbers of different types
RETURN 1 = 1.0, 1 < 1.5, 2 > 1.5, 1 <= 1.0, 1 <> 1.0

// comparison of different types
RETURN 1 = 'a', 1 <> 'a', 1 < 'a', true = 1, [] = {}, true < 1

// comparison of strings
RETURN 'a' < 'b', 'a' < 'B', 'a' < 'aa', '' < 'a', 'Z' < 'a', 'é' > 'z'

// comparison of booleans
RETURN false < true, true <= true, true = true, true <> false

// comparison of lists
RETURN [1, 2] = [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [1, null] = [1, null], [1, null] = [2, null], [1, 2] = [1, 2.0], [] = []

// comparison of maps
RETURN {a: 1} = {a: 1}, {a: 1} = {a: 1.0}, {a: 1} = {b: 1}, {a: null} = {a: null}, {a: 1, b: 2} = {b: 2, a: 1}, {} = {}

// chained comparison
RETURN 1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 1, 1 = 1 = 1, 3 > 2 >= 2

// chained comparison with null
RETURN 1 < null < 3, 3 < 2 < null

// comparison of nodes and of relationships
MATCH (a:Actor {id: $actor})-[r]->(b:Actor) RETURN a = a, a = b, a <> b, r = r, a IN [a, b]

// IN with lists and nulls
RETURN 1 IN [1, 2], 3 IN [1, 2], 3 IN [1, null], 1 IN [1, null], null IN [1], null IN [], 1 IN [], [1] IN [[1], [2]], 1 IN null

// IN with numbers of different types
RETURN 1 IN [1.0], 1.0 IN [1], 'a' IN ['b', 'a']

// NOT IN
RETURN NOT 1 IN [2], NOT 1 IN [1, null], NOT 3 IN [1, null]

// IS NULL of expressions
MATCH (a:Actor) RETURN a.id, a.role IS NULL, a.nope IS NULL, a.name IS NOT NULL

// text predicates
RETURN 'abc' STARTS WITH 'a', 'abc' ENDS WITH 'bc', 'abc' CONTAINS 'b', 'abc' CONTAINS '', 'abc' STARTS WITH 'B', null CONTAINS 'a', 'a' CONTAINS null

// text predicates of what is no text are null
RETURN 1 STARTS WITH '1', 'a' CONTAINS 1, [1] ENDS WITH 1

// regular expressions match the whole
RETURN 'abc' =~ 'abc', 'abc' =~ 'b', 'abc' =~ '.*b.*', 'ABC' =~ '(?i)abc', 'a.c' =~ 'a\\.c', 'ab' =~ 'a|b', null =~ 'a', 'a' =~ null, 'a1' =~ '[a-z]\\d'

// regular expressions over lines
RETURN 'a\nb' =~ 'a.b', 'a\nb' =~ '(?s)a.b', 'a\nb' =~ 'a\nb'

// error: a broken regular expression
RETURN 'a' =~ '('

// + of strings and of other values
RETURN 'a' + 'b', 'a' + 1, 1 + 'a', 'a' + 1.5, 'a' + null

// + of a text and what only a row tells the type of
WITH {a: true, b: date('2024-01-02'), c: 1.5, d: null} AS m RETURN 'a' + m.a, m.b + 'a', 'a' + m.c, 'a' + m.d

// error: + of a text and a map
RETURN 'a' + $map

// + of lists
RETURN [1] + [2], [1] + 2, 1 + [2], [1] + null, [] + [], [1] + [[2]], ['a'] + 'b', 'a' + ['b']

// error: + of a number and a boolean
UNWIND [true] AS x RETURN 1 + x

// error: - of strings
UNWIND ['a'] AS x RETURN x - 'b'

// error: * of a string
UNWIND ['a'] AS x RETURN x * 2

// error: minus of a string
UNWIND ['a'] AS x RETURN -x

// error: a property of a number
UNWIND [1] AS x RETURN x.a

// error: a property of a string
UNWIND ['a'] AS x RETURN x.length

// error: AND of a number
UNWIND [1] AS x RETURN true AND x

// error: NOT of a string
UNWIND ['a'] AS x RETURN NOT x

// error: WHERE of a number
UNWIND [1] AS x WITH x WHERE x RETURN x

// error: an element of a number
UNWIND [1] AS x RETURN x[0]

// error: an element by a string
UNWIND [[1]] AS x RETURN x['a']

// error: an element of a map by a number
UNWIND [{a: 1}] AS x RETURN x[0]

// error: an element by a float
UNWIND [1.0] AS i RETURN [1, 2][i]

// error: IN a number
UNWIND [1] AS x RETURN 1 IN x

// error: a comprehension over a number
UNWIND [1] AS x RETURN [y IN x | y]

// elements of lists
RETURN [1, 2, 3][0], [1, 2, 3][-1], [1, 2, 3][5], [1, 2, 3][-5], [1, 2, 3][null], null[0]

// slices of lists
RETURN [1, 2, 3, 4][1..3], [1, 2, 3][..2], [1, 2, 3][1..], [1, 2, 3][-2..], [1, 2, 3][..-1], [1, 2, 3][2..1], [1, 2, 3][0..9], [1, 2, 3][null..2]

// error: a slice without ends
RETURN [1, 2, 3][..]

// elements of maps
WITH {a: 1, b: null} AS m RETURN m.a, m.b, m.c, m['a'], m['nope'], keys(m)

// nested elements
WITH {a: [{b: 'x'}, {b: 'y'}]} AS m RETURN m.a[1].b, m.a[0]['b'], size(m.a), m.a[5].b

// properties by a computed name
MATCH (a:Actor {id: $actor}) WITH a, 'na' + 'me' AS key RETURN a[key], a['id'], a['nope']

// list comprehensions
RETURN [x IN range(1, 5)], [x IN range(1, 5) | x * x], [x IN range(1, 5) WHERE x % 2 = 1], [x IN range(1, 5) WHERE x > 2 | toString(x)], [x IN null | x], [x IN [] | x]

// nested comprehensions
RETURN [x IN [1, 2] | [y IN [10, 20] WHERE y > 10 | x + y]]

// a comprehension hides a name
WITH 1 AS x RETURN [x IN [5] | x], x

// quantifiers
WITH [1, 2, 3] AS l RETURN any(x IN l WHERE x > 2), all(x IN l WHERE x > 0), none(x IN l WHERE x > 3), single(x IN l WHERE x = 2), single(x IN l WHERE x > 1)

// quantifiers over nothing and null
RETURN any(x IN [] WHERE true), all(x IN [] WHERE false), none(x IN [] WHERE true), single(x IN [] WHERE true), any(x IN null WHERE true), all(x IN null WHERE true)

// quantifiers with null inside
RETURN any(x IN [1, null] WHERE x = 1), any(x IN [2, null] WHERE x = 1), all(x IN [1, null] WHERE x = 1), all(x IN [2, null] WHERE x = 1), none(x IN [null] WHERE x = 1), single(x IN [1, null] WHERE x = 1)

// quantifiers over properties
MATCH (a:Actor) WHERE any(x IN a.aliases WHERE size(x) > 3) RETURN a.id

// reduce
RETURN reduce(s = 0, x IN [1, 2, 3] | s + x), reduce(s = '', x IN ['a', 'b'] | s + x), reduce(s = 1, x IN [] | s), reduce(s = 0, x IN [1, null] | s + x), reduce(s = [], x IN [1, 2] | [x] + s)

// CASE with a subject
UNWIND [1, 2, 3, null] AS x RETURN x, CASE x WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END, CASE x WHEN null THEN 'null' END

// CASE without a subject
UNWIND [1, 2, 3, null] AS x RETURN CASE WHEN x > 2 THEN 'big' WHEN x IS NULL THEN 'none' END

// CASE does only what it must
UNWIND [0, 1] AS x RETURN CASE WHEN x = 0 THEN 'zero' ELSE toString(10 / x) END

// coalesce
RETURN coalesce(null, 1), coalesce(null, null), coalesce(1, 2), coalesce(null, 'a', 2)

// a map projection of a node
MATCH (a:Actor {id: $actor}) RETURN a {.id, .name, .nope, kind: 'x', up: toUpper(a.name)}

// a map projection of all properties, some overridden
MATCH (a:Actor {id: $actor}) RETURN a {.*, name: 'other'}

// a map projection with a variable
MATCH (a:Actor {id: $actor})-[r]->(b:Actor) WITH a, count(r) AS acts RETURN a {.id, acts}

// a map projection of a map, of a relationship and of null
MATCH (:Actor)-[r:CONDEMNS]->(:Actor) WITH r, {a: 1, b: 2} AS m, null AS n RETURN m {.a, .c} AS x, m {.*}, n {.x}, r {.status, .date}

// parameters
RETURN $actor, $ids, $n, $half, $flag, $nothing, $map, $map.list[1], $map.a + 1

// a parameter in backticks
RETURN $`actor` AS a

// error: a parameter that wasn't given
RETURN $absent

// label predicates within WHERE
MATCH (n:Actor) WHERE n:Person OR n:Country RETURN n.id

// types of relationships as predicates
MATCH (a:Actor)-[r]->(b:Actor) WHERE (r:CONDEMNS OR r:ACCUSES) RETURN type(r), a.id, b.id

// XOR
MATCH (n:Actor) WHERE n:Person XOR n.role IS NULL RETURN n.id

// DISTINCT of mixed values
UNWIND [1, 1.0, '1', null, null, true, [1], [1.0], {a: 1}, {a: 1}] AS x RETURN DISTINCT x

// DISTINCT of zeros
UNWIND [0.0, -0.0, 0] AS x WITH DISTINCT x RETURN count(*)

// order of mixed types, ascending
UNWIND [1, 'a', null, true, 2.5, [1], {a: 1}, date('2020-01-01'), duration('P1D'), 0.0 / 0.0, datetime('2020-01-01T00:00Z'), false, 'A', [], [1, 2], [null]] AS x RETURN x ORDER BY x

// order of mixed types, descending
UNWIND [1, 'a', null, true, 2.5, [1], {a: 1}, date('2020-01-01'), duration('P1D'), 0.0 / 0.0, datetime('2020-01-01T00:00Z'), false, 'A', [], [1, 2], [null]] AS x RETURN x ORDER BY x DESC

// order of strings
UNWIND ['b', 'a', 'B', 'é', 'z', '', 'ab', '10', '9', '😀', '\uFFFD'] AS x RETURN x ORDER BY x

// order of lists
UNWIND [[2], [1, 2], [1], [], [1, null], ['a'], [1.5]] AS x RETURN x ORDER BY x

// order of maps
UNWIND [{b: 1}, {a: 2}, {a: 1}, {}, {a: 1, b: 0}] AS x RETURN x ORDER BY x

// order by several keys
UNWIND [[1, 'b'], [2, 'a'], [1, 'a'], [null, 'c']] AS x RETURN x[0] AS n, x[1] AS s ORDER BY n DESC, s ASC

// order of durations
UNWIND ['P1M', 'P30D', 'P31D', 'PT24H', 'P1D', 'P1Y', 'P365D'] AS x RETURN x ORDER BY duration(x), x

// -0.0
RETURN -0.0, 0.0 = -0.0

// a long conjunction
MATCH (e:Event) WHERE e.status = 'asserted' AND e.date >= date($since) AND e.articles >= 1 AND NOT e.type IN ['MEETS'] AND e.id <> '' RETURN e.id

// spaces and line feeds anywhere
MATCH
  (a : Actor
  { id : $actor } )
RETURN
  a . name

// error: AND of a number that doesn't decide
RETURN false AND 123

// error: OR of a list
RETURN true OR [false]

// error: a node as a condition
MATCH (n:Actor) WHERE n RETURN n

// error: a pattern as a value
MATCH (n:Actor) RETURN (n)-->() AS x

// error: the size of a pattern
MATCH (n:Actor) RETURN size((n)-->())

// patterns in conditions of all kinds
MATCH (n:Country) RETURN n.id, NOT (n)-[:CONDEMNS]->(), (n)-[:CONDEMNS]->() AND true, CASE WHEN (n)-[:CONDEMNS]->() THEN 1 END, [x IN [1] WHERE (n)-[:CONDEMNS]->()], any(x IN [1] WHERE (n)-[:CONDEMNS]->())

// error: the type of a node, though no row is met
MATCH (n:Nope) RETURN type(n)

// error: the length of a relationship, though no row is met
MATCH (:Nope)-[r]->() RETURN length(r)

// error: a property of a path, though no row is met
MATCH p = (:Nope)-->() RETURN p.name

// what is grouped by may stand beside an aggregate, if it is a property
MATCH (n:Country) RETURN n.iso3, n.iso3 + toString(count(*)) AS x
