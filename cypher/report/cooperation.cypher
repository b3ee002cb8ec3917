// name: cooperation
// summary: Who works with whom: agreements, meetings, support, aid, arms, concessions. With kind Country only countries.
// param: kind string =
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 25
// returns: source, target, events, types, reports, first, last
MATCH (s:Actor)-[r:AGREES_WITH|MEETS|SUPPORTS|COOPERATES_WITH|AIDS|SUPPLIES_ARMS_TO|CONCEDES_TO]->(t:Actor)
WHERE date($since) <= r.date <= date($until) AND ($kind = '' OR $kind IN labels(s) AND $kind IN labels(t))
WITH s, t, r, type(r) AS type
ORDER BY type
RETURN s.name AS source, t.name AS target, count(r) AS events, collect(DISTINCT type) AS types, sum(r.articles) AS reports,
       min(r.date) AS first, max(r.date) AS last
ORDER BY events DESC, reports DESC, source, target
LIMIT toInteger($limit)
