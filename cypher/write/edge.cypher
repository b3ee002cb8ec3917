// name: edge
// summary: Writes direct edges of one type. ACT stands for the type.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:Actor {id: row.to})
CREATE (a)-[r:ACT {eventId: row.eventId, date: row.date, status: row.status, articles: row.articles, confidence: row.confidence, via: row.via}]->(b)
RETURN count(r) AS n
