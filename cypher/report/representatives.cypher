// name: representatives
// summary: Who acts for whom, in which role, first and last seen so.
// param: principal actor =
// param: limit integer = 50
// returns: principal, actor, role, articles, first, last
MATCH (a:Actor)-[r:REPRESENTS]->(p:Actor)
WHERE ($principal = '' OR p.id = $principal OR toLower(p.name) = toLower($principal) OR any(x IN p.aliases WHERE toLower(x) = toLower($principal)))
WITH a, r, p, COUNT { (a)<-[m:MENTIONS]-(:Article) WHERE m.represents = p.id } AS articles
RETURN p.name AS principal, a.name AS actor, r.role AS role, articles, r.first AS first, r.last AS last
ORDER BY articles DESC, principal, actor
LIMIT toInteger($limit)
