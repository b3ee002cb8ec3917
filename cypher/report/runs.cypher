// name: runs
// summary: The loads: when, by which version, how many articles were taken in, left unchanged, rejected.
// param: limit integer = 20
// returns: run, started, finished, version, articles, unchanged, rejected, events, statements
MATCH (r:LoadRun)
RETURN r.id AS run, r.startedAt AS started, r.finishedAt AS finished, r.version AS version, r.articles AS articles,
       r.unchanged AS unchanged, r.rejected AS rejected, r.events AS events, r.statements AS statements
ORDER BY run DESC
LIMIT toInteger($limit)
