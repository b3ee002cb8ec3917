package relation

import (
	"strings"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

// remaining attributes the quotations that no reporting verb governs: to the subject of the clause that holds them, else,
// where they fill their sentence, to the speaker of the quotation before.
func (l *listener) remaining() {
	for q := range l.quotes {
		if l.used[q] {
			continue
		}
		quote := l.quotes[q]
		s := l.home(quote)
		if s == nil {
			continue
		}
		fills := 5*overlap(quote, s.Span) >= 4*(s.End-s.Start-2)
		if fills && l.announced(s, q) {
			continue
		}
		if prev := l.previous(quote); fills && prev != nil {
			l.used[q] = true
			if l.continues(prev, quote) {
				prev.Spans = append(prev.Spans, quote)
				continue
			}
			l.quote(s, prev.Speaker, q, prev.cue)
			continue
		}
		if l.term(quote) {
			continue
		}
		if v, who := l.clauseSubject(s, quote); who >= 0 {
			l.quote(s, who, q, s.Tokens[v].Span)
		}
	}
}

// announced attributes a quotation to the speaker whose sentence before it ends in a colon.
func (l *listener) announced(s *scene, q int) bool {
	if s.sentence == 0 {
		return false
	}
	who, cue, ok := l.herald(&l.scenes[s.sentence-1])
	if ok {
		l.quote(s, who, q, cue)
	}
	return ok
}

// herald is the speaker whose words a sentence announces by a reporting verb and a colon at its end.
func (l *listener) herald(s *scene) (who int, cue syntax.Span, ok bool) {
	n := len(s.Tokens)
	if n < 3 || s.Tokens[n-1].Text != ":" {
		return 0, cue, false
	}
	for v := n - 2; v >= 0; v-- {
		if tok := &s.Tokens[v]; strings.HasPrefix(tok.XPOS, "VB") && introduces(tok.Lemma) && !s.passive(v) && !s.unsaid(v) {
			if all := l.speakers(s, s.reporter(v)); len(all) > 0 {
				return all[0], tok.Span, true
			}
		}
	}
	return 0, cue, false
}

// paragraphs are the words of a person that a text gives without marks: after a sentence that announces them at the end of its
// paragraph, the paragraphs up to the first that has marks or no "I" or "we".
func (l *listener) paragraphs() {
	for i := 0; i+1 < len(l.scenes); i++ {
		s := &l.scenes[i]
		who, cue, ok := l.herald(s)
		if !ok || l.scenes[i+1].Paragraph == s.Paragraph || l.reported(s) || l.cast.Entities[who].Kind != entity.Person {
			continue
		}
		u := l.utterance(s, who, nil, cue)
		u.Direct = true
		for k := i + 1; k < len(l.scenes); {
			first, own := k, false
			for ; k < len(l.scenes) && l.scenes[k].Paragraph == l.scenes[first].Paragraph; k++ {
				own = own || l.firstPersonIn(&l.scenes[k])
			}
			span := syntax.Span{Start: l.scenes[first].Start, End: l.scenes[k-1].End}
			if !own || len(l.quotedIn(span)) > 0 {
				break
			}
			u.Spans = append(u.Spans, span)
		}
		if len(u.Spans) > 0 {
			l.said = append(l.said, u)
		}
	}
}

// continues says whether a quotation goes on where an utterance left off: in the same paragraph, with little between.
func (l *listener) continues(u *Utterance, q syntax.Span) bool {
	gap := l.doc.Text[min(u.Spans[len(u.Spans)-1].End, q.Start):q.Start]
	return strings.Count(gap, " ") <= 12 && !strings.Contains(gap, "\n")
}

// term says whether a quotation only marks a name, title or odd word.
func (l *listener) term(q syntax.Span) bool {
	words := strings.Fields(l.doc.Text[q.Start:q.End])
	if len(words) < 2 {
		return true
	}
	small := 0
	for _, w := range words {
		if w[0] >= 'a' && w[0] <= 'z' {
			small++
		}
	}
	return 3*small <= len(words)
}

func (l *listener) home(q syntax.Span) *scene {
	for i := range l.scenes {
		if s := &l.scenes[i]; s.Start <= q.Start && q.Start < s.End {
			return s
		}
	}
	return nil
}

// previous is the last direct utterance before a quotation, in the same or the paragraph before.
func (l *listener) previous(q syntax.Span) *Utterance {
	var best *Utterance
	for i := range l.said {
		u := &l.said[i]
		if u.Direct && u.Spans[0].Start < q.Start && (best == nil || u.Spans[0].Start > best.Spans[0].Start) {
			best = u
		}
	}
	if best == nil || strings.Count(l.doc.Text[min(best.Spans[0].End, q.Start):q.Start], "\n") > 1 {
		return nil
	}
	for i, other := range l.quotes { // somebody unknown spoke in between
		if !l.used[i] && best.Spans[0].Start < other.Start && other.Start < q.Start && !l.term(other) {
			return nil
		}
	}
	return best
}

// clauseSubject climbs from a quotation inside a clause to the first verb with an actor for its subject.
func (l *listener) clauseSubject(s *scene, q syntax.Span) (verb, who int) {
	first, last, ok := tokensIn(s.Sentence, q)
	if !ok {
		return 0, -1
	}
	for h, n := s.HeadOf(first, last), 0; h >= 0 && n < depth; h, n = s.Tokens[h].Head, n+1 {
		if s.Tokens[h].UPOS == "VERB" && !l.inQuote(s.Tokens[h].Span) {
			for _, f := range s.logicalSubject(h) {
				if who := s.actors(f, nil); len(who) > 0 {
					if k := l.cast.Entities[who[0]].Kind; k != entity.Group {
						return h, who[0]
					}
				}
			}
		}
	}
	return 0, -1
}
