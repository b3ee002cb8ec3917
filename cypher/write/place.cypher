// name: place
// summary: Writes places other than countries.
// param: rows list
// returns: n
UNWIND $rows AS row
MERGE (n:Place {id: row.id})
SET n.name = row.name
RETURN count(n) AS n
