// name: event-target
// summary: Ties events to those acted upon.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Event {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:TARGET]->(b)
RETURN count(r) AS n
