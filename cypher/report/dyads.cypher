// name: dyads
// summary: Who acts against whom, the busiest pairs first. With kind Country only pairs of countries, and so on.
// param: kind string =
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 25
// returns: source, target, events, types, reports, first, last
MATCH (s:Actor)-[r:DEMANDS|ACCUSES|INVESTIGATES|CONDEMNS|REJECTS|THREATENS|PROTESTS|SANCTIONS|MOBILIZES_AGAINST|COERCES|ATTACKS]->(t:Actor)
WHERE date($since) <= r.date <= date($until) AND ($kind = '' OR $kind IN labels(s) AND $kind IN labels(t))
WITH s, t, r, type(r) AS type
ORDER BY type
RETURN s.name AS source, t.name AS target, count(r) AS events, collect(DISTINCT type) AS types, sum(r.articles) AS reports,
       min(r.date) AS first, max(r.date) AS last
ORDER BY events DESC, reports DESC, source, target
LIMIT toInteger($limit)
