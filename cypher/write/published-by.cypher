// name: published-by
// summary: Ties articles to their outlets.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Source {id: row.to})
CREATE (a)-[r:PUBLISHED_BY]->(b)
RETURN count(r) AS n
