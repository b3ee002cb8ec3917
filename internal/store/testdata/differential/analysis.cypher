// what is written of a country since a day: articles, their actors, a class
MATCH (c:Country {id: $actor})<-[:MENTIONS]-(art:Article)
WHERE art.publishedAt >= date($since)
OPTIONAL MATCH (art)-[:MENTIONS]->(act:Actor)
WITH art, act ORDER BY act.name, act.id
WITH art, collect(DISTINCT act.name) AS actors, count(act) AS n
RETURN art.id AS id, art.publishedAt AS day, n, actors[0..2] AS top,
       CASE WHEN n > 5 THEN 'hot' WHEN n = 0 THEN 'none' ELSE 'cold' END AS heat
ORDER BY n DESC, id LIMIT 10

// who is condemned most, by how many, how surely
MATCH (s:Actor)-[e:CONDEMNS]->(t:Actor)
WITH t, count(e) AS total, avg(e.confidence) AS conf, collect(DISTINCT s.id) AS by, min(e.date) AS first, max(e.date) AS last
WHERE total >= 1
RETURN t.id AS id, t.name AS target, total, round(conf * 100) / 100 AS conf, size(by) AS sources, first, last ORDER BY total DESC, id

// articles by week
MATCH (a:Article) WITH date.truncate('week', a.publishedAt) AS week, count(*) AS n RETURN week, n ORDER BY week

// a balance of acts for and against
MATCH (a:Actor)
OPTIONAL MATCH (a)-[c:CONDEMNS|ACCUSES|REJECTS]->()
WITH a, count(c) AS against
OPTIONAL MATCH (a)-[s:SUPPORTS|MEETS|AIDS]->()
WITH a, against, count(s) AS for
WHERE against + for > 0
RETURN a.id AS id, against, for, for - against AS balance ORDER BY balance, id

// who is mentioned together
MATCH (x:Actor)<-[:MENTIONS]-(art:Article)-[:MENTIONS]->(y:Actor) WHERE x.id < y.id
RETURN x.id AS a, y.id AS b, count(DISTINCT art) AS n ORDER BY n DESC, a, b LIMIT 40

// the newest article of each country
MATCH (c:Country)<-[:MENTIONS]-(a:Article) WITH c, a ORDER BY a.publishedAt DESC, a.id
WITH c.id AS id, collect(a.id)[0] AS latest, count(*) AS n RETURN id, latest, n ORDER BY id

// lists of maps by group
MATCH (s)-[e:CONDEMNS]->(t) WITH t, e, s ORDER BY e.date, s.id WITH t, collect({by: s.name, on: e.date}) AS items
RETURN t.id AS id, items[0].by AS first, size(items) AS n ORDER BY id

// countries that nobody acts against
MATCH (c:Country) WHERE NOT (c)<-[:TARGET]-(:Event) RETURN c.id ORDER BY c.id

// friends of friends
MATCH (a:Actor {id: $actor})-[:MEETS|SUPPORTS|CONDEMNS]-(b:Actor)-[:MEETS|SUPPORTS|CONDEMNS]-(c:Actor)
WHERE c <> a AND NOT (a)--(c) RETURN DISTINCT c.id

// how far each country is from one
MATCH p = (a:Country {id: $actor})-[:CONDEMNS|ACCUSES|MEETS|SUPPORTS|AIDS*1..3]-(b:Country)
RETURN b.id AS id, min(length(p)) AS steps, count(*) AS ways ORDER BY steps, id

// an event with its parties, places and articles as one map
MATCH (e:Event)
OPTIONAL MATCH (e)-[:SOURCE]->(s)
WITH e, s ORDER BY s.id
WITH e, collect(s.id) AS sources
OPTIONAL MATCH (e)-[:TARGET]->(t)
WITH e, sources, t ORDER BY t.id
WITH e, sources, collect(t.id) AS targets
OPTIONAL MATCH (e)-[:OCCURRED_IN]->(p)
RETURN e {.type, .status, .date, sources, targets, place: p.name, reports: COUNT { (e)<-[:REPORTS]-() }} AS event

// contradictions: the same act asserted and denied
MATCH (e:Event {status: 'asserted'}), (f:Event {status: 'denied'}) WHERE e.act = f.act RETURN e.id, f.id

// who speaks of whom
MATCH (s:Actor)-[:MADE]->(st:Statement)-[:ABOUT]->(t:Actor) RETURN s.id, t.id, count(st) AS n ORDER BY n DESC, s.id, t.id

// statements and the events that they express
MATCH (s:Actor)-[:MADE]->(st:Statement)-[:EXPRESSES]->(e:Event) RETURN s.name, st.verb, e.type, e.status

// statements of what kind
MATCH (st:Statement) RETURN st.kind, count(*) AS n, count(DISTINCT st.verb) AS verbs

// events in a country, by way of places or not
MATCH (e:Event)-[:OCCURRED_IN]->(p:Place) OPTIONAL MATCH (p)-[:IN_COUNTRY]->(c:Country)
RETURN e.id, p.name, coalesce(c.name, CASE WHEN p:Country THEN p.name END) AS country

// the confidence of rules
MATCH ()-[r:REPORTS]->() RETURN r.rule AS rule, count(*) AS n, avg(r.confidence) AS mean, min(r.confidence) AS least, max(r.confidence) AS most ORDER BY n DESC, rule

// evidence by status
MATCH (n:Article)-[r:REPORTS]->(e:Event) WITH e.status AS status, collect(r.confidence) AS them RETURN status, size(them) AS n, reduce(s = 0.0, x IN them | s + x) / size(them) AS mean ORDER BY status

// persons and for whom they act, with a fallback
MATCH (p:Person) OPTIONAL MATCH (p)-[r:REPRESENTS]->(o:Actor) RETURN p.name AS person, coalesce(o.name, 'nobody') AS principal, r.role AS role

// edges that stand by way of a person
MATCH (a:Actor)-[r]->(b:Actor) WHERE r.via IS NOT NULL MATCH (v:Actor {id: r.via}) RETURN a.id, type(r), b.id, v.name

// every direct edge has an event of its type and status
MATCH (a:Actor)-[r]->(b:Actor) WHERE r.eventId IS NOT NULL
OPTIONAL MATCH (e:Event {id: r.eventId})
RETURN count(*) AS edges, count(e) AS events, sum(CASE WHEN e.type = type(r) AND e.status = r.status THEN 1 ELSE 0 END) AS agreed

// nothing denied stands as an edge
MATCH (e:Event) WHERE NOT e.status IN ['asserted', 'alleged'] RETURN e.status, EXISTS { MATCH ()-[r]->() WHERE r.eventId = e.id } AS edge, count(*) AS n

// actors by kind, the first three of each by name
MATCH (a:Actor) WITH [l IN labels(a) WHERE NOT l IN ['Actor', 'Place']][0] AS kind, a ORDER BY a.name, a.id
RETURN kind, collect(a.name)[..3] AS first, count(*) AS n ORDER BY kind

// the days on which most happened, each with its types in order
MATCH (e:Event) WITH e.date AS day, e.type AS type ORDER BY type WITH day, collect(DISTINCT type) AS types, count(*) AS n
WHERE n > 1 RETURN day, n, types ORDER BY n DESC, day LIMIT 5

// pairs with acts in both directions
MATCH (a:Actor)-[r]->(b:Actor)-[s]->(a) WHERE r.eventId IS NOT NULL AND s.eventId IS NOT NULL AND a.id < b.id RETURN DISTINCT a.id, b.id

// a table across types: counts as columns
MATCH (a:Country)<-[:TARGET]-(e:Event)
RETURN a.id AS id, sum(CASE e.type WHEN 'CONDEMNS' THEN 1 ELSE 0 END) AS condemned, sum(CASE e.type WHEN 'SUPPORTS' THEN 1 ELSE 0 END) AS supported, count(*) AS n ORDER BY n DESC, id

// what a name may mean
MATCH (a:Actor) WHERE toLower(a.name) = toLower('united states') OR any(x IN a.aliases WHERE toLower(x) = 'us') RETURN a.id, a.aliases

// the sources of an article by a path, and the bytes
MATCH p = (:Source)<-[:PUBLISHED_BY]-(n:Article)-[r:REPORTS]->(:Event)-[:TARGET]->(:Country) RETURN n.id, [x IN relationships(p) | type(x)] AS types, substring(n.title, 0, 20) AS title, r.end - r.start AS bytes

// acts within a week of one another
MATCH (e:Event), (f:Event) WHERE e.id < f.id AND e.date <= f.date <= e.date + duration({days: 7}) AND e.type = f.type RETURN count(*) AS pairs

// the loads
MATCH (r:LoadRun) RETURN count(*) AS runs, max(r.articles) AS articles

// keywords in strings
WITH 'x WHERE y RETURN z ORDER BY q LIMIT 1' AS s RETURN s, size(s) AS n

// keywords as keys of maps
WITH {order: 1, limit: 2, set: 3, match: 4, where: 5} AS k RETURN k.order + k.limit + k.set + k.match + k.where AS n

// names that begin like keywords
MATCH (matched:Country {id: $actor}) WITH matched AS returned, 1 AS orders, 2 AS limits RETURN returned.name AS settings, orders + limits AS skipped

// AS within strings
RETURN 'a AS b, c' AS x, "it's" AS y, 'tab\tnl\n\'q\'' AS z

// braces within strings
MATCH (c:Country) WHERE c.name <> '})-[x]->({' AND c.id = $actor RETURN c.name AS n, '{(["' AS s

// parentheses and OR
MATCH (a:Actor) WHERE ((a.id = $actor OR a.id = 'country:RUS') AND NOT (a.name = 'Russia')) OR (a.name IN ['NATO'] AND a.id IS NOT NULL) RETURN a.id

// long pipelines
MATCH (a:Actor) WITH a WHERE a.id STARTS WITH 'country' WITH a.name AS name, size(a.name) AS len WITH name, len, len * 2 AS dbl WHERE dbl >= 12
WITH name ORDER BY name WITH collect(name) AS names UNWIND names AS nm WITH nm ORDER BY nm DESC LIMIT 2 RETURN nm
