// name: unrealised
// summary: What was denied, planned, demanded or only thought of, and so stands in no direct edge. With a status only that one.
// param: status string =
// param: actor actor =
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 50
// returns: status, date, source, type, target, articles, sentence, event
MATCH (e:Event)
WHERE e.status IN ['denied', 'planned', 'demanded', 'hypothetical'] AND ($status = '' OR e.status = $status)
  AND date($since) <= e.date <= date($until)
MATCH (e)-[:SOURCE|TARGET]->(a:Actor)
WHERE ($actor = '' OR a.id = $actor OR toLower(a.name) = toLower($actor) OR any(x IN a.aliases WHERE toLower(x) = toLower($actor)))
WITH DISTINCT e
ORDER BY e.status, e.date DESC, e.type, e.id
LIMIT toInteger($limit)
MATCH (e)<-[r:REPORTS]-(n:Article)
WITH e, r, n
ORDER BY r.confidence DESC, n.publishedAt, n.id
WITH e, collect(r.sentence)[0] AS sentence
OPTIONAL MATCH (e)-[:SOURCE]->(s:Actor)
WITH e, sentence, s
ORDER BY s.name
WITH e, sentence, collect(s.name) AS source
OPTIONAL MATCH (e)-[:TARGET]->(t:Actor)
WITH e, sentence, source, t
ORDER BY t.name
WITH e, sentence, source, collect(t.name) AS target
RETURN e.status AS status, e.date AS date, source, e.type AS type, target, e.articles AS articles, sentence, e.id AS event
ORDER BY status, date DESC, type, event
