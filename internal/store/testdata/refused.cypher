// 1:1 CREATE
CREATE (n:Actor {id: 'x'}) RETURN n

// 1:19 SET
MATCH (n:Country) SET n.name = 'x'

// 1:19 set
MATCH (n:Country) set n.name = 'x' RETURN n

// 1:19 DELETE
MATCH (n:Country) DELETE n

// 1:19 DETACH
MATCH (n:Country) DETACH DELETE n

// 1:19 REMOVE
MATCH (n:Country) REMOVE n.name RETURN n

// 1:1 MERGE
MERGE (n:Actor {id: 'x'}) RETURN n

// 2:1 FOREACH
MATCH (n:Country)
FOREACH (x IN [1] | SET n.x = x)

// 1:1 LOAD
LOAD CSV FROM 'file:///x.csv' AS row RETURN row

// 1:1 DROP
DROP INDEX actor

// 1:1 CREATE
CREATE INDEX a FOR (n:Actor) ON (n.name)

// 1:20 CREATE
UNWIND [1, 2] AS x CREATE (:Scratch {x: x})

// 1:1 CALL
CALL { RETURN 1 AS x } CREATE (:Scratch)

// 1:1 CALL
CALL { CREATE (n) RETURN n } RETURN n

// 1:1 CALL
CALL apoc.meta.stats() YIELD labels RETURN labels

// 1:1 CALL
CALL db.labels() YIELD label RETURN label

// 1:1 SHOW
SHOW INDEXES

// 1:1 EXPLAIN
EXPLAIN MATCH (n) RETURN n

// 1:1 PROFILE
PROFILE MATCH (n) RETURN n

// 1:1 USE
USE neo4j MATCH (n) RETURN n

// 1:8 apoc
RETURN apoc.text.join(['a'], ',')

// 1:8 nope
RETURN nope(1)

// 1:18 point
MATCH (n) RETURN point({x: 1, y: 2})

// 1:18 m
MATCH (n) RETURN m

// 1:24 m
MATCH (n) WHERE n.id = m.id RETURN n

// 1:37 b
MATCH (a)-[r]->(b) WITH a RETURN a, b

// 1:10 RETURN
MATCH (n RETURN n

// 1:11 RETRUN
MATCH (n) RETRUN n

// 1:19 WHER
MATCH (n:Country) WHER n.id = 'x' RETURN n

// 1:8 '
RETURN 'a

// 1:14
RETURN (1 + 2

// 1:11 *
RETURN 1 +* 2

// 1:25 count
MATCH (c:Country) WHERE count(c) > 1 RETURN c

// 1:19 USING
MATCH (n:Country) USING INDEX n:Country(id) RETURN n

// 2:24 d
MATCH (c:Country)
WHERE c.name = 'é' AND d.id = 1 RETURN c

// 1:1 WITHOUT
WITHOUT x RETURN 1

// 1:13 ::
RETURN 1 IS :: INTEGER

// 1:8 round
RETURN round(2.5, 0, 'HALF_EVEN')

// 1:18 'x'
RETURN trim(BOTH 'x' FROM 'xxaxx')

// 1:8 normalize
RETURN normalize('a')

// 1:8 valueType
RETURN valueType(1)

// 1:8 randomUUID
RETURN randomUUID()

// 1:8 localtime
RETURN localtime()

// 1:33 percentileCont
MATCH ()-[r:REPORTS]->() RETURN percentileCont(r.confidence, 0.5) AS median, percentileDisc(r.confidence, 0.9) AS high, stDev(r.confidence) AS spread

// 1:33 stDev
UNWIND [1, 2, 3, 4] AS x RETURN stDev(x), stDevP(x)

// 1:37 percentileCont
UNWIND [10, 20, 30, 40] AS x RETURN percentileCont(x, 0.5), percentileDisc(x, 0.5), percentileCont(x, 0), percentileDisc(x, 1), percentileCont(x, 0.25)

// 1:19 CALL
MATCH (a:Country) CALL (a) { MATCH (a)<-[:TARGET]-(e:Event) RETURN count(e) AS n } RETURN a.id, n

// 1:19 CALL
MATCH (a:Country) CALL { WITH a MATCH (a)<-[:TARGET]-(e:Event) RETURN count(e) AS n } RETURN a.id, n

// 1:19 CALL
MATCH (a:Country) CALL (a) { MATCH (a)-[:CONDEMNS]->(b) RETURN b.id AS other } RETURN a.id, other

// 1:19 CALL
MATCH (a:Country) CALL (a) { MATCH (a)<-[:TARGET]-(e:Event) RETURN e.id AS newest ORDER BY e.date DESC, e.id LIMIT 1 } RETURN a.id, newest

// 1:1 CALL
CALL { MATCH (a:Country) RETURN count(a) AS n } MATCH (p:Person) RETURN p.id, n

// 1:1 CALL
CALL { MATCH (a:Country) RETURN a.id AS id UNION MATCH (p:Person) RETURN p.id AS id } RETURN count(*) AS n

// 1:32 CALL
MATCH (a:Country {id: $actor}) CALL (*) { RETURN a.name AS name } RETURN name

// 1:19 OPTIONAL
MATCH (a:Country) OPTIONAL CALL (a) { MATCH (a)-[:CONDEMNS]->(b) RETURN b.id AS other } RETURN a.id, other

// 1:32 COLLECT
MATCH (a:Country) RETURN a.id, COLLECT { MATCH (a)<-[:TARGET]-(e:Event) RETURN e.id ORDER BY e.date, e.id LIMIT 2 } AS first

// 1:12 |
RETURN 'a' || 'b', [1] || [2], null || 'a'

// 1:56 ,
UNWIND [1, 2, 3, 10, null] AS x RETURN x, CASE x WHEN 1, 2 THEN 'few' WHEN > 5 THEN 'many' WHEN IS NULL THEN 'none' ELSE 'some' END

// 1:8 toIntegerOrNull
RETURN toIntegerOrNull('x'), toIntegerOrNull([]), toFloatOrNull({}), toBooleanOrNull(1.5), toStringOrNull([1]), toStringOrNull(1)

// 1:8 toIntegerList
RETURN toIntegerList(['1', 'x', 2.5, null]), toFloatList(['1', 'x', 2]), toStringList([1, true, null]), toBooleanList(['true', 1, 'x'])

// 1:8 char_length
RETURN char_length('été'), character_length('abc'), char_length(null)

// 1:8 nullIf
RETURN nullIf(1, 1), nullIf(1, 2), nullIf('a', null)

// 1:10 (
MATCH (n:(Person|Group)&!Country) RETURN n.id, n:Person

// 1:10 %
MATCH (n:%) RETURN count(*)

// 1:10 !
MATCH (n:!%) RETURN count(*)

// 1:20 !
MATCH (a:Actor)-[r:!MENTIONS&!REPRESENTS]->(b:Actor) RETURN a.id, type(r), b.id

// 1:22 %
MATCH (a:Article)-[r:%]->(b:Source) RETURN a.id, type(r), b.name

// 1:33 {
MATCH (a:Person)-[:REPRESENTS]->{1,2}(b) RETURN a.id, b.id

// 1:37 date
WITH date('2024-11-14') AS d RETURN date.truncate('month', d, {day: 15}), date.truncate('year', d, {month: 6}), date.truncate('week', d, {dayOfWeek: 7})
