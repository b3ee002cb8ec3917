// name: known-events
// summary: Tells which events the graph holds, and so which may have direct edges.
// param: ids list
// returns: id, type
UNWIND $ids AS id
MATCH (n:Event {id: id})
RETURN n.id AS id, n.type AS type
