// name: forget-occurred-in
// summary: Unties events from places where no article says any more that they took place.
// param: ids list
// returns: n
UNWIND $ids AS id
MATCH (e:Event {id: id})-[r:OCCURRED_IN]->(n:Place)
WHERE NOT EXISTS { MATCH (e)<-[q:REPORTS]-(:Article) WHERE q.placeId = n.id }
DELETE r
RETURN count(r) AS n
