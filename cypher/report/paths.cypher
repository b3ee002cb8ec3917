// name: paths
// summary: How two actors are linked: the shortest ways over acts, at most four, whatever their direction.
// param: from actor = country:USA
// param: to actor = country:CHN
// param: limit integer = 10
// returns: steps, way, times
MATCH (a:Actor), (b:Actor)
WHERE a.id <> b.id
  AND (a.id = $from OR toLower(a.name) = toLower($from) OR any(x IN a.aliases WHERE toLower(x) = toLower($from)))
  AND (b.id = $to OR toLower(b.name) = toLower($to) OR any(x IN b.aliases WHERE toLower(x) = toLower($to)))
MATCH p = allShortestPaths((a)-[:AGREES_WITH|MEETS|SUPPORTS|COOPERATES_WITH|AIDS|SUPPLIES_ARMS_TO|CONCEDES_TO|WITHDRAWS_FROM|URGES|DEMANDS|ACCUSES|INVESTIGATES|CONDEMNS|REJECTS|THREATENS|PROTESTS|SANCTIONS|DEPLOYS_TO|MOBILIZES_AGAINST|COERCES|ATTACKS*1..4]-(b))
WITH nodes(p) AS actors, relationships(p) AS acts, length(p) AS steps
WITH steps, reduce(way = actors[0].name, i IN range(0, steps - 1) |
       way + CASE WHEN type(acts[i]) IN ['AGREES_WITH', 'MEETS', 'COOPERATES_WITH'] THEN ' -' + type(acts[i]) + '- '
                  WHEN startNode(acts[i]) = actors[i] THEN ' -' + type(acts[i]) + '-> '
                  ELSE ' <-' + type(acts[i]) + '- ' END + actors[i + 1].name) AS way
RETURN steps, way, count(*) AS times
ORDER BY steps, times DESC, way
LIMIT toInteger($limit)
