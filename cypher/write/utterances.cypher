// name: utterances
// summary: Derives anew what hangs on all quotations of statements.
// param: ids list
// returns: n
UNWIND $ids AS id
MATCH (s:Statement {id: id})<-[q:QUOTES]-(:Article)
WITH s, min(q.kind) AS kind, min(q.verb) AS verb
SET s.kind = kind, s.verb = verb
RETURN count(s) AS n
