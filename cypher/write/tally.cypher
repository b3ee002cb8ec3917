// name: tally
// summary: Derives anew what hangs on all reports of events, and reads them with their parties.
// param: ids list
// returns: id, type, status, date, articles, confidence, sources, targets
UNWIND $ids AS id
MATCH (e:Event {id: id})<-[r:REPORTS]-(:Article)
WITH e, count(r) AS articles, max(r.confidence) AS confidence, min(r.datePrecision) AS datePrecision
SET e.articles = articles, e.datePrecision = datePrecision
RETURN e.id AS id, e.type AS type, e.status AS status, e.date AS date, articles, confidence,
       [(e)-[:SOURCE]->(s:Actor) | s.id] AS sources, [(e)-[:TARGET]->(t:Actor) | t.id] AS targets
