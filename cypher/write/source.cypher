// name: source
// summary: Writes outlets.
// param: rows list
// returns: n
UNWIND $rows AS row
MERGE (n:Source {id: row.id})
SET n.name = row.name
RETURN count(n) AS n
