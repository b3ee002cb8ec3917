// name: occurred-in
// summary: Ties events to where they took place.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Event {id: row.from})
MATCH (b:Place {id: row.to})
MERGE (a)-[r:OCCURRED_IN]->(b)
RETURN count(r) AS n
