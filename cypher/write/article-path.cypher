// name: article-path
// summary: Sets where an article lies; of several copies the first path in order.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (n:Article {id: row.id})
SET n.path = row.path
RETURN count(n) AS n
