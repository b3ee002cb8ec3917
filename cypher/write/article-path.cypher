// name: article-path
// summary: Sets where articles lie, the first path in order where there are several copies.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (n:Article {id: row.id})
SET n.path = row.path
RETURN count(n) AS n
