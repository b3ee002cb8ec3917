// name: profiles
// summary: Reads what is derived of actors.
// param: ids list
// returns: id, name, aliases, role, roleDate, wikidata, offices
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.role AS role, n.roleDate AS roleDate, n.wikidata AS wikidata,
       [(n)-[r:REPRESENTS]->(p:Actor) | {actor: p.id, role: r.role, roleDate: r.roleDate, first: r.first, last: r.last}] AS offices
