package query

import "testing"

func TestPatterns(t *testing.T) {
	check(t, []example{
		{"MATCH (c:Country) RETURN c.iso ORDER BY c.iso", "'DE'\n'FR'\n'US'"},
		{"MATCH (c:Country {iso: 'DE'})<-[:MENTIONS]-(a) RETURN a.id ORDER BY a.id", "'a1'\n'a2'"},
		{"MATCH (a:Actor)-[r:CONDEMNS]->(b) RETURN a.id, b.id, r.article ORDER BY a.id, b.id, r.article",
			"'o1' | 'p2' | 'a2'\n'p1' | 'p2' | 'a1'\n'p1' | 'p2' | 'a3'\n'p2' | 'p3' | 'a3'"},
		{"MATCH (n) RETURN count(*)", "15"},
		{"MATCH (a:Person), (c:Country) WHERE c.iso STARTS WITH 'U' RETURN count(*)", "4"},
		// A relationship comes once in a pattern, but may come again in the next MATCH.
		{"MATCH (a:Actor {id: 'p1'})-[r1:CONDEMNS]->(b)<-[r2:CONDEMNS]-(c) RETURN count(*)", "4"},
		{"MATCH (a:Actor {id: 'p1'})-[r1:CONDEMNS]->(b) MATCH (b)<-[r2:CONDEMNS]-(c) RETURN count(*)", "6"},
		{"MATCH (a:Actor {id: 'p2'})-[r:CONDEMNS]-(b) RETURN count(r) AS n, count(DISTINCT b) AS d", "4 | 3"},
		{"MATCH ()-[r:DEPLOYS_TO]->() RETURN r, startNode(r).id, endNode(r).id", "[:DEPLOYS_TO] | 'o1' | 'DE'"},
		{"MATCH ()-[r:DEPLOYS_TO]->() MATCH (x)<-[r]-(y) RETURN x.id, y.id", "'DE' | 'o1'"},
		{"MATCH ()-[r:DEPLOYS_TO]->() MATCH (x)-[r]-(y) RETURN x.id, y.id ORDER BY x.id", "'DE' | 'o1'\n'o1' | 'DE'"},
		{"MATCH (a)-[:CONDEMNS|SUPPORTS]->(b {id: 'p4'}) RETURN a.id", "'o1'"},
		{"MATCH (a)-[:CONDEMNS|:SUPPORTS]->(b {id: 'p4'}) RETURN a.id", "'o1'"},
		{"MATCH (a:Actor)-[r]->(b) WHERE NOT (r:CONDEMNS) AND NOT r:MENTIONS RETURN a.id, type(r) ORDER BY a.id, type(r)", "'o1' | 'DEPLOYS_TO'\n'o1' | 'SUPPORTS'\n'p3' | 'SUPPORTS'"},
		{"MATCH (n:Person|Country) RETURN count(n)", "7"},
		{"MATCH (n:Actor) WHERE NOT n:Person AND NOT n:Country RETURN n.id ORDER BY n.id", "'o1'\n'o2'"},
		{"MATCH (n:Actor&Place) WHERE n:Place:Actor RETURN count(n)", "3"},
		{"MATCH (n) WHERE n:Person OR n:Organization RETURN count(n)", "6"},
		{"MATCH (a:Actor)-[r:CONDEMNS WHERE r.confidence > 0.75]->(b) RETURN a.id ORDER BY a.id", "'o1'\n'p1'"},
		{"MATCH (a:Actor WHERE a.name = 'Bob')-->(b:Person WHERE b.seen > a.seen) RETURN b.id", "'p3'"},
		{"MATCH (a {id: 'p1'}), (b {name: a.name}) RETURN b.id", "'p1'"},
		{"MATCH (b {name: a.name}), (a {id: 'p1'}) RETURN b.id", "'p1'"},
		{"MATCH (a:Actor) WHERE a.id IN ['p1', 'p2', 'p1', null] RETURN a.id ORDER BY a.id", "'p1'\n'p2'"},
		{"MATCH (a:Actor {id: null}) RETURN a", ""},
		{"MATCH p = (a:Actor {id: 'p3'})-[:SUPPORTS]->(b)-[:DEPLOYS_TO]->() RETURN p", "(p3)-[:SUPPORTS]->(o1)-[:DEPLOYS_TO]->(DE)"},
		{"MATCH p = (:Country {iso: 'DE'})<--(:Organization) RETURN p, length(p), [n IN nodes(p) | n.id]", "(DE)<-[:DEPLOYS_TO]-(o1) | 1 | ['DE', 'o1']"},
		{"MATCH p = (a {id: 'p1'}) RETURN p, length(p)", "(p1) | 0"},
		{"MATCH (a)-[:CONDEMNS]->(a) RETURN a", ""},
	}, nil)
}

func TestOptional(t *testing.T) {
	check(t, []example{
		{"MATCH (a:Actor {id: 'p4'}) OPTIONAL MATCH (a)-[r:CONDEMNS]->(b) RETURN a.id, type(r), b.name, count(b)", "'p4' | null | null | 0"},
		{"MATCH (a:Person) OPTIONAL MATCH (a)-[c:CONDEMNS]->(b) WHERE c.date > date('2026-01-10') RETURN a.id, count(c) ORDER BY a.id", "'p1' | 1\n'p2' | 1\n'p3' | 0\n'p4' | 0"},
		{"OPTIONAL MATCH (n:Nothing) RETURN n", "null"},
		{"OPTIONAL MATCH (n:Nothing) OPTIONAL MATCH (n)-->(m) RETURN n, m", "null | null"},
		{"OPTIONAL MATCH (n:Nothing) MATCH (n)-->(m) RETURN n, m", ""},
		{"OPTIONAL MATCH p = (n:Nothing)-->() RETURN p, nodes(p), n.x, n:Person, labels(n)", "null | null | null | null | null"},
		{"MATCH (c:Country) OPTIONAL MATCH (c)<-[:MENTIONS]-(a:Article) OPTIONAL MATCH (a)-[:REPORTS]->(e:Event) RETURN c.iso, count(DISTINCT a) AS n, count(e) AS m ORDER BY c.iso",
			"'DE' | 2 | 2\n'FR' | 1 | 0\n'US' | 2 | 2"},
	}, nil)
}

func TestVariableLength(t *testing.T) {
	check(t, []example{
		{"MATCH p = (a:Actor {id: 'p1'})-[:CONDEMNS|SUPPORTS*1..3]->(b:Actor) RETURN b.id, min(length(p)) AS d, count(*) AS n ORDER BY d", "'p2' | 1 | 2\n'p3' | 2 | 2\n'o1' | 3 | 2"},
		{"MATCH (a:Actor {id: 'p3'})-[:SUPPORTS*0..1]->(b) RETURN b.id ORDER BY b.id", "'o1'\n'p3'"},
		{"MATCH (a:Actor {id: 'p4'})-[:CONDEMNS|SUPPORTS*..2]-(b:Actor) RETURN DISTINCT b.id ORDER BY b.id", "'o1'\n'p2'\n'p3'"},
		{"MATCH (a {id: 'p3'})-[:SUPPORTS*2]->(b) RETURN b.id", "'p4'"},
		{"MATCH (a {id: 'p3'})-[:SUPPORTS*2..]->(b) RETURN b.id", "'p4'"},
		{"MATCH (a {id: 'p1'})-[r:CONDEMNS*1..2 {article: 'a3'}]->(b) RETURN b.id, size(r), [x IN r | x.confidence] ORDER BY b.id", "'p2' | 1 | [0.4]\n'p3' | 2 | [0.4, 0.7]"},
		// From the other end the list is still in the order of the pattern.
		{"MATCH (a)-[r:CONDEMNS*2]->(b:Actor {id: 'p3'}) RETURN a.id, [x IN r | x.confidence] AS c ORDER BY a.id, c", "'o1' | [0.8, 0.7]\n'p1' | [0.4, 0.7]\n'p1' | [0.9, 0.7]"},
		{"MATCH p = (a)-[:CONDEMNS*2]->(b:Actor {id: 'p3'}) WHERE a.id = 'o1' RETURN p", "(o1)-[:CONDEMNS]->(p2)-[:CONDEMNS]->(p3)"},
		{"MATCH p = (a:Actor {id: 'p1'})-[:CONDEMNS*1..2]->(b) WHERE all(r IN relationships(p) WHERE r.confidence >= 0.5) RETURN b.id ORDER BY b.id", "'p2'\n'p3'"},
		{"MATCH (a {id: 'p1'})-[:CONDEMNS*]->(b {id: 'p3'})-[:SUPPORTS*]->(c {id: 'p4'}) RETURN count(*)", "2"},
	}, nil)
}

func TestShortestPaths(t *testing.T) {
	check(t, []example{
		{"MATCH (a:Actor {id: 'p1'}), (b:Actor {id: 'p4'}) MATCH p = shortestPath((a)-[:CONDEMNS|SUPPORTS*..4]-(b)) RETURN length(p), [n IN nodes(p) | n.id]", "3 | ['p1', 'p2', 'o1', 'p4']"},
		{"MATCH p = shortestPath((a:Actor {id: 'p1'})-[:CONDEMNS|SUPPORTS*..5]->(b:Actor {id: 'p4'})) RETURN [r IN relationships(p) | type(r)]", "['CONDEMNS', 'CONDEMNS', 'SUPPORTS', 'SUPPORTS']"},
		{"MATCH (a {id: 'p4'}), (b {id: 'p1'}) OPTIONAL MATCH p = shortestPath((a)-[:CONDEMNS*..4]->(b)) RETURN p IS NULL", "true"},
		{"MATCH (a {id: 'p1'}), (b {id: 'p4'}) MATCH p = allShortestPaths((a)-[:CONDEMNS|SUPPORTS*..4]-(b)) RETURN count(p), min(length(p))", "2 | 3"},
		{"MATCH (a {id: 'p1'}), (b {id: 'p3'}) MATCH p = allShortestPaths((b)<-[r*]-(a)) RETURN [x IN r | x.confidence] AS c, p ORDER BY c", "[0.7, 0.4] | (p3)<-[:CONDEMNS]-(p2)<-[:CONDEMNS]-(p1)\n[0.7, 0.9] | (p3)<-[:CONDEMNS]-(p2)<-[:CONDEMNS]-(p1)"},
		// The condition is part of what is sought.
		{"MATCH p = shortestPath((a {id: 'p1'})-[*]-(b {id: 'p3'})) WHERE length(p) > 2 RETURN length(p)", "3"},
		{"MATCH p = shortestPath((a {id: 'p1'})-[*..4]->(b {id: 'p2'})) WHERE all(r IN relationships(p) WHERE r.confidence < 0.5) RETURN [r IN relationships(p) | r.article]", "['a3']"},
		{"MATCH p = shortestPath((a {id: 'p1'})-[*0..3]-(b {id: 'p1'})) RETURN length(p)", "0"},
	}, nil)
}

func TestSubqueries(t *testing.T) {
	check(t, []example{
		{"MATCH (a:Actor) WHERE EXISTS { MATCH (a)-[c:CONDEMNS]->(b) WHERE c.confidence > 0.75 } RETURN a.id ORDER BY a.id", "'o1'\n'p1'"},
		{"MATCH (a:Actor) WHERE EXISTS { (a)-[:SUPPORTS]->() } RETURN a.id ORDER BY a.id", "'o1'\n'p3'"},
		{"MATCH (a:Person) WHERE NOT EXISTS { (a)-[:CONDEMNS]->() } RETURN a.id ORDER BY a.id", "'p3'\n'p4'"},
		{"MATCH (a:Actor) WHERE (a)-[:CONDEMNS]->(:Person) AND NOT (a)-[:SUPPORTS]->() RETURN a.id ORDER BY a.id", "'p1'\n'p2'"},
		{"MATCH (a:Actor) RETURN a.id AS id, COUNT { (a)-[:CONDEMNS]->() } AS n ORDER BY n DESC, id LIMIT 3", "'p1' | 2\n'o1' | 1\n'p2' | 1"},
		{"MATCH (a:Actor) WHERE COUNT { MATCH (a)-[c:CONDEMNS]->() WHERE c.confidence > 0.5 } = 1 RETURN a.id ORDER BY a.id", "'o1'\n'p1'\n'p2'"},
		{"MATCH (a:Person) WHERE exists((a)-[:SUPPORTS]->()) RETURN a.id", "'p3'"},
		{"MATCH (a:Person) RETURN sum(COUNT { (a)-->() }) AS n", "4"},
		{"MATCH (a:Actor) WHERE EXISTS { MATCH (a)-->(b) WITH b WHERE (b)-[:SUPPORTS]->() RETURN b UNION MATCH (a)-[:DEPLOYS_TO]->(b) RETURN b } RETURN a.id ORDER BY a.id", "'o1'\n'p2'\n'p3'"},
		{"MATCH (a:Actor {id: 'p1'}) RETURN size([(a)-[c:CONDEMNS]->(b) WHERE c.confidence > 0.5 | b.name]) AS n, [(a)-->(x:Person) | x.id] AS t", "1 | ['p2', 'p2']"},
		{"MATCH (a:Actor {id: 'p3'}) RETURN [p = (a)-[:SUPPORTS*]->() | length(p)]", "[1, 2]"},
	}, nil)
}
