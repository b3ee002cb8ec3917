// name: end-run
// summary: Closes the record of a load.
// param: id string
// param: finishedAt datetime
// param: articles integer
// param: unchanged integer
// param: rejected integer
// param: events integer
// param: statements integer
// returns: id
MERGE (n:LoadRun {id: $id})
SET n.finishedAt = $finishedAt, n.articles = $articles, n.unchanged = $unchanged, n.rejected = $rejected,
    n.events = $events, n.statements = $statements
RETURN n.id AS id
