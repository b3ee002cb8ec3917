// name: drop-actors
// summary: Deletes actors that no article speaks of any more, and tells which.
// param: ids list
// returns: id
UNWIND $ids AS id
MATCH (n:Actor {id: id})
WHERE NOT EXISTS { (n)<-[:MENTIONS]-(:Article) }
WITH n, n.id AS gone
DETACH DELETE n
RETURN gone AS id
