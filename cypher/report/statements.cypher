// name: statements
// summary: What one actor said about another.
// param: speaker actor =
// param: about actor =
// param: since date = 1900-01-01
// param: until date = 2100-01-01
// param: limit integer = 50
// returns: date, speaker, verb, kind, text, about, articles, title
MATCH (s:Actor)-[:MADE]->(st:Statement)
WHERE date($since) <= st.date <= date($until)
  AND ($speaker = '' OR s.id = $speaker OR toLower(s.name) = toLower($speaker) OR any(x IN s.aliases WHERE toLower(x) = toLower($speaker)))
OPTIONAL MATCH (st)-[:ABOUT]->(t:Actor)
WITH s, st, t
ORDER BY t.name
WITH s, st, collect(t) AS subjects
WHERE $about = ''
   OR any(t IN subjects WHERE t.id = $about OR toLower(t.name) = toLower($about) OR any(x IN t.aliases WHERE toLower(x) = toLower($about)))
MATCH (n:Article)-[:QUOTES]->(st)
WITH s, st, subjects, n
ORDER BY n.publishedAt, n.id
WITH s, st, subjects, count(n) AS articles, collect(n.title)[0] AS title
RETURN st.date AS date, s.name AS speaker, st.verb AS verb, st.kind AS kind, st.text AS text, [t IN subjects | t.name] AS about,
       articles, title
ORDER BY date DESC, speaker, text
LIMIT toInteger($limit)
