// name: event
// summary: Writes events, as far as they follow from their ids.
// param: rows list
// returns: n
UNWIND $rows AS row
MERGE (n:Event {id: row.id})
SET n.type = row.type, n.label = row.label, n.date = row.date, n.status = row.status, n.plover = row.plover,
    n.quad = row.quad, n.act = row.act
RETURN count(n) AS n
