// name: country
// summary: Writes countries, which are places too. Names come from the profile.
// param: rows list
// returns: n
UNWIND $rows AS row
MERGE (n:Actor {id: row.id})
SET n:Country:Place, n.iso3 = row.iso3
RETURN count(n) AS n
