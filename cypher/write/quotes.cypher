// name: quotes
// summary: Keeps where and how an article gives a statement.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Statement {id: row.to})
CREATE (a)-[r:QUOTES]->(b)
SET r.start = row.start, r.end = row.end, r.sentence = row.sentence, r.kind = row.kind, r.verb = row.verb,
    r.about = row.about, r.expresses = row.expresses
RETURN count(r) AS n
