// name: actors
// summary: The most active actors: in how many articles, how often acting, acted upon, speaking, spoken of.
// param: kind string =
// param: limit integer = 25
// returns: actor, kind, role, articles, acts, suffers, says, spokenOf, id
MATCH (a:Actor)
WHERE $kind = '' OR $kind IN labels(a)
WITH a, COUNT { (a)<-[:SOURCE]-() } AS acts, COUNT { (a)<-[:TARGET]-() } AS suffers
ORDER BY acts + suffers DESC, a.id
LIMIT toInteger($limit)
RETURN a.name AS actor, [l IN labels(a) WHERE NOT l IN ['Actor', 'Place']][0] AS kind, a.role AS role,
       COUNT { (a)<-[:MENTIONS]-(:Article) } AS articles, acts, suffers, COUNT { (a)-[:MADE]->(:Statement) } AS says,
       COUNT { (a)<-[:ABOUT]-(:Statement) } AS spokenOf, a.id AS id
ORDER BY acts + suffers DESC, id
