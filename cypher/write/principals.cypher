// name: principals
// summary: Reads for whom persons act.
// param: ids list
// returns: id, principals
UNWIND $ids AS id
MATCH (n:Actor {id: id})-[:REPRESENTS]->(p:Actor)
WHERE n:Person
RETURN n.id AS id, collect(p.id) AS principals
