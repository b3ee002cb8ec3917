// name: event-source
// summary: Ties events to those who act.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Event {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:SOURCE]->(b)
RETURN count(r) AS n
