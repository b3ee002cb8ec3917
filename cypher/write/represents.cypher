// name: represents
// summary: Ties actors to those they act for.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:REPRESENTS]->(b)
SET r.role = row.role, r.roleDate = row.roleDate, r.first = row.first, r.last = row.last
RETURN count(r) AS n
