// name: event
// summary: One event with all its evidence: every sentence, with rule, trigger and its bytes in the article. Without an id the newest.
// param: event string =
// returns: date, precision, status, source, type, target, place, sentence, trigger, rule, confidence, attributed, title, path, url, start, end, article
MATCH (e:Event)
WHERE $event = '' OR e.id = $event
WITH e
ORDER BY e.date DESC, e.id
LIMIT 1
OPTIONAL MATCH (e)-[:SOURCE]->(s:Actor)
WITH e, s
ORDER BY s.name
WITH e, collect(s.name) AS source
OPTIONAL MATCH (e)-[:TARGET]->(t:Actor)
WITH e, source, t
ORDER BY t.name
WITH e, source, collect(t.name) AS target
MATCH (e)<-[r:REPORTS]-(n:Article)
OPTIONAL MATCH (by:Actor {id: r.attributedTo})
RETURN e.date AS date, e.datePrecision AS precision, e.status AS status, source, e.type AS type, target, r.place AS place,
       r.sentence AS sentence, r.trigger AS trigger, r.rule AS rule, r.confidence AS confidence, by.name AS attributed,
       n.title AS title, n.path AS path, n.url AS url, r.start AS start, r.end AS end, n.id AS article
ORDER BY confidence DESC, article
