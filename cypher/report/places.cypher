// name: places
// summary: Where things happen, by country and place.
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 25
// returns: place, country, events, types, first, last
MATCH (p:Place)<-[:OCCURRED_IN]-(e:Event)
WHERE date($since) <= e.date <= date($until)
WITH p, e
ORDER BY e.type
WITH p, count(e) AS events, collect(DISTINCT e.type) AS types, min(e.date) AS first, max(e.date) AS last
OPTIONAL MATCH (p)-[:IN_COUNTRY]->(c:Country)
RETURN p.name AS place, CASE WHEN p:Country THEN p.name ELSE c.name END AS country, events, types, first, last
ORDER BY events DESC, place, country
LIMIT toInteger($limit)
