// name: neighbourhood
// summary: A picture for Neo4j Browser: an actor, those it deals with, and the acts between them.
// param: actor actor = country:USA
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 50
// returns: path
MATCH path = (a:Actor)-[r]-(b:Actor)
WHERE r.eventId IS NOT NULL AND date($since) <= r.date <= date($until)
  AND ($actor = '' OR a.id = $actor OR toLower(a.name) = toLower($actor) OR any(x IN a.aliases WHERE toLower(x) = toLower($actor)))
RETURN path
ORDER BY r.date DESC, r.articles DESC, b.id, a.id, r.eventId, startNode(r).id
LIMIT toInteger($limit)
