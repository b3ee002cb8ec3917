// name: mentions
// summary: Keeps what an article says of an actor.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Actor {id: row.to})
CREATE (a)-[r:MENTIONS]->(b)
SET r.count = row.count, r.name = row.name, r.aliases = row.aliases, r.role = row.role, r.represents = row.represents,
    r.wikidata = row.wikidata
RETURN count(r) AS n
