// name: drop-sources
// summary: Deletes sources that no article speaks of any more, and tells which.
// param: ids list
// returns: id
UNWIND $ids AS id
MATCH (n:Source {id: id})
WHERE NOT EXISTS { (n)<-[:PUBLISHED_BY]-(:Article) }
WITH n, n.id AS gone
DETACH DELETE n
RETURN gone AS id
