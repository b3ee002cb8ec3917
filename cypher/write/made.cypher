// name: made
// summary: Ties statements to their speakers.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:Statement {id: row.to})
MERGE (a)-[r:MADE]->(b)
RETURN count(r) AS n
