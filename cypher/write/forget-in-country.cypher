// name: forget-in-country
// summary: Unties places from countries in which no article puts them any more.
// param: ids list
// returns: n
UNWIND $ids AS id
MATCH (p:Place {id: id})-[r:IN_COUNTRY]->(n:Country)
WHERE NOT EXISTS { MATCH (p)<-[:OCCURRED_IN]-(:Event)<-[q:REPORTS]-(:Article) WHERE q.placeId = p.id AND q.country = n.id }
DELETE r
RETURN count(r) AS n
