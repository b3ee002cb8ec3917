// name: place-sightings
// summary: Reads all that articles call places, to derive their names anew.
// param: ids list
// returns: id, names
UNWIND $ids AS id
MATCH (n:Place {id: id})<-[:OCCURRED_IN]-(:Event)<-[r:REPORTS]-(:Article)
WHERE r.placeId = id
RETURN n.id AS id, collect(DISTINCT r.place) AS names
