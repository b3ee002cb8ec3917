// name: group
// summary: Writes groups. Names come from the profile.
// param: rows list
// returns: n
UNWIND $rows AS row
MERGE (n:Actor {id: row.id})
SET n:Group, n.iso3 = row.iso3
RETURN count(n) AS n
