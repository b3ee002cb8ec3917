// name: sightings
// summary: Reads all that articles say of actors, to derive their profiles anew.
// param: ids list
// returns: id, name, aliases, role, represents, wikidata, first, last
UNWIND $ids AS id
MATCH (n:Actor {id: id})<-[m:MENTIONS]-(a:Article)
RETURN n.id AS id, m.name AS name, m.aliases AS aliases, m.role AS role, m.represents AS represents, m.wikidata AS wikidata,
       min(a.publishedAt) AS first, max(a.publishedAt) AS last
