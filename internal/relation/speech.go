package relation

import (
	"cmp"
	"slices"
	"strings"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

// Utterance is an attributed quotation or reported clause.
type Utterance struct {
	Speaker  int  // index of an entity
	Direct   bool // inside quotation marks
	Spans    []syntax.Span
	Verb     string // the reporting verb or phrase as written
	About    []int  // indices of entities
	Sentence int    // the one with the reporting verb
	Evidence syntax.Span
}

// voice knows who says "I" and "we" where.
type voice struct {
	cast   *entity.Cast
	said   []Utterance
	issuer int // the state or body whose own text this is, -1 if it is not known
}

// speaker is whom a first-person pronoun names: in a quotation the speaker, and for "we" whom the speaker represents; -1
// for other words.
func (v *voice) speaker(s *scene, i int) int {
	if v == nil {
		return -1
	}
	one := false
	switch strings.ToLower(s.Tokens[i].Text) {
	case "i", "me", "my", "mine", "myself":
		one = true
	case "we", "us", "our", "ours", "ourselves":
		if s.Tokens[i].Text == "US" {
			return -1
		}
	default:
		return -1
	}
	for _, u := range v.said {
		if !u.Direct {
			continue
		}
		for _, span := range u.Spans {
			if span.Start <= s.Tokens[i].Start && s.Tokens[i].End <= span.End {
				if one {
					return u.Speaker
				}
				return v.cast.Principal(u.Speaker)
			}
		}
	}
	if one {
		return -1
	}
	return v.issuer
}

// position is the class of verbs whose object alone tells what somebody holds: reaffirm, stress, underscore.
const position = "position"

// listener gathers the utterances of an article.
type listener struct {
	doc    *syntax.Document
	scenes []scene
	cast   *entity.Cast
	quotes []syntax.Span
	used   []bool // by quotation
	said   []Utterance
}

// listen finds who said what: reported clauses first, then quotations by the verb beside them, by the sentence that holds
// them, and last by the speaker of the quotation before.
func (l *listener) listen(issuer int) []Utterance {
	l.used = make([]bool, len(l.quotes))
	for s := range l.scenes {
		for i := range l.scenes[s].Tokens {
			l.report(&l.scenes[s], i)
		}
	}
	l.remaining()
	if issuer >= 0 {
		l.declarations(issuer)
	}
	slices.SortStableFunc(l.said, func(a, b Utterance) int { return cmp.Compare(a.Spans[0].Start, b.Spans[0].Start) })
	return l.said
}

// report reads one reporting verb or "according to".
func (l *listener) report(s *scene, i int) {
	tok := &s.Tokens[i]
	if strings.EqualFold(tok.Text, "according") {
		l.according(s, i)
		return
	}
	if tok.UPOS != "VERB" || !introduces(tok.Lemma) {
		return
	}
	who := l.speakers(s, s.logicalSubject(i))
	if len(who) == 0 || s.passive(i) {
		return
	}
	if span, ok := l.content(s, i); ok {
		l.say(s, who, span, tok.Text)
	} else if !l.beside(s, i, who) && words().speech[tok.Lemma] == position {
		l.stance(s, i, who)
	}
}

// speakers are the entities of the words that fill a speaker's slot.
func (l *listener) speakers(s *scene, fillers []int) []int {
	var who []int
	for _, f := range fillers {
		who = append(who, s.actors(f, nil)...)
	}
	return who
}

// content is the clause that a reporting verb governs: its finite complement, or, when the verb stands behind or inside
// what is said ("The crash was likely, Pompeo said"), the clause around it.
func (l *listener) content(s *scene, v int) (syntax.Span, bool) {
	for _, k := range s.Kids(v) {
		if s.Label(k) == "ccomp" || s.Label(k) == "parataxis" && k > v && l.quoted(s, k) {
			first, last := s.Bounds(k)
			if first < v && last > v {
				first, last = spread(s, k, v)
			}
			if s.Tokens[k].Label == "ccomp" && s.Tokens[k].XPOS == "VBG" {
				continue
			}
			return l.clause(s, first, last), true
		}
	}
	if s.Label(v) == "parataxis" {
		h := s.Tokens[v].Head
		first, last := s.Bounds(h)
		vf, vl := s.Bounds(v)
		if vl >= last {
			last = vf - 1
		} else if vf <= first {
			first = vl + 1
		}
		if first <= last {
			return l.clause(s, first, last), true
		}
	}
	return syntax.Span{}, false
}

// spread is the part of a clause that lies on the larger side of a verb inside it.
func spread(s *scene, k, v int) (int, int) {
	first, last := s.Bounds(k)
	vf, vl := v, v
	for _, d := range s.Kids(v) {
		if d != k {
			f, b := s.Bounds(d)
			if f >= vf-4 {
				vf, vl = min(vf, f), max(vl, b)
			}
		}
	}
	if vf-first >= last-vl {
		return first, vf - 1
	}
	return vl + 1, last
}

func (l *listener) quoted(s *scene, k int) bool {
	first, last := s.Bounds(k)
	span := s.Cover(first, last)
	for _, q := range l.quotes {
		if overlap(q, span) > 0 {
			return true
		}
	}
	return false
}

// clause is the span of a reported clause without "that", commas and marks at its edges.
func (l *listener) clause(s *scene, first, last int) syntax.Span {
	for first < last && (s.Tokens[first].UPOS == "PUNCT" || strings.EqualFold(s.Tokens[first].Text, "that") && s.Label(first) == "mark") {
		first++
	}
	for last > first && s.Tokens[last].UPOS == "PUNCT" && !l.inQuote(s.Tokens[last].Span) {
		last--
	}
	return s.Cover(first, last)
}

func (l *listener) inQuote(span syntax.Span) bool {
	return slices.ContainsFunc(l.quotes, func(q syntax.Span) bool { return q.Start <= span.Start && span.End <= q.End })
}

// say notes an utterance. Where quotations make up most of the clause, they are what was said.
func (l *listener) say(s *scene, who []int, span syntax.Span, verb string) {
	var inside []int
	covered := 0
	for q := range l.quotes {
		if n := overlap(l.quotes[q], span); n > 0 && !l.used[q] {
			inside = append(inside, q)
			covered += n
		}
	}
	u := Utterance{Verb: verb, Sentence: s.sentence, Evidence: s.Span}
	if 5*covered >= 3*(span.End-span.Start) {
		u.Direct = true
		for _, q := range inside {
			l.used[q] = true
			u.Spans = append(u.Spans, l.quotes[q])
		}
		u.Spans = l.rest(s, u.Spans)
	} else {
		u.Spans = []syntax.Span{span}
		for _, q := range inside {
			if l.quotes[q].Start >= span.Start && l.quotes[q].End <= span.End+1 {
				l.used[q] = true
			}
		}
	}
	for _, w := range who[:1] {
		u.Speaker = w
		l.said = append(l.said, u)
	}
}

// rest adds to a direct utterance the other quotation of its sentence, of which the reporting verb parts it
// ("A," he said, "B").
func (l *listener) rest(s *scene, spans []syntax.Span) []syntax.Span {
	for q := range l.quotes {
		if !l.used[q] && overlap(l.quotes[q], s.Span) > 0 && len(spans) == 1 {
			before, after := spans[0], l.quotes[q]
			if after.Start < before.Start {
				before, after = after, before
			}
			if l.continues(&Utterance{Spans: []syntax.Span{before}}, after) {
				l.used[q] = true
				spans = append(spans, l.quotes[q])
			}
		}
	}
	slices.SortFunc(spans, func(a, b syntax.Span) int { return a.Start - b.Start })
	return spans
}

// beside gives a reporting verb without a complement the quotation of its sentence. Marks around a word or two are no speech.
func (l *listener) beside(s *scene, v int, who []int) bool {
	for q, quote := range l.quotes {
		if l.used[q] || overlap(quote, s.Span) == 0 || strings.Count(l.doc.Text[quote.Start:quote.End], " ") < 3 {
			continue
		}
		l.used[q] = true
		l.said = append(l.said, Utterance{
			Speaker: who[0], Direct: true, Spans: l.rest(s, []syntax.Span{quote}), Verb: s.Tokens[v].Text, Sentence: s.sentence, Evidence: s.Span,
		})
		return true
	}
	return false
}

// stance reads the position that a verb like "reaffirm" takes by its object: "reaffirmed the alliance as the linchpin of
// peace".
func (l *listener) stance(s *scene, v int, who []int) {
	o := s.Kid(v, "obj")
	if o < v {
		return
	}
	first, last := s.Bounds(o)
	for _, k := range s.Kids(v) { // complements of the verb that the parser hung beside the object
		if label := s.Label(k); k > o && (label == "obl" || label == "xcomp" || label == "advcl") {
			_, last = s.Bounds(k)
		}
	}
	for _, k := range s.Kids(o) { // not the next verb: "reaffirmed X and discussed Y"
		if s.Label(k) == "conj" && s.Tokens[k].UPOS == "VERB" {
			f, _ := s.Bounds(k)
			last = min(last, f-1)
		}
	}
	l.say(s, who, l.clause(s, first, last), s.Tokens[v].Text)
}

// according reads "according to X, clause" and "clause, according to X".
func (l *listener) according(s *scene, i int) {
	x := s.Tokens[i].Head
	if s.Label(i) != "case" && s.Label(i) != "fixed" || x < 0 {
		for _, k := range s.Kids(i) {
			if s.Label(k) == "obl" {
				x = k
			}
		}
	}
	if x < 0 || x == i {
		return
	}
	who := s.actors(x, nil)
	if len(who) == 0 {
		return
	}
	top := s.Tokens[x].Head
	if s.Under(x, i) {
		top = s.Tokens[i].Head
	}
	if top < 0 || !s.verbal(top) {
		return
	}
	first, last := s.Bounds(top)
	xf, xl := s.Bounds(x)
	xf, xl = min(xf, i), max(xl, i)
	switch {
	case xl+1 >= last || xf > top:
		last = xf - 1
	case xf <= first+1:
		first = xl + 1
	}
	if first < last {
		l.say(s, who, l.clause(s, first, last), "according to")
	}
}
