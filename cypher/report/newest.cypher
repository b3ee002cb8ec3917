// name: newest
// summary: The newest events, whatever their status.
// param: limit integer = 25
// returns: date, precision, status, source, type, target, articles, event
MATCH (e:Event)
OPTIONAL MATCH (e)-[:SOURCE]->(s:Actor)
WITH e, s ORDER BY s.name
WITH e, collect(s.name) AS sources
OPTIONAL MATCH (e)-[:TARGET]->(t:Actor)
WITH e, sources, t ORDER BY t.name
WITH e, sources, collect(t.name) AS targets
RETURN e.date AS date, e.datePrecision AS precision, e.status AS status, sources AS source, e.type AS type,
       targets AS target, e.articles AS articles, e.id AS event
ORDER BY date DESC, articles DESC, source, type, target, event
LIMIT toInteger($limit)
