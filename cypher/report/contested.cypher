// name: contested
// summary: Acts of differing status: asserted here, denied or only planned there. Those that someone denies come first.
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 25
// returns: date, source, type, target, statuses, articles, sentences
MATCH (e:Event)
WHERE date($since) <= e.date <= date($until)
WITH e.act AS act, collect(e) AS versions
WHERE size(versions) > 1
UNWIND versions AS e
MATCH (e)<-[r:REPORTS]-(n:Article)
WITH act, e, r, n
ORDER BY e.status, r.confidence DESC, n.publishedAt, n.id
WITH act, e, collect(r.sentence)[0] AS sentence
ORDER BY e.status
WITH act, collect(e)[0] AS one, collect(e.status) AS statuses, sum(e.articles) AS articles, collect(sentence) AS sentences
OPTIONAL MATCH (one)-[:SOURCE]->(s:Actor)
WITH act, one, statuses, articles, sentences, s
ORDER BY s.name
WITH act, one, statuses, articles, sentences, collect(s.name) AS source
OPTIONAL MATCH (one)-[:TARGET]->(t:Actor)
WITH act, one, statuses, articles, sentences, source, t
ORDER BY t.name
WITH act, one, statuses, articles, sentences, source, collect(t.name) AS target
RETURN one.date AS date, source, one.type AS type, target, statuses, articles, sentences
ORDER BY 'denied' IN statuses DESC, articles DESC, date DESC, type, source, target
LIMIT toInteger($limit)
