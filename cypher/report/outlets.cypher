// name: outlets
// summary: What each outlet covers: articles, events, how many of them conflict, statements, and from when to when.
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 25
// returns: outlet, articles, events, conflict, statements, first, last
MATCH (o:Source)<-[:PUBLISHED_BY]-(n:Article)
WHERE date($since) <= n.publishedAt <= date($until)
WITH o, count(n) AS articles, sum(COUNT { (n)-[:REPORTS]->() }) AS events,
     sum(COUNT { (n)-[:REPORTS]->(e:Event) WHERE e.quad IN ['verbal conflict', 'material conflict'] }) AS conflict,
     sum(COUNT { (n)-[:QUOTES]->() }) AS statements, min(n.publishedAt) AS first, max(n.publishedAt) AS last
RETURN o.name AS outlet, articles, events, conflict, statements, first, last
ORDER BY articles DESC, outlet
LIMIT toInteger($limit)
