// name: events-of
// summary: Reads the events in which actors have a part.
// param: ids list
// returns: id, type
UNWIND $ids AS actor
MATCH (:Actor {id: actor})<-[:SOURCE|TARGET]-(e:Event)
RETURN DISTINCT e.id AS id, e.type AS type
