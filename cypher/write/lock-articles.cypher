// name: lock-articles
// summary: Takes the articles for this transaction, in the order given, and tells what is known of them.
// param: ids list
// returns: id, hash, path
UNWIND $ids AS id
MERGE (n:Article {id: id})
SET n.id = id
RETURN n.id AS id, n.contentHash AS hash, n.path AS path
