// name: forget-evidence
// summary: Takes back all that articles have said.
// param: ids list
// returns: n
UNWIND $ids AS id
MATCH (a:Article {id: id})-[r:PUBLISHED_BY|MENTIONS|REPORTS|QUOTES]->()
DELETE r
RETURN count(r) AS n
