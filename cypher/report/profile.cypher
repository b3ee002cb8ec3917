// name: profile
// summary: An actor at a glance: what it does to whom and what others do to it, the most frequent first.
// param: actor actor = country:USA
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 50
// returns: actor, direction, type, other, events, reports, first, last
MATCH (a:Actor)-[r]-(b:Actor)
WHERE r.eventId IS NOT NULL AND date($since) <= r.date <= date($until)
  AND ($actor = '' OR a.id = $actor OR toLower(a.name) = toLower($actor) OR any(x IN a.aliases WHERE toLower(x) = toLower($actor)))
RETURN a.name AS actor,
       CASE WHEN type(r) IN ['AGREES_WITH', 'MEETS', 'COOPERATES_WITH'] THEN 'with' WHEN startNode(r) = a THEN 'to' ELSE 'from' END AS direction,
       type(r) AS type, b.name AS other, count(r) AS events, sum(r.articles) AS reports, min(r.date) AS first, max(r.date) AS last
ORDER BY events DESC, reports DESC, actor, direction, type, other
LIMIT toInteger($limit)
