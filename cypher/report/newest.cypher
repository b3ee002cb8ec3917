// name: newest
// summary: The newest events, whatever their status.
// param: type string =
// param: limit integer = 25
// returns: date, precision, status, source, type, target, articles, event
MATCH (e:Event)
WHERE $type = '' OR e.type = $type
WITH e
ORDER BY e.date DESC, e.articles DESC, e.id
LIMIT toInteger($limit)
OPTIONAL MATCH (e)-[:SOURCE]->(s:Actor)
WITH e, s
ORDER BY s.name
WITH e, collect(s.name) AS source
OPTIONAL MATCH (e)-[:TARGET]->(t:Actor)
WITH e, source, t
ORDER BY t.name
WITH e, source, collect(t.name) AS target
RETURN e.date AS date, e.datePrecision AS precision, e.status AS status, source, e.type AS type, target, e.articles AS articles,
       e.id AS event
ORDER BY date DESC, articles DESC, event
