package syntax

import (
	"sync"

	"newsgraph/internal/syntax/kernel"
)

// Reader reads texts: sentences, words, lemmas, tags, trees, names and word vectors. It is safe for concurrent use; each
// text being read has buffers of its own, which are kept for the next.
type Reader struct {
	model  func() *Model
	path   kernel.Path
	parser func() *parser
	free   sync.Pool // of *bench
}

// NewReader returns a reader with the embedded model. The model is read when the first text is.
func NewReader() *Reader { return newReader(Embedded, kernel.Best()) }

func newReader(model func() *Model, path kernel.Path) *Reader {
	r := &Reader{model: model, path: path}
	r.parser = sync.OnceValue(func() *parser {
		p, err := newParser(r.model(), path)
		if err != nil {
			panic(err) // the embedded model is proved by a test
		}
		return p
	})
	return r
}

// Model returns the model that the reader reads with.
func (r *Reader) Model() *Model { return r.model() }

// packPieces is how many pieces a pack of sentences has at most, unless one sentence alone has more.
const packPieces = 192

// Parse reads a text. The same text gives the same document, bit for bit, on every processor.
func (r *Reader) Parse(text string) *Document {
	doc := &Document{Text: text, Sentences: r.parser().vocabulary.bound(segment(nil, text))}
	r.read(doc)
	return doc
}

// vectorWords is how many words of a document keep their vectors. They take 1.6 kilobytes each, so that an article as
// long as a book would fill the memory; past its first 16,384 words a document's sentences have none.
const vectorWords = 1 << 14

// read fills in the sentences of a document that has tokens.
func (r *Reader) read(doc *Document) {
	p := r.parser()
	b, _ := r.free.Get().(*bench)
	if b == nil {
		b = p.bench()
	}
	defer r.free.Put(b)

	from := 0 // first sentence on the bench
	b.clear()
	b.vectors = vectorWords
	for i := 0; i < len(doc.Sentences); i++ {
		for !b.lay(p.vocabulary, &doc.Sentences[i], i == from) {
			p.parse(b, doc.Sentences[from:i])
			b.clear()
			from = i
		}
	}
	p.parse(b, doc.Sentences[from:])
	words := lemmas()
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		repair(s)
		for k := range s.Tokens {
			s.Tokens[k].Lemma = words.lemma(s, k)
		}
	}
}

func (b *bench) clear() {
	b.ids, b.shapes, b.lengths = b.ids[:0], b.shapes[:0], b.lengths[:0]
	b.counts, b.wordShapes, b.ends = b.counts[:0], b.wordShapes[:0], b.ends[:0]
}

// lay puts a sentence on the bench; false if there is no room.
func (b *bench) lay(v *vocabulary, s *Sentence, first bool) bool {
	ids, words := len(b.ids), len(b.counts)
	b.ids, b.shapes = append(b.ids, v.root), append(b.shapes, 0)
	b.counts, b.wordShapes = append(b.counts, 1), append(b.wordShapes, 0)
	for i := range s.Tokens {
		before := len(b.ids)
		b.ids = v.split(b.ids, s.Tokens[i].Text)
		shape := uint8(Shape(s.Tokens[i].Text))
		for range len(b.ids) - before {
			b.shapes = append(b.shapes, shape)
		}
		b.counts, b.wordShapes = append(b.counts, uint8(len(b.ids)-before)), append(b.wordShapes, shape)
	}
	b.ids, b.shapes = append(b.ids, v.end), append(b.shapes, 0)
	if len(b.ids) > packPieces && !first {
		b.ids, b.shapes = b.ids[:ids], b.shapes[:ids]
		b.counts, b.wordShapes = b.counts[:words], b.wordShapes[:words]
		return false
	}
	b.lengths = append(b.lengths, len(b.ids)-ids)
	b.ends = append(b.ends, len(b.counts))
	return true
}
