// name: lock-actors
// summary: Takes the actors for this transaction, in the order given, so that what is derived from them is read after other loaders have finished.
// param: ids list
// returns: n
UNWIND $ids AS id
MERGE (n:Actor {id: id})
SET n.id = id
RETURN count(n) AS n
