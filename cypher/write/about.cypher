// name: about
// summary: Ties statements to those they are about.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:ABOUT]->(b)
RETURN count(r) AS n
