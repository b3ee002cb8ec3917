// name: lock-places
// summary: Takes the places for this transaction, in the order given, so that what is derived from them is read after other loaders have finished.
// param: ids list
// returns: n
UNWIND $ids AS id
MERGE (n:Place {id: id})
SET n.id = id
RETURN count(n) AS n
