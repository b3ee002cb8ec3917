// name: forget-about
// summary: Unties statements from those about whom no article says any more that they are.
// param: ids list
// returns: n
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:ABOUT]->(n:Actor)
WHERE NOT EXISTS { MATCH (s)<-[q:QUOTES]-(:Article) WHERE n.id IN q.about }
DELETE r
RETURN count(r) AS n
