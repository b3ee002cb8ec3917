// name: paths
// summary: How two actors are linked: the shortest ways over acts, at most four, whatever their direction.
// param: from actor = country:USA
// param: to actor = country:CHN
// param: limit integer = 10
// returns: steps, actors, types
MATCH (a:Actor), (b:Actor)
WHERE a.id <> b.id
  AND (a.id = $from OR toLower(a.name) = toLower($from) OR any(x IN a.aliases WHERE toLower(x) = toLower($from)))
  AND (b.id = $to OR toLower(b.name) = toLower($to) OR any(x IN b.aliases WHERE toLower(x) = toLower($to)))
MATCH p = allShortestPaths((a)-[:AGREES_WITH|MEETS|SUPPORTS|COOPERATES_WITH|AIDS|SUPPLIES_ARMS_TO|CONCEDES_TO|WITHDRAWS_FROM|URGES|DEMANDS|ACCUSES|INVESTIGATES|CONDEMNS|REJECTS|THREATENS|PROTESTS|SANCTIONS|DEPLOYS_TO|MOBILIZES_AGAINST|COERCES|ATTACKS*1..4]-(b))
WITH length(p) AS steps, [n IN nodes(p) | n.name] AS actors, [r IN relationships(p) | type(r)] AS way
ORDER BY steps, actors, way
RETURN steps, actors, collect(DISTINCT way) AS types
ORDER BY steps, actors
LIMIT toInteger($limit)
