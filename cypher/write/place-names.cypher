// name: place-names
// summary: Reads the name of places.
// param: ids list
// returns: id, name
UNWIND $ids AS id
MATCH (n:Place {id: id})
RETURN n.id AS id, n.name AS name
