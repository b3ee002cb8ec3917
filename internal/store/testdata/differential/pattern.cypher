// all nodes, counted
MATCH (n) RETURN count(*) AS n, count(n) AS m, count(DISTINCT n) AS d

// nodes whole, with labels and all properties
MATCH (n:Place) RETURN n

// relationships whole
MATCH (:Statement)-[r:EXPRESSES]->(:Event) RETURN r

// relationships of every type with their properties
MATCH (a)-[r]->(b) RETURN a.id, r, b.id

// a label, by its number of nodes
MATCH (n:Actor) RETURN count(n)

// two labels as in older Cypher
MATCH (n:Actor:Country) RETURN n.id

// a label that no node has
MATCH (n:Nope) RETURN n

// a label expression with IS
MATCH (n IS Country) RETURN n.iso3

// label predicates as values
MATCH (n:Actor) RETURN n.id, n:Country, n:Person, NOT n:Country

// a property map in a node
MATCH (n:Actor {id: $actor}) RETURN n.name, n.iso3

// a property map with an expression
MATCH (n:Actor {id: 'country:' + 'RUS'}) RETURN n.name

// a property map of several keys
MATCH (e:Event {type: 'CONDEMNS', status: 'asserted'}) RETURN e.id, e.date

// a property that is compared with null in a map never matches
MATCH (n:Actor {iso3: null}) RETURN n

// a property that no node has
MATCH (n:Actor) WHERE n.nope = 1 RETURN n

// equality in WHERE, by index
MATCH (n:Actor) WHERE n.id = $actor RETURN n.name

// IN by index, with a value twice and a null
MATCH (n:Actor) WHERE n.id IN ['country:USA', 'country:USA', null, 'country:RUS'] RETURN n.id

// IN with a parameter
MATCH (n:Actor) WHERE n.id IN $ids RETURN n.id, n.name

// an index that depends on a row before
UNWIND $ids AS id MATCH (n:Actor {id: id}) RETURN id, n.name

// ids that aren't there leave no row
UNWIND ['nobody', 'country:USA'] AS id MATCH (n:Actor {id: id}) RETURN id, n.name

// two conditions on the same property
MATCH (n:Actor) WHERE n.id = $actor AND n.id = 'country:RUS' RETURN n

// OR of an index and something else
MATCH (n:Actor) WHERE n.id = $actor OR n.name STARTS WITH 'A' RETURN n.id

// an inline WHERE of a node
MATCH (n:Country WHERE n.iso3 > 'S') RETURN n.iso3

// an inline WHERE of a relationship
MATCH (a:Actor)-[r WHERE r.articles > 0]->(b:Actor) RETURN a.id, type(r), b.id

// one type
MATCH (a)-[r:CONDEMNS]->(b) RETURN a.id, r.date, r.status, b.id

// a type that isn't there
MATCH (a)-[r:NOPE]->(b) RETURN a

// types joined by a bar
MATCH (a)-[r:CONDEMNS|ACCUSES|MEETS]->(b) RETURN a.id, type(r), b.id

// types joined in the older way
MATCH (a)-[:CONDEMNS|:ACCUSES]->(b) RETURN a.id, b.id

// error: types joined in the older way, beside a variable
MATCH (a)-[r:CONDEMNS|:ACCUSES]->(b) RETURN a.id, type(r), b.id

// direction: incoming
MATCH (b:Actor)<-[r:SOURCE]-(e:Event) RETURN b.id, e.id

// direction: either, so each edge twice
MATCH (a:Actor)-[r:MEETS]-(b:Actor) RETURN a.id, b.id

// direction: both arrows is either
MATCH (a:Actor)<-[r:MEETS]->(b:Actor) RETURN a.id, b.id

// no brackets
MATCH (a:Article)-->(b:Source) RETURN a.title, b.name

// no brackets, backwards and either
MATCH (s:Source)<--(a:Article)--(e:Event) RETURN s.name, count(DISTINCT e) AS n

// an edge's property map
MATCH (a)-[r:REPORTS {status: 'denied'}]->(e) RETURN e.id, r.sentence

// a chain
MATCH (a:Article)-[:REPORTS]->(e:Event)-[:SOURCE]->(s:Actor) RETURN a.id, e.type, s.id

// a relationship is not walked twice within a pattern
MATCH (a:Event)-[r]-(b)-[s]-(c:Event) RETURN count(*)

// nor within the parts of one MATCH
MATCH (a:Actor)-[r:MEETS]-(b), (c:Actor)-[s:MEETS]-(d) RETURN count(*)

// but it is within two MATCH
MATCH (a:Actor)-[r:MEETS]-(b) MATCH (c:Actor)-[s:MEETS]-(d) RETURN count(*)

// a node twice in a pattern
MATCH (e:Event)-[:SOURCE]->(a:Actor)<-[:TARGET]-(e) RETURN e.id

// a loop
MATCH (a)-[r]-(a) RETURN type(r), a.id

// a triangle
MATCH (a:Actor)-[x]->(b:Actor)-[y]->(c:Actor), (a)-[z]->(c) RETURN a.id, b.id, c.id, type(x), type(y), type(z)

// two patterns that share a node
MATCH (e:Event)-[:SOURCE]->(s:Actor), (e)-[:TARGET]->(t:Actor) RETURN e.id, s.id, t.id

// a cross product
MATCH (a:Country), (b:Group) RETURN count(*)

// a cross product with a condition across
MATCH (a:Country), (b:Country) WHERE a.id < b.id AND a.iso3 STARTS WITH 'R' RETURN a.id, b.id

// a join on a property
MATCH (e:Event), (f:Event) WHERE e.act = f.act AND e.id <> f.id RETURN e.id, f.id

// a relationship bound before
MATCH (:Actor)-[r:CONDEMNS]->(:Actor) MATCH (a)-[r]->(b) RETURN a.id, b.id

// a relationship bound before, the wrong way round
MATCH (x:Actor)-[r:CONDEMNS]->(:Actor) MATCH (x)<-[r]-(b) RETURN count(*)

// a relationship bound before, either way
MATCH (:Actor)-[r:CONDEMNS]->(:Actor) MATCH (a)-[r]-(b) RETURN a.id, b.id

// a node bound before
MATCH (a:Actor {id: $actor}) MATCH (a)-[r]->(b:Actor) RETURN type(r), b.id

// a label on a node bound before
MATCH (a:Actor) WITH a MATCH (a:Country) RETURN a.id

// a node that is null matches nothing
OPTIONAL MATCH (a:Nope) MATCH (a)-->(b) RETURN b

// a property of another node in a map
MATCH (r:Actor)-[d:CONDEMNS]->(:Actor) MATCH (e:Event {id: d.eventId}) RETURN r.id, e.type

// a property of a node of the same pattern in a map
MATCH (e:Event)-[:SOURCE]->(a:Actor {id: e.nope}) RETURN e

// OPTIONAL MATCH keeps rows
MATCH (p:Person) OPTIONAL MATCH (p)-[r:REPRESENTS]->(o) RETURN p.id, type(r), o.id

// OPTIONAL MATCH with a condition of its own
MATCH (p:Person) OPTIONAL MATCH (p)-[r]->(o:Actor) WHERE type(r) = 'CONDEMNS' RETURN p.id, o.id

// OPTIONAL MATCH with a condition on what was there before
MATCH (p:Person) OPTIONAL MATCH (p)-[:REPRESENTS]->(o) WHERE p.name STARTS WITH 'A' RETURN p.id, o.id

// OPTIONAL MATCH of two parts is all or nothing
MATCH (e:Event) OPTIONAL MATCH (e)-[:SOURCE]->(s), (e)-[:OCCURRED_IN]->(p) RETURN e.id, s.id, p.name

// OPTIONAL MATCH after OPTIONAL MATCH
MATCH (c:Country) OPTIONAL MATCH (c)<-[:TARGET]-(e:Event) OPTIONAL MATCH (e)-[:SOURCE]->(s:Person) RETURN c.id, count(DISTINCT e) AS events, count(s) AS persons

// OPTIONAL MATCH at the beginning
OPTIONAL MATCH (n:Nope) RETURN n, n.x, labels(n)

// OPTIONAL MATCH with a path
MATCH (p:Person) OPTIONAL MATCH q = (p)-[:REPRESENTS]->() RETURN p.id, length(q)

// WHERE on an optional variable in a WITH filters
MATCH (p:Person) OPTIONAL MATCH (p)-[:REPRESENTS]->(o) WITH p, o WHERE o IS NULL RETURN p.id

// a path of one step, whole
MATCH p = (:Actor {id: $actor})-[:CONDEMNS]->(:Actor) RETURN p

// a path backwards, whole
MATCH p = (:Actor)<-[:TARGET]-(:Event {type: 'CONDEMNS'}) RETURN p

// a path of one node
MATCH p = (:Country {id: $actor}) RETURN p, length(p), size(nodes(p)), relationships(p)

// parts of a path
MATCH p = (:Article)-[:REPORTS]->(:Event)-[:TARGET]->(:Actor {id: $actor}) RETURN length(p), [n IN nodes(p) | n.id], [r IN relationships(p) | type(r)], p = p

// two paths in one MATCH
MATCH p = (e:Event)-[:SOURCE]->(), q = (e)-[:TARGET]->() RETURN [n IN nodes(p) + nodes(q) | n.id]

// variable length, bounded
MATCH (a:Actor {id: $actor})-[:CONDEMNS|ACCUSES|MEETS*1..3]-(b:Actor) RETURN b.id, count(*) AS n

// variable length, exact
MATCH (a:Article)-[*2]->(b:Actor) RETURN count(*)

// variable length, from zero
MATCH (a:Actor {id: $actor})-[*0..1]->(b) RETURN b.id, b:Country

// variable length, zero only
MATCH (a:Country)-[*0]-(b) RETURN a.id, b.id

// variable length with a list of relationships
MATCH (a:Actor {id: $actor})-[rs:CONDEMNS|SUPPORTS|MEETS*1..2]-(b:Actor) RETURN [r IN rs | type(r)], size(rs), b.id

// variable length with a property map
MATCH (a:Actor)-[rs*1..2 {status: 'asserted'}]->(b:Actor) RETURN a.id, size(rs), b.id

// variable length, open above, over few edges
MATCH (a:Person)-[:REPRESENTS*]->(b) RETURN a.id, b.id

// variable length, open below
MATCH (a:Person)-[:REPRESENTS*..2]->(b) RETURN a.id, b.id

// variable length, open above from two
MATCH (a:Actor)-[:CONDEMNS*2..]->(b:Actor) RETURN a.id, b.id

// variable length of an impossible range
MATCH (a:Actor)-[:CONDEMNS*3..2]->(b) RETURN count(*)

// variable length between known ends
MATCH (a:Country {id: $actor}), (b:Country {id: 'country:RUS'}) MATCH (a)-[*1..2]-(b) RETURN count(*)

// variable length after a fixed step, no relationship twice
MATCH (a:Actor {id: $actor})-[r]-(b:Actor)-[rs*1..2]-(c:Actor) RETURN count(*), count(DISTINCT c)

// variable length in a path
MATCH p = (:Article)-[:REPORTS|SOURCE*2]->(:Actor {id: $actor}) RETURN [x IN nodes(p) | x.id], length(p)

// shortest path between two nodes
MATCH (a:Actor {id: $actor}), (b:Actor {id: 'country:RUS'}) MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p)

// all shortest paths between two nodes
MATCH (a:Actor {id: $actor}), (b:Actor {id: 'country:RUS'}) MATCH p = allShortestPaths((a)-[*..6]-(b)) RETURN [n IN nodes(p) | n.id], [r IN relationships(p) | type(r)]

// shortest paths of a type, directed
MATCH (a:Article), (b:Country {id: $actor}) MATCH p = shortestPath((a)-[:REPORTS|TARGET*..2]->(b)) RETURN a.id, length(p)

// no shortest path
MATCH (a:Source), (b:LoadRun) MATCH p = shortestPath((a)-[*..3]-(b)) RETURN p

// OPTIONAL MATCH of a shortest path
MATCH (a:Source) OPTIONAL MATCH p = shortestPath((a)-[:NOPE*..3]-(:Country {id: $actor})) RETURN a.name, p IS NULL

// a shortest path with a condition on its nodes
MATCH (a:Actor {id: $actor}), (b:Actor {id: 'country:RUS'}) MATCH p = shortestPath((a)-[*..5]-(b)) WHERE none(n IN nodes(p) WHERE n:Event) RETURN length(p)

// a shortest path with a condition on its relationships
MATCH (a:Actor {id: $actor}), (b:Country) WHERE a <> b MATCH p = shortestPath((a)-[*..4]-(b)) WHERE all(r IN relationships(p) WHERE type(r) IN ['SOURCE', 'TARGET']) RETURN b.id, length(p)

// a pattern as a condition
MATCH (a:Actor) WHERE (a)-[:CONDEMNS]->() RETURN a.id

// a pattern as a condition, negated, with a label
MATCH (a:Country) WHERE NOT (a)<-[:TARGET]-(:Event) RETURN a.id

// patterns as conditions joined with OR and AND
MATCH (a:Actor) WHERE ((a)-[:CONDEMNS]->() OR (a)-[:ACCUSES]->()) AND NOT (a)<-[:MEETS]-() RETURN a.id

// a pattern between two bound nodes as a condition
MATCH (a:Country), (b:Country) WHERE a.id < b.id AND (a)--(b) RETURN a.id, b.id

// a pattern of variable length as a condition
MATCH (a:Source) WHERE (a)<-[*2..3]-(:Actor) RETURN a.name

// a pattern comprehension
MATCH (e:Event) RETURN e.id, size([(e)-[:SOURCE]->(a) | a.id])

// a pattern comprehension with a condition, sorted by reduction to its size
MATCH (a:Country) RETURN a.id, size([(a)<-[r:TARGET]-(e:Event) WHERE e.status = 'asserted' | e])

// a pattern comprehension with a path
MATCH (a:Country {id: $actor}) RETURN size([p = (a)--() | length(p)])

// a pattern comprehension of nothing
MATCH (s:Source) RETURN s.name, [(s)-[:NOPE]->(x) | x]

// two relationships by a name used for types and for a variable
MATCH (type:Event)-[source:SOURCE]->(label) RETURN type.type, type(source), label.id

// keywords as names
MATCH (match:Actor {id: $actor})-[where]->(return:Actor) RETURN match.id, type(where), return.id

// names in backticks
MATCH (`a b`:`Actor` {`id`: $actor}) RETURN `a b`.`name` AS `the name`

// comments in the middle
MATCH (n:Country) /* all of them */ WHERE n.iso3 = 'USA' // but one
RETURN n.name

// the end with a semicolon
MATCH (n:Country {id: $actor}) RETURN n.id;

// a count of a pattern without names
MATCH ()-[r]->() RETURN count(r), count(*)

// types and how often
MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY n DESC, type

// labels and how often
MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY n DESC, label
