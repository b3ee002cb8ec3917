// name: forget-represents
// summary: Unties actors from those for whom no article says any more that they act.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Actor {id: row.id})-[r:REPRESENTS]->(b:Actor)
WHERE NOT b.id IN row.keep
DELETE r
RETURN count(r) AS n
