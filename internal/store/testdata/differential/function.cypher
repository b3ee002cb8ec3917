// abs, sign, ceil, floor
UNWIND [-1.5, -1, 0, 2.4, 2.5, null] AS x RETURN x, abs(x), sign(x), ceil(x), floor(x)

// round to whole numbers
UNWIND [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 2.49, 3] AS x RETURN x, round(x)

// round to digits
RETURN round(3.14159, 2), round(-3.145, 2), round(2.5, 0), round(1234.5, 1), round(1.005, 2)

// trigonometry
RETURN sin(1), cos(1), round(pi(), 4)

// numbers from text
RETURN toInteger('42'), toInteger('-7'), toInteger('4.7'), toInteger('x'), toInteger(''), toInteger(4.9), toInteger(-4.9), toInteger(true), toInteger(null)

// floats from text
RETURN toFloat('1.5'), toFloat('1e3'), toFloat('x'), toFloat(2), toFloat(null), toFloat('-.5')

// booleans from text
RETURN toBoolean('true'), toBoolean('FALSE'), toBoolean('yes'), toBoolean(true), toBoolean(1), toBoolean(0), toBoolean(null)

// text from values
RETURN toString(1), toString(1.0), toString(1.5e10), toString(1e-7), toString(123456789.0), toString(true), toString('a'), toString(null), toString(date('2020-01-02')), toString(1e21)

// error: a number from a list
UNWIND [[1]] AS x RETURN toInteger(x)

// error: text from a list
UNWIND [[1]] AS x RETURN toString(x)

// size of lists and of text
RETURN size([1, 2]), size('été'), size([]), size(''), size(null), size('😀')

// error: size of a number
UNWIND [1] AS x RETURN size(x)

// head, last, tail
RETURN head([1, 2]), last([1, 2]), tail([1, 2]), head([]), last([]), tail([]), head(null), tail([1])

// reverse
RETURN reverse('abc'), reverse([1, 2, 3]), reverse(''), reverse(null), reverse('été')

// range
RETURN range(1, 3), range(3, 1), range(1, 10, 3), range(10, 1, -4), range(1, 1), range(0, -2, -1)

// error: range without a step
RETURN range(1, 3, 0)

// keys of maps, nodes and relationships
MATCH (a:Actor {id: $actor})-[r:CONDEMNS]->() UNWIND keys(r) AS key RETURN DISTINCT key, keys({b: 1, a: 2}), keys(null)

// keys of a node
MATCH (a:Actor {id: $actor}) UNWIND keys(a) AS key RETURN key

// properties
MATCH (a:Actor {id: $actor}) RETURN properties(a), properties({x: 1}), properties(null)

// labels, type, startNode, endNode
MATCH (a:Actor {id: $actor})-[r:CONDEMNS]->(b) RETURN size(labels(a)), 'Country' IN labels(a), type(r), startNode(r).id, endNode(r).id, startNode(r) = a, labels(null), type(null)

// an id is the same for the same node
MATCH (a:Actor {id: $actor}) MATCH (b:Actor {id: $actor}) RETURN elementId(a) = elementId(b), id(a) = id(b)

// lower and upper case
RETURN toLower('ÀBC'), toUpper('straße'), toLower(null), toUpper('é')

// trimming
RETURN trim('  a b '), ltrim('  a '), rtrim(' a  '), trim('\t a\n'), trim(null)

// split
RETURN split('a,b,c', ','), split('abc', ''), split('', ','), split('a,b', null), split(null, ','), split(',a,', ',')

// replace
RETURN replace('banana', 'a', 'o'), replace('abc', 'x', 'y'), replace('abc', '', 'x'), replace(null, 'a', 'b'), replace('abc', 'b', null)

// substring
RETURN substring('hello', 1), substring('hello', 1, 3), substring('hello', 0, 99), substring('hello', 9), substring('été', 1, 1), substring(null, 1)

// error: substring from a negative place
RETURN substring('hello', -1)

// left and right
RETURN left('hello', 2), right('hello', 2), left('hello', 99), right('a', 0), left(null, 1), left('été', 2)

// isEmpty
RETURN isEmpty(''), isEmpty([]), isEmpty({}), isEmpty('a'), isEmpty([null]), isEmpty(null)

// exists of a property is told by IS NOT NULL
MATCH (n:Actor) WHERE n.role IS NOT NULL RETURN n.id, n.role

// coalesce over properties
MATCH (n:Actor) RETURN n.id, coalesce(n.role, n.iso3, '-')

// function names in any case
RETURN TOUPPER('a'), tostring(1), Size([1]), COALESCE(null, 2)

// a function within a function
RETURN toUpper(left(trim('  hello '), 1)) + substring('hello', 1)

// rand is below one
RETURN 0 <= rand() < 1

// nodes and relationships of a null path
OPTIONAL MATCH p = (:Nope)-->() RETURN nodes(p), relationships(p), length(p)

// error: labels of a map
UNWIND [{a: 1}] AS x RETURN labels(x)

// error: type of a node
MATCH (a:Country) RETURN type(a)

// error: length of a list
UNWIND [[1]] AS x RETURN length(x)

// error: toUpper of a number
UNWIND [1] AS x RETURN toUpper(x)

// error: head of a string
UNWIND ['a'] AS x RETURN head(x)

// error: sqrt of a string
UNWIND ['a'] AS x RETURN sqrt(x)

// texts of real articles
MATCH (n:Article) RETURN n.id, size(n.text), left(n.text, 40), right(n.text, 10), size(split(n.text, '\n')), toUpper(left(n.title, 9))

// words of real titles
MATCH (n:Article) UNWIND split(n.title, ' ') AS word WITH toLower(word) AS word, count(*) AS n WHERE n > 1 RETURN word, n ORDER BY n DESC, word

// bytes of the evidence are those of the sentence
MATCH (n:Article)-[r:REPORTS]->(e:Event) RETURN e.id, r.start, r.end, r.end - r.start >= size(r.sentence), n.text CONTAINS r.sentence

// regular expressions on real text
MATCH (n:Article) WHERE n.text =~ '(?s).*\\b(missile|troops|sanctions)\\b.*' RETURN n.id

// text search on real text
MATCH (n:Article) WHERE toLower(n.text) CONTAINS 'president' OR n.title STARTS WITH 'U' RETURN n.id

// roots and logarithms
RETURN sqrt(2), sqrt(-1), exp(1), log(10), log10(1000), log(0), log(-1), pi()
