// name: drop-events
// summary: Deletes events that no article speaks of any more, and tells which.
// param: ids list
// returns: id
UNWIND $ids AS id
MATCH (n:Event {id: id})
WHERE NOT EXISTS { (n)<-[:REPORTS]-(:Article) }
WITH n, n.id AS gone
DETACH DELETE n
RETURN gone AS id
