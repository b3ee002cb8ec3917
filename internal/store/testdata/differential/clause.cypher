// WITH renames and hides
MATCH (a:Country) WITH a.id AS id, a.name AS name RETURN id, name

// WITH *
MATCH (a:Country) WITH *, a.iso3 AS iso RETURN a.id, iso

// RETURN *
MATCH (a:Country {id: $actor}) WITH a.id AS z, a.name AS b RETURN *

// RETURN * and more
MATCH (a:Country {id: $actor}) WITH a.id AS id RETURN *, id + '!' AS more

// WITH and WHERE
MATCH (a:Actor) WITH a, size(a.name) AS n WHERE n > 8 RETURN a.id, n

// WHERE of WITH may see what is projected away
MATCH (a:Actor) WITH a.name AS name WHERE a.id STARTS WITH 'country' RETURN name

// WITH DISTINCT
MATCH (e:Event) WITH DISTINCT e.type AS type, e.status AS status RETURN type, status

// WITH, ORDER BY and LIMIT
MATCH (a:Actor) WITH a ORDER BY a.id DESC LIMIT 5 RETURN a.id ORDER BY a.id

// ORDER BY a property of what isn't returned
MATCH (a:Country) RETURN a.name ORDER BY a.id

// ORDER BY an alias and an expression of it
MATCH (a:Country) RETURN a.id AS id, size(a.name) AS n ORDER BY n * -1, id

// ORDER BY hidden names: the alias counts
MATCH (a:Country) RETURN a.name AS id, a.id AS other ORDER BY id, other

// ORDER BY ascending and descending spelt out
MATCH (e:Event) RETURN e.type AS t, e.id AS id ORDER BY t DESCENDING, id ASCENDING

// ORDER BY nulls
MATCH (a:Actor) RETURN a.id AS id, a.role AS role ORDER BY role, id

// ORDER BY nulls, descending
MATCH (a:Actor) RETURN a.id AS id, a.role AS role ORDER BY role DESC, id DESC

// SKIP without LIMIT
UNWIND range(1, 10) AS x RETURN x ORDER BY x SKIP 7

// SKIP without LIMIT and without order
UNWIND [1, 1, 1, 1, 1] AS x RETURN x SKIP 3

// LIMIT without order
UNWIND [1, 1, 1] AS x RETURN x LIMIT 2

// LIMIT 0
MATCH (n) RETURN n LIMIT 0

// SKIP and LIMIT with parameters and arithmetic
UNWIND range(1, 20) AS x RETURN x ORDER BY x SKIP $n LIMIT 1 + 2

// SKIP beyond the end
UNWIND [1, 2] AS x RETURN x SKIP 5

// OFFSET
UNWIND [3, 1, 2] AS x RETURN x ORDER BY x OFFSET 1

// error: a negative LIMIT
RETURN 1 LIMIT -1

// error: LIMIT of a float
RETURN 1 LIMIT 1.5

// error: LIMIT of a text
RETURN 1 LIMIT $actor

// LIMIT in the middle
MATCH (a:Actor) WITH a ORDER BY a.id LIMIT 3 MATCH (a)<-[:SOURCE|TARGET]-(e:Event) RETURN a.id, e.id

// UNWIND of a list, of nothing, of null, of a value
UNWIND [1, [2, 3], null] AS x RETURN x

// UNWIND of an empty list leaves no row
UNWIND [] AS x RETURN x

// UNWIND of null leaves no row
UNWIND null AS x RETURN x

// UNWIND of a single value
UNWIND 5 AS x RETURN x

// UNWIND of an UNWIND
UNWIND [[1, 2], [3]] AS l UNWIND l AS x RETURN l, x

// UNWIND of a list of maps
UNWIND [{id: 'country:USA', n: 1}, {id: 'country:RUS', n: 2}] AS row MATCH (a:Actor {id: row.id}) RETURN a.name, row.n

// UNWIND of a property
MATCH (a:Actor) UNWIND a.aliases AS alias RETURN a.id, alias

// UNWIND of collected values, numbered
MATCH (a:Country) WITH a ORDER BY a.id WITH collect(a.id) AS ids UNWIND range(0, size(ids) - 1) AS i RETURN i, ids[i] ORDER BY i

// UNION
MATCH (a:Country {id: $actor}) RETURN a.name AS x UNION MATCH (a:Country {id: $actor}) RETURN a.name AS x UNION RETURN 'y' AS x

// UNION ALL
RETURN 1 AS x UNION ALL RETURN 1 AS x UNION ALL RETURN 2 AS x

// UNION DISTINCT
RETURN 1 AS x UNION DISTINCT RETURN 1.0 AS x

// UNION with columns in another order
RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a

// UNION of limited parts
UNWIND [3, 1, 2] AS x RETURN x ORDER BY x LIMIT 1 UNION ALL UNWIND [9, 8] AS x RETURN x ORDER BY x DESC LIMIT 1

// error: UNION of different columns
RETURN 1 AS x UNION RETURN 2 AS y

// aggregation without groups over nothing
MATCH (n:Nope) RETURN count(*), count(n), sum(n.x), avg(n.x), min(n.x), max(n.x), collect(n.x)

// aggregation with groups over nothing
MATCH (n:Nope) RETURN n.id, count(*)

// count, with and without nulls
MATCH (a:Actor) RETURN count(*), count(a), count(a.role), count(DISTINCT a.role), count(null)

// aggregates of numbers
UNWIND [1, 2.5, 4, null] AS x RETURN sum(x), avg(x), min(x), max(x), count(x), collect(x)

// aggregates of integers keep their type
UNWIND [1, 2, 4] AS x RETURN sum(x), avg(x), min(x), max(x)

// aggregates of distinct values
UNWIND [1, 1, 2, 2, 3, null] AS x RETURN sum(DISTINCT x), avg(DISTINCT x), count(DISTINCT x), collect(DISTINCT x)

// min and max of mixed types
UNWIND [1, 'a', [1], 2.5, true, null] AS x RETURN min(x), max(x)

// min and max of strings
MATCH (a:Actor) RETURN min(a.name), max(a.name), min(a.id), max(a.id)

// error: a percentile beyond one
UNWIND [10, 20] AS x RETURN percentileCont(x, 1.5)

// error: a sum of strings
UNWIND ['a', 'b'] AS x RETURN sum(x)

// groups by one key
MATCH (e:Event) RETURN e.type, count(*) AS n

// groups by two keys
MATCH (e:Event) RETURN e.type, e.status, count(*) AS n, sum(e.articles)

// groups by a node
MATCH (a:Actor)<-[:SOURCE]-(e:Event) RETURN a, count(e) AS n

// groups by null
MATCH (a:Actor) RETURN a.role AS role, count(*) AS n

// groups by a list and by a map
UNWIND [[1, 2], [1, 2], [2]] AS l RETURN l, {a: l[0]} AS m, count(*)

// groups by numbers of two types
UNWIND [1, 1.0, 2] AS x RETURN x = 1 AS one, count(*) AS n

// an expression over aggregates
MATCH (e:Event) RETURN e.type AS type, count(*) * 2 + 1 AS n, toString(count(e)) + '!' AS s, max(e.date).year AS y

// an aggregate of an expression
MATCH (e:Event) RETURN e.type, sum(CASE WHEN e.status = 'asserted' THEN 1 ELSE 0 END) AS asserted, count(*) AS n

// a share
MATCH (e:Event) WITH count(*) AS all MATCH (e:Event) WITH all, e.status AS status, count(*) AS n RETURN status, round(100.0 * n / all, 1) AS share

// HAVING
MATCH (a:Actor)<-[:SOURCE]-(e:Event) WITH a.id AS id, count(e) AS n WHERE n > 2 RETURN id, n ORDER BY n DESC, id

// ORDER BY an aggregate that is returned
MATCH (e:Event) RETURN e.type AS type, count(*) AS n ORDER BY count(*) DESC, type

// error: ORDER BY an aggregate where nothing is aggregated
MATCH (e:Event) RETURN e.type AS type ORDER BY count(*) DESC, type

// ORDER BY an aggregate in WITH
MATCH (e:Event) WITH e.type AS type, count(*) AS n ORDER BY n DESC, type LIMIT 3 RETURN type, n

// aggregates of aggregates
MATCH (e:Event)-[:SOURCE]->(a) WITH a, count(e) AS n RETURN max(n), min(n), avg(n), sum(n)

// collect keeps the order of its rows
MATCH (e:Event) WITH e ORDER BY e.date DESC, e.id RETURN e.type AS type, collect(e.id)[0] AS newest, collect(e.date)[..2] AS dates

// collect of nulls leaves them out
UNWIND [1, null, 2] AS x RETURN collect(x), size(collect(x))

// collect of nodes
MATCH (e:Event)-[:SOURCE]->(a:Actor) WITH e, a ORDER BY a.id RETURN e.id, collect(a) AS sources

// collect of maps
MATCH (a:Country) WITH a ORDER BY a.id RETURN collect({id: a.id, name: a.name})[..3] AS first

// DISTINCT of rows
MATCH (e:Event)-[:SOURCE]->(a) RETURN DISTINCT e.type, a.id

// DISTINCT and ORDER BY
MATCH (e:Event) RETURN DISTINCT e.status AS s ORDER BY s DESC

// DISTINCT of nodes
MATCH (a:Actor)<--(e:Event) RETURN DISTINCT a

// error: aggregation in WHERE
MATCH (n:Actor) WHERE count(n) > 1 RETURN n

// error: an aggregate within an aggregate
MATCH (n:Actor) RETURN count(max(n.id))

// error: a mix of groups and aggregates that can't be told apart
MATCH (n:Actor) RETURN n.id + count(*)

// what is grouped may be used beside an aggregate
MATCH (n:Country) WITH n.iso3 AS iso, size(n.name) AS s RETURN iso, iso + toString(count(*)) AS x

// a column whose name is the name of a function
MATCH (n:Country) RETURN count(*) AS count, collect(n.id)[0..0] AS collect

// a chain of WITH
MATCH (a:Actor) WITH a.name AS name WITH name, size(name) AS len WITH name, len, len * 2 AS twice WHERE twice > 16 WITH collect(name) AS names, sum(len) AS total RETURN size(names), total

// error: ORDER BY sees the new value of a name
MATCH (e:Event) RETURN e.id AS e ORDER BY e.date

// EXISTS with a pattern
MATCH (a:Country) WHERE EXISTS { (a)<-[:TARGET]-(:Event {type: 'CONDEMNS'}) } RETURN a.id

// EXISTS with MATCH and WHERE
MATCH (a:Country) WHERE EXISTS { MATCH (a)<-[:TARGET]-(e:Event) WHERE e.status = 'denied' } RETURN a.id

// EXISTS as a value and negated
MATCH (a:Country) RETURN a.id, EXISTS { (a)-[:CONDEMNS]->() } AS condemns, NOT EXISTS { (a)<-[:CONDEMNS]-() } AS spared

// EXISTS with a WITH inside
MATCH (a:Country) WHERE EXISTS { MATCH (a)<-[:TARGET]-(e:Event) WITH a, count(e) AS n WHERE n > 2 RETURN n } RETURN a.id

// EXISTS within EXISTS
MATCH (a:Country) WHERE EXISTS { (a)<-[:TARGET]-(e:Event) WHERE EXISTS { (e)-[:SOURCE]->(:Person) } } RETURN a.id

// COUNT of a pattern
MATCH (a:Country) RETURN a.id, COUNT { (a)<-[:TARGET]-(:Event) } AS n

// COUNT with a condition, in ORDER BY
MATCH (a:Country) RETURN a.id AS id ORDER BY COUNT { (a)<-[:TARGET]-(e:Event) WHERE e.status = 'asserted' } DESC, id

// COUNT of DISTINCT
MATCH (a:Country) RETURN a.id, COUNT { MATCH (a)--(e:Event) RETURN DISTINCT e } AS n

// COUNT within an aggregate
MATCH (n:Article) RETURN sum(COUNT { (n)-[:REPORTS]->() }) AS events, max(COUNT { (n)-[:MENTIONS]->() }) AS mentions

// exists of a pattern, the older form
MATCH (a:Country) WHERE exists((a)-[:CONDEMNS]->()) RETURN a.id

// error: a subquery that returns a name which is there already
MATCH (a:Country) CALL (a) { RETURN 1 AS a } RETURN a

// error: a variable that isn't there
MATCH (a:Country) RETURN b

// error: a variable that WITH has left behind
MATCH (a:Country)--(b) WITH a RETURN b

// error: a name twice
RETURN 1 AS x, 2 AS x

// error: an expression without a name in WITH
MATCH (a:Country) WITH a.id RETURN 1

// error: a node used as a relationship
MATCH (a)-[a]->(b) RETURN a

// error: an unknown function
RETURN nope(1)

// error: too many arguments
RETURN toUpper('a', 'b')

// error: too few arguments
RETURN split('a')

// error: a misspelt clause
MATCH (n) RETRUN n

// error: a missing parenthesis
MATCH (n RETURN n

// error: a statement without RETURN
MATCH (n)

// error: nothing
WITH 1 AS x

// error: a clause after RETURN
RETURN 1 AS x MATCH (n) RETURN n

// error: RETURN * without variables
RETURN *

// error: a map key twice is the last
RETURN {a: 1, a: 2}.a + 'x' - 1

// a count of paths
MATCH p = (:Event)-[:TARGET]->(:Actor) RETURN count(p), count(DISTINCT p)
