// name: forget-expresses
// summary: Unties statements from events of which no article says any more that they express them.
// param: ids list
// returns: n
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:EXPRESSES]->(n:Event)
WHERE NOT EXISTS { MATCH (s)<-[q:QUOTES]-(:Article) WHERE n.id IN q.expresses }
DELETE r
RETURN count(r) AS n
