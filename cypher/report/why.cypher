// name: why
// summary: Why an edge exists: from the edge to its event, the sentence, the article and the bytes in it.
// param: source actor =
// param: type string =
// param: target actor =
// param: limit integer = 25
// returns: date, source, type, target, via, status, sentence, trigger, rule, confidence, title, url, start, end, article, event
MATCH (s:Actor)-[d]->(t:Actor)
WHERE d.eventId IS NOT NULL AND ($type = '' OR type(d) = $type)
  AND ($source = '' OR s.id = $source OR toLower(s.name) = toLower($source) OR any(x IN s.aliases WHERE toLower(x) = toLower($source)))
  AND ($target = '' OR t.id = $target OR toLower(t.name) = toLower($target) OR any(x IN t.aliases WHERE toLower(x) = toLower($target)))
WITH s, d, t
ORDER BY d.date DESC, s.name, type(d), t.name, d.eventId, s.id, t.id
LIMIT toInteger($limit)
MATCH (e:Event {id: d.eventId})<-[r:REPORTS]-(n:Article)
RETURN e.date AS date, s.name AS source, type(d) AS type, t.name AS target, d.via AS via, d.status AS status,
       r.sentence AS sentence, r.trigger AS trigger, r.rule AS rule, r.confidence AS confidence, n.title AS title, n.url AS url,
       r.start AS start, r.end AS end, n.id AS article, e.id AS event
ORDER BY date DESC, source, type, target, confidence DESC, article, event
LIMIT toInteger($limit)
