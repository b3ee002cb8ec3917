// name: replies
// summary: Tit for tat: an act against an actor that acts against its author within some days.
// param: days integer = 7
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 25
// returns: date, first, move, second, reply, repliedOn
MATCH (a:Actor)-[m:DEMANDS|ACCUSES|INVESTIGATES|CONDEMNS|REJECTS|THREATENS|PROTESTS|SANCTIONS|MOBILIZES_AGAINST|COERCES|ATTACKS]->(b:Actor)
WHERE date($since) <= m.date <= date($until)
MATCH (b)-[r:DEMANDS|ACCUSES|INVESTIGATES|CONDEMNS|REJECTS|THREATENS|PROTESTS|SANCTIONS|MOBILIZES_AGAINST|COERCES|ATTACKS]->(a)
WHERE m.date < r.date <= m.date + duration({days: toInteger($days)})
RETURN DISTINCT m.date AS date, a.name AS first, type(m) AS move, b.name AS second, type(r) AS reply, r.date AS repliedOn
ORDER BY date DESC, repliedOn DESC, first, move, second, reply
LIMIT toInteger($limit)
