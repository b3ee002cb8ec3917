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
