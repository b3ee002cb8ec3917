// name: drop-places
// summary: Deletes places that no article speaks of any more, and tells which.
// param: ids list
// returns: id
UNWIND $ids AS id
MATCH (n:Place {id: id})
WHERE NOT n:Actor AND NOT EXISTS { (n)<-[:OCCURRED_IN]-(:Event) }
WITH n, n.id AS gone
DETACH DELETE n
RETURN gone AS id
