// name: reports
// summary: Keeps where and how an article tells of an event.
// param: rows list
// returns: n
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Event {id: row.to})
CREATE (a)-[r:REPORTS]->(b)
SET r.start = row.start, r.end = row.end, r.sentence = row.sentence, r.trigger = row.trigger,
    r.triggerStart = row.triggerStart, r.triggerEnd = row.triggerEnd, r.status = row.status, r.confidence = row.confidence,
    r.rule = row.rule, r.attributedTo = row.attributedTo, r.datePrecision = row.datePrecision, r.place = row.place,
    r.placeId = row.placeId, r.country = row.country
RETURN count(r) AS n
