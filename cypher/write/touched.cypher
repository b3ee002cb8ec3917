// name: touched
// summary: What hangs on the evidence of articles that are about to be replaced.
// param: ids list
// returns: id, kind, type
UNWIND $ids AS article
MATCH (a:Article {id: article})-[:PUBLISHED_BY|MENTIONS|REPORTS|QUOTES]->(n)
RETURN DISTINCT n.id AS id, CASE WHEN n:Actor THEN 'Actor' ELSE head(labels(n)) END AS kind, n.type AS type
UNION
UNWIND $ids AS article
MATCH (a:Article {id: article})-[r:REPORTS]->(:Event)-[:OCCURRED_IN]->(n:Place)
WHERE n.id = r.placeId AND NOT n:Actor
RETURN DISTINCT n.id AS id, 'Place' AS kind, null AS type
