// name: drop-statements
// summary: Deletes statements that no article speaks of any more, and tells which.
// param: ids list
// returns: id
UNWIND $ids AS id
MATCH (n:Statement {id: id})
WHERE NOT EXISTS { (n)<-[:QUOTES]-(:Article) }
WITH n, n.id AS gone
DETACH DELETE n
RETURN gone AS id
