// name: begin-run
// summary: Opens the record of a load.
// param: id string
// param: startedAt datetime
// param: version string
// returns: id
MERGE (n:LoadRun {id: $id})
SET n.startedAt = $startedAt, n.version = $version
RETURN n.id AS id
