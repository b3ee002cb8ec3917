// name: expresses
// summary: Ties statements to the events they express.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Event {id: row.to})
MERGE (a)-[r:EXPRESSES]->(b)
RETURN count(r) AS n
