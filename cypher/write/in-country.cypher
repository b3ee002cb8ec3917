// name: in-country
// summary: Ties places to their countries.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Place {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:IN_COUNTRY]->(b)
RETURN count(r) AS n
