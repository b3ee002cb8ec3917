package relation

import (
	"slices"
	"strings"

	"newsgraph/internal/syntax"
)

// report reads one word that reports speech: a verb, a noun like "claim", or "according to".
func (l *listener) report(s *scene, i int) {
	tok := &s.Tokens[i]
	switch {
	case l.inQuote(tok.Span): // what it reports is part of the quotation already
	case strings.EqualFold(tok.Text, "according"):
		l.according(s, i)
	case strings.HasPrefix(tok.XPOS, "VB") && introduces(tok.Lemma) && !s.passive(i) && !s.unsaid(i):
		who := l.speakers(s, s.reporter(i))
		if len(who) == 0 {
			return
		}
		if spans := l.content(s, i); len(spans) > 0 {
			l.say(s, who, spans, tok.Span)
		} else if !l.beside(s, i, who) && words().speech[tok.Lemma] == position {
			l.stance(s, i, who)
		}
	}
}

// unsaid says whether a reporting verb tells of speech that did not take place, or has yet to: "did not say where", "will
// stress", "to confirm whether", "if he believes". To deny, even with "not", is to speak.
func (s *scene) unsaid(v int) bool {
	switch s.own(v) {
	case Denied, Planned, Hypothetical, Demanded:
		return true
	}
	if s.Tokens[v].XPOS != "VB" || !s.marked(v, "to") {
		return false
	}
	h := s.Tokens[v].Head // "went on to say" is said
	return s.Label(v) != "xcomp" || h < 0 || !slices.Contains([]string{"go", "continue"}, s.Tokens[h].Lemma)
}

// reporter lists the words that fill the subject of a reporting verb. The parser likes to give the subject before the verb to
// the clause behind it ("Egypt announces it will host"), and to hang a second reporting verb on the first one's clause.
func (s *scene) reporter(v int) []int {
	if s.Kid(v, "nsubj") < 0 {
		for _, k := range s.Kids(v) {
			if s.Label(k) != "ccomp" || k < v {
				continue
			}
			for _, d := range s.Kids(k) {
				if s.Label(d) == "nsubj" && d < v {
					return []int{d}
				}
			}
		}
		if u := s.twin(v); u >= 0 {
			return s.reporter(u)
		}
		if h := s.helped(v); h >= 0 {
			for d := v - 1; d >= 0; d-- {
				if s.Label(d) == "nsubj" && s.Tokens[d].Head == h {
					return []int{d}
				}
			}
			return nil
		}
	}
	return s.logicalSubject(v)
}

// helped is the verb behind a reporting verb that the parser took for a helper of that one ("Egypt announces it will host" with
// "announces" for an auxiliary), -1 if it did not.
func (s *scene) helped(v int) int {
	switch s.Label(v) {
	case "aux", "mark", "cop", "case", "advmod", "compound", "dep":
		if h := s.Tokens[v].Head; h > v && s.Tokens[v].XPOS != "VBG" && s.Tokens[v].XPOS != "VBN" {
			return h
		}
	}
	return -1
}

// twin is the reporting verb to which a second one belongs although it hangs on the first one's clause, -1 if it is not so:
// "states that it may be willing, and says". Both have the same form, and the verb between another.
func (s *scene) twin(v int) int {
	if s.Label(v) != "conj" || s.Kid(v, "nsubj", "nsubj:pass", "aux", "mark") >= 0 || !introduces(s.Tokens[v].Lemma) {
		return -1
	}
	h := s.Tokens[v].Head
	if s.Tokens[h].XPOS == s.Tokens[v].XPOS {
		return -1
	}
	for n := 0; h >= 0 && n < depth; h, n = s.Tokens[h].Head, n+1 {
		if label := s.Label(h); label != "ccomp" && label != "conj" {
			return -1
		}
		if u := s.Tokens[h].Head; u >= 0 && s.Label(h) == "ccomp" {
			if introduces(s.Tokens[u].Lemma) && s.Tokens[u].XPOS == s.Tokens[v].XPOS && u < v {
				return u
			}
		}
	}
	return -1
}

// content is what a reporting verb tells: its finite complement, or, when the verb stands behind or inside what is said ("The
// crash was likely, Pompeo said"), the clause around it.
func (l *listener) content(s *scene, v int) []syntax.Span {
	first, last := -1, -1
	for _, k := range s.Kids(v) {
		label := s.Label(k)
		f, b := s.Bounds(k)
		inside := l.quotedIn(s.Cover(f, b))
		if label == "ccomp" && (s.finite(k) || len(inside) > 0) || label == "parataxis" && k > v && len(inside) > 0 {
			switch {
			case label == "ccomp" && !s.finite(k) && s.sentential(v): // "said the crash was “likely” Iran's doing" with "likely" apart
				continue
			case label == "ccomp" && k > v && !s.finite(k): // "accused it of being “extremist”": only the words in the marks are said
				return inside
			case k < v && b > v || f < v && s.Kid(v, "nsubj") >= 0:
				return l.around(s, k, v)
			case k < v:
				return []syntax.Span{l.clause(s, f, b)}
			}
			f = max(f, v+1)
			if first < 0 || f < first {
				first = f
			}
			last = max(last, b)
		}
	}
	if first < 0 {
		first, last = s.that(v)
	}
	if h := s.helped(v); first < 0 && h >= 0 {
		first = v + 1
		_, last = s.Bounds(h)
	}
	if first >= 0 {
		return []syntax.Span{l.clause(s, first, s.until(v, first, last))}
	}
	h := s.Tokens[v].Head
	if s.Label(v) == "parataxis" || s.Label(v) == "advcl" && s.marked(v, "as") && s.Kid(v, "obj") < 0 {
		return l.around(s, h, v)
	}
	return nil
}

// sentential says whether a verb has a finite complement.
func (s *scene) sentential(v int) bool {
	return slices.ContainsFunc(s.Kids(v), func(k int) bool { return s.Label(k) == "ccomp" && s.finite(k) })
}

// finite says whether the word heads a clause of its own with a subject or a tense.
func (s *scene) finite(i int) bool {
	if s.marked(i, "to", "of", "from", "for", "into") && !s.marked(i, "that") && s.Kid(i, "aux") < 0 {
		return false
	}
	if s.Kid(i, "nsubj", "nsubj:pass", "csubj", "expl", "cop") >= 0 {
		return true
	}
	switch s.Tokens[i].XPOS {
	case "VBZ", "VBP", "VBD", "MD":
		return true
	}
	aux := s.Kid(i, "aux", "aux:pass")
	return aux >= 0 && !s.marked(i, "to")
}

// that is the clause that "that" opens behind a verb where the tree has none: its first and last token, -1 if there is none.
func (s *scene) that(v int) (first, last int) {
	for t := v + 1; t < len(s.Tokens)-1; t++ {
		switch tok := &s.Tokens[t]; {
		case tok.UPOS == "VERB" || tok.UPOS == "PUNCT":
			return -1, -1
		case strings.EqualFold(tok.Text, "that") && s.Label(t) == "mark" && s.Under(t, v):
			_, last = s.Bounds(v)
			for _, k := range s.Kids(v) { // not what is coordinated with the verb itself
				if f, _ := s.Bounds(k); s.Label(k) == "conj" && f > t {
					last = min(last, f-1)
				}
			}
			return t + 1, last
		}
	}
	return -1, -1
}

// until is the last token of a reported clause: before a second reporting verb with the same subject.
func (s *scene) until(v, first, last int) int {
	for w := first; w <= last; w++ {
		if s.Tokens[w].UPOS == "VERB" && s.Label(w) == "conj" && s.twin(w) == v {
			if f, _ := s.Bounds(w); f > first {
				return f - 1
			}
		}
	}
	return last
}

// around is the clause of k without the reporting verb v and its words: what stands on either side of them.
func (l *listener) around(s *scene, k, v int) []syntax.Span {
	first, last := s.Bounds(k)
	vf, vl := v, v
	for _, d := range s.Kids(v) {
		if f, b := s.Bounds(d); d != k && !s.Under(k, d) && f >= vf-4 {
			vf, vl = min(vf, f), max(vl, b)
		}
	}
	if s.Tokens[v].Head != k {
		for _, d := range s.Kids(k) { // the speaker, given to the clause
			if d < v && s.Label(d) == "nsubj" && v-d <= 2 && s.Kid(v, "nsubj") < 0 {
				f, _ := s.Bounds(d)
				vf = min(vf, f)
			}
		}
	}
	var spans []syntax.Span
	for _, part := range [][2]int{{first, vf - 1}, {vl + 1, last}} {
		for part[0] <= part[1] && s.Tokens[part[0]].UPOS == "PUNCT" {
			part[0]++
		}
		if part[1]-part[0] >= 1 {
			spans = append(spans, l.clause(s, part[0], part[1]))
		}
	}
	if len(spans) == 2 && !strings.Contains(l.doc.Text[spans[0].Start:spans[0].End], " ") {
		return spans[1:] // a label, an "and"
	}
	return spans
}

// quotedIn lists the quotations that begin inside a span.
func (l *listener) quotedIn(span syntax.Span) []syntax.Span {
	var inside []syntax.Span
	for _, q := range l.quotes {
		if span.Start <= q.Start && q.Start < span.End || q.Start <= span.Start && span.Start < q.End {
			inside = append(inside, q)
		}
	}
	return inside
}

// clause is the span of a reported clause without "that", commas and marks at its edges.
func (l *listener) clause(s *scene, first, last int) syntax.Span {
	for first < last && (s.Tokens[first].UPOS == "PUNCT" || s.Tokens[first].UPOS == "CCONJ" || strings.EqualFold(s.Tokens[first].Text, "that") && s.Label(first) == "mark") {
		first++
	}
	for last > first && (s.Tokens[last].UPOS == "PUNCT" || s.Tokens[last].UPOS == "CCONJ") && !l.inQuote(s.Tokens[last].Span) {
		last--
	}
	return s.Cover(first, last)
}

func (l *listener) inQuote(span syntax.Span) bool {
	return slices.ContainsFunc(l.quotes, func(q syntax.Span) bool { return q.Start <= span.Start && span.End <= q.End })
}

// stance reads the position that a verb like "reaffirm" takes by its object: "reaffirmed the alliance as the linchpin of
// peace".
func (l *listener) stance(s *scene, v int, who []int) {
	o := s.Kid(v, "obj")
	if o < v || !s.positional(v, o) {
		return
	}
	first, last := s.Bounds(o)
	for _, k := range s.Kids(v) { // complements of the verb that the parser hung beside the object
		if label := s.Label(k); k > o && (label == "obl" || label == "xcomp" || label == "advcl" || label == "ccomp") {
			_, last = s.Bounds(k)
		}
	}
	for _, k := range s.Kids(o) { // not the next verb: "reaffirmed X and discussed Y"
		if s.Label(k) == "conj" && s.Tokens[k].UPOS == "VERB" {
			f, _ := s.Bounds(k)
			last = min(last, f-1)
		}
	}
	l.say(s, who, []syntax.Span{l.clause(s, first, last)}, s.Tokens[v].Span)
}

// positional says whether the object of a verb of position is one: one declares a commitment of one's own, but also a state of
// emergency; what one does "citing" something has that for its reason.
func (s *scene) positional(v, o int) bool {
	switch s.Tokens[v].Lemma {
	case "declare":
		return s.Kid(o, "nmod:poss") >= 0
	case "cite":
		return s.Tokens[v].XPOS != "VBG"
	}
	return true
}
