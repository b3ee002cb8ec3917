// name: forget-edges
// summary: Deletes the direct edges of events of one type. ACT stands for the type.
// param: ids list
// returns: n
UNWIND $ids AS id
MATCH ()-[r:ACT {eventId: id}]->()
USING INDEX r:ACT(eventId)
DELETE r
RETURN count(r) AS n
