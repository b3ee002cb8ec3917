// name: timeline
// summary: What an actor, or a person who acts for it, last did and suffered, day by day, each with a sentence that says so.
// param: actor actor =
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 50
// returns: date, status, source, type, target, articles, sentence, title, event
MATCH (a:Actor)
WHERE ($actor = '' OR a.id = $actor OR toLower(a.name) = toLower($actor) OR any(x IN a.aliases WHERE toLower(x) = toLower($actor)))
OPTIONAL MATCH (p:Person)-[:REPRESENTS]->(a)
WITH collect(DISTINCT a) + collect(DISTINCT p) AS parties
UNWIND parties AS party
MATCH (party)<-[:SOURCE|TARGET]-(e:Event)
WHERE date($since) <= e.date <= date($until)
WITH DISTINCT e
ORDER BY e.date DESC, e.type, e.id
LIMIT toInteger($limit)
MATCH (e)<-[r:REPORTS]-(n:Article)
WITH e, r, n
ORDER BY r.confidence DESC, n.publishedAt, n.id
WITH e, collect([r.sentence, n.title])[0] AS best
OPTIONAL MATCH (e)-[:SOURCE]->(s:Actor)
WITH e, best, s
ORDER BY s.name
WITH e, best, collect(s.name) AS source
OPTIONAL MATCH (e)-[:TARGET]->(t:Actor)
WITH e, best, source, t
ORDER BY t.name
WITH e, best, source, collect(t.name) AS target
RETURN e.date AS date, e.status AS status, source, e.type AS type, target, e.articles AS articles, best[0] AS sentence, best[1] AS title, e.id AS event
ORDER BY date, type, event
