// name: statement
// summary: Writes statements, as far as they follow from their ids.
// param: rows list
// returns: n
UNWIND $rows AS row
MERGE (n:Statement {id: row.id})
SET n.text = row.text, n.date = row.date
RETURN count(n) AS n
