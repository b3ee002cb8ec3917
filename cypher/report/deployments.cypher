// name: deployments
// summary: Who sends forces where, or is said to, and who pulls them out.
// param: actor actor =
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 50
// returns: date, status, actor, type, target, place, articles, sentence, event
MATCH (e:Event)-[:SOURCE]->(s:Actor)
WHERE e.type IN ['DEPLOYS_TO', 'WITHDRAWS_FROM'] AND date($since) <= e.date <= date($until)
  AND ($actor = '' OR s.id = $actor OR toLower(s.name) = toLower($actor) OR any(x IN s.aliases WHERE toLower(x) = toLower($actor)))
OPTIONAL MATCH (e)-[:TARGET]->(t:Actor)
WITH e, s, t
ORDER BY t.name
WITH e, s, collect(t.name) AS target
OPTIONAL MATCH (e)-[:OCCURRED_IN]->(p:Place)
WITH e, s, target, p
ORDER BY p.name
WITH e, s, target, collect(p.name) AS place
MATCH (e)<-[r:REPORTS]-(n:Article)
WITH e, s, target, place, r, n
ORDER BY r.confidence DESC, n.publishedAt, n.id
WITH e, s, target, place, collect(r.sentence)[0] AS sentence
RETURN e.date AS date, e.status AS status, s.name AS actor, e.type AS type, target, place, e.articles AS articles, sentence,
       e.id AS event
ORDER BY date DESC, actor, type, target, event
LIMIT toInteger($limit)
