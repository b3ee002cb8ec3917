// name: profile
// summary: Writes what is derived of actors.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
SET n.name = row.name, n.aliases = row.aliases, n.role = row.role, n.roleDate = row.roleDate, n.wikidata = row.wikidata
RETURN count(n) AS n
