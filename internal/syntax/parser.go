package syntax

import (
	"strings"

	"newsgraph/internal/syntax/kernel"
)

// parser is the encoder with the heads that tag, attach and name its words. It is read-only.
type parser struct {
	*encoder
	vocabulary *vocabulary
	mixes      []mix

	first  *kernel.Weights // every layer that reads word vectors, side by side
	column struct{ tag, name, head, labelHead, labelDependent, dependent int }
	arcs   *kernel.Weights // from a head to what it offers each dependent; its last output is the head's own score
	labels *kernel.Weights // from a dependent to scores for each label and each value of the head: [value][label]

	tags       []tag
	labelNames []string
	rootLabel  int
	names      []nameLabel
}

type tag struct{ upos, xpos string }

// The widths of what the arc and label heads compare.
const leak = 0.1 // slope of the rectifier below zero

func newParser(m *Model, path kernel.Path) (*parser, error) {
	var header struct {
		tags, labels map[string]int
		names, vocab []string
	}
	for key, value := range map[string]any{"TAG": &header.tags, "LAB": &header.labels, "NER": &header.names, "vocab": &header.vocab} {
		if _, err := m.Header(key, value); err != nil {
			return nil, err
		}
	}
	p := &parser{encoder: newEncoder(m, path), vocabulary: newVocabulary(header.vocab)}
	p.mixes = newMixes(m, len(p.encoder.layers), p.width)

	layers := []struct {
		name string
		at   *int
	}{{"tag", &p.column.tag}, {"ner", &p.column.name}, {"ah", &p.column.head}, {"lh", &p.column.labelHead},
		{"ld", &p.column.labelDependent}, {"ad", &p.column.dependent}}
	var stacked []string
	at := 0
	for _, l := range layers {
		*l.at = at
		at += panels(m.need(l.name + ".weight").Rows)
		stacked = append(stacked, l.name)
	}
	p.first = m.stack(stacked...)

	u := m.need("U")
	p.arcs = kernel.NewWeights(u.Width, u.Rows)
	for i := range u.Rows {
		p.arcs.Set(i, u.Codes[i*u.Width:(i+1)*u.Width], u.Scales[i], 0)
	}
	p.labels = labelWeights(m.need("W"), len(header.labels))

	p.tags = make([]tag, len(header.tags))
	for both, i := range header.tags {
		upos, xpos, _ := strings.Cut(both, "|")
		p.tags[i] = tag{upos, xpos}
	}
	p.labelNames = make([]string, len(header.labels))
	for label, i := range header.labels {
		p.labelNames[i] = label
	}
	p.rootLabel = header.labels["root"]
	p.names = nameLabels(header.names)
	return p, nil
}

// labelWeights rearranges W, whose row label·(n+1)+value has n+1 weights, so that the scores of all labels for one value
// of the head lie together. The last weight of a row stands for a constant 1: it is the bias.
func labelWeights(w Tensor, labels int) *kernel.Weights {
	n, lanes := w.Width-1, panels(labels)
	out := kernel.NewWeights(n, (n+1)*lanes)
	for label := range labels {
		for value := range n + 1 {
			i := label*(n+1) + value
			row, scale := w.Codes[i*w.Width:(i+1)*w.Width], w.Scales[i]
			out.Set(value*lanes+label, row[:n], scale, float32(row[n])*scale)
		}
	}
	return out
}

// bench is what one pack of sentences is worked on with: buffers that are kept from pack to pack.
type bench struct {
	*workspace
	counts, wordShapes []uint8 // pieces and shape of every word of the pack, a root before each sentence's
	ends               []int   // end of each sentence in counts

	mixed     [][]float32 // rows of pieces, one slice a mix
	left      [][]float32 // rows of pieces as they left the common layers, of the mixes that do
	words     []float32   // the parser's word vectors
	out       []float32   // what first gives
	offers    []float32   // what arcs gives
	panels    []float32   // a sentence's offers as panels
	relations []float32   // what labels gives for some words
	vectors   int         // how many words may still keep their vectors
	tree      arborist
	trail     viterbi
}

// relationRows is how many words have their labels scored together: their rows are very wide.
const relationRows = 16

func (p *parser) bench() *bench {
	const rows = maxPieces + kernel.Slack
	b := &bench{
		workspace: p.workspace(),
		words:     make([]float32, rows*p.first.In),
		out:       make([]float32, rows*p.first.Out),
		offers:    make([]float32, rows*p.arcs.Out),
		panels:    make([]float32, maxPieces*p.arcs.In),
		relations: make([]float32, (relationRows+kernel.Slack)*p.labels.Out),
	}
	for _, m := range p.mixes {
		b.mixed = append(b.mixed, make([]float32, maxPieces*p.width))
		b.left = append(b.left, nil)
		if len(m.own) > 0 {
			b.left[len(b.left)-1] = make([]float32, maxPieces*p.width)
		}
	}
	return b
}

// parse fills in tags, trees, names and vectors of a pack of sentences that has been laid on the bench.
func (p *parser) parse(b *bench, pack []Sentence) {
	if len(pack) == 0 {
		return
	}
	p.encode(b)
	p.vectors(b, pack)
	rows := len(b.counts)
	p.product(b.workspace, p.first, rows, b.words, b.out)
	for r := range rows {
		p.path.Rectify(b.out[r*p.first.Out+p.column.head:(r+1)*p.first.Out], leak)
	}
	p.offer(b, rows)
	from := 0
	for i := range pack {
		p.tag(b, from, &pack[i])
		p.attach(b, from, &pack[i])
		p.name(b, from, &pack[i])
		from = b.ends[i]
	}
	p.label(b, pack)
}

// encode takes the pack through the encoder, and makes the mixes of its layers. A mix with layers of its own leaves the
// common ones where these begin.
func (p *parser) encode(b *bench) {
	p.embed(b.workspace)
	x := b.rows()
	for m := range p.mixes {
		clear(b.mixed[m][:len(x)])
	}
	for i := range p.layers {
		for m := range p.mixes {
			if i == p.leaves(m) {
				copy(b.left[m], x)
			}
		}
		p.through(&p.layers[i], b.workspace)
		for m := range p.mixes {
			if i < p.leaves(m) {
				p.path.Accumulate(b.mixed[m][:len(x)], x, p.mixes[m].layers[i])
			}
		}
	}
	for m := range p.mixes {
		if len(p.mixes[m].own) == 0 || b.vectors < 0 {
			continue
		}
		copy(x, b.left[m])
		for i := range p.mixes[m].own {
			p.through(&p.mixes[m].own[i], b.workspace)
			p.path.Accumulate(b.mixed[m][:len(x)], x, p.mixes[m].layers[p.leaves(m)+i])
		}
	}
}

// leaves is the number of common layers that a mix goes through.
func (p *parser) leaves(m int) int { return len(p.layers) - len(p.mixes[m].own) }

// vectors makes the word vectors of each mix: the parser's on the bench, the others kept with the sentences.
func (p *parser) vectors(b *bench, pack []Sentence) {
	for m := range p.mixes {
		x := &p.mixes[m]
		piece, from := 0, 0
		for i, end := range b.ends {
			dst, pitch := b.words[from*p.first.In:], p.first.In
			if x.name != "" {
				if b.vectors < 0 {
					break
				}
				pitch = x.width()
				dst = make([]float32, (end-from)*pitch)
				if pack[i].Vectors == nil {
					pack[i].Vectors = map[string]Matrix{}
				}
				pack[i].Vectors[x.name] = Matrix{pitch, dst}
			}
			x.words(p.path, dst, pitch, b.mixed[m][piece*p.width:], b.counts[from:end], b.wordShapes[from:end])
			piece += b.lengths[i]
			from = end
		}
	}
	b.vectors -= len(b.counts)
}

// offer multiplies the head side of every word with the arc weights.
func (p *parser) offer(b *bench, rows int) {
	n := p.arcs.In
	for r := range rows {
		p.path.Quantise(b.out[r*p.first.Out+p.column.head:][:n], b.codes[r*n:(r+1)*n], &b.grid[r])
	}
	p.path.Product(p.arcs, rows, b.codes, b.grid, b.offers, p.arcs.Out)
}

func (p *parser) tag(b *bench, from int, s *Sentence) {
	for i := range s.Tokens {
		t := &p.tags[highest(b.out[(from+1+i)*p.first.Out+p.column.tag:][:len(p.tags)])]
		s.Tokens[i].UPOS, s.Tokens[i].XPOS = t.upos, t.xpos
	}
}

func highest(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}

// attach gives every word its head.
func (p *parser) attach(b *bench, from int, s *Sentence) {
	n, k := len(s.Tokens)+1, p.arcs.In
	offers := b.offers[from*p.arcs.Out:]
	p.path.Columns(b.panels, offers, n, k, p.arcs.Out)
	padded := panels(n)
	for c := 0; c < padded; c += kernel.Panel {
		p.path.Multiply(n, k, b.out[from*p.first.Out+p.column.dependent:], p.first.Out, b.panels[c*k:], kernel.Panel, b.scores[c:], padded)
	}
	score := b.tree.reset(n)
	for d := range n {
		for h := range n {
			score[d*n+h] = float64(b.scores[d*padded+h]) + float64(offers[h*p.arcs.Out+k])
		}
	}
	heads := b.tree.best()
	for i := range s.Tokens {
		s.Tokens[i].Head = heads[i+1] - 1
	}
}

// label names the relation of every word to its head.
func (p *parser) label(b *bench, pack []Sentence) {
	n, lanes := p.labels.In, panels(len(p.labelNames))
	type word struct {
		token *Token
		head  int // row of the head
	}
	var words [relationRows]word
	filled := 0
	flush := func() {
		p.path.Product(p.labels, filled, b.codes, b.grid, b.relations, p.labels.Out)
		for i, w := range words[:filled] {
			row := b.relations[i*p.labels.Out:]
			scores := row[n*lanes : (n+1)*lanes] // the value that is always 1
			for k, v := range b.out[w.head*p.first.Out+p.column.labelHead:][:n] {
				p.path.Accumulate(scores, row[k*lanes:(k+1)*lanes], v)
			}
			scores[p.rootLabel] = never
			w.token.Label = p.labelNames[highest(scores[:len(p.labelNames)])]
		}
		filled = 0
	}
	from := 0
	for i := range pack {
		for k := range pack[i].Tokens {
			t := &pack[i].Tokens[k]
			if t.Head < 0 {
				t.Label = p.labelNames[p.rootLabel]
				continue
			}
			side := b.out[(from+1+k)*p.first.Out+p.column.labelDependent:][:n]
			p.path.Quantise(side, b.codes[filled*n:(filled+1)*n], &b.grid[filled])
			words[filled] = word{t, from + 1 + t.Head}
			if filled++; filled == relationRows {
				flush()
			}
		}
		from = b.ends[i]
	}
	flush()
}
