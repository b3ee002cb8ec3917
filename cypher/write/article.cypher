// name: article
// summary: Writes articles.
// param: rows list
// returns: n
UNWIND $rows AS row
MERGE (n:Article {id: row.id})
SET n.title = row.title, n.url = row.url, n.externalId = row.externalId, n.path = row.path, n.author = row.author,
    n.publishedAt = row.publishedAt, n.lang = row.lang, n.text = row.text, n.contentHash = row.contentHash
RETURN count(n) AS n
