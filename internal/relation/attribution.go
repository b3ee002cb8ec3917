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
		if prev := l.previous(quote); prev != nil && 5*overlap(quote, s.Span) >= 4*(s.End-s.Start-2) {
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

// issuer is the country in whose name an official text speaks when it says "we" outside quotations: the one that it and the
// people who act for it are mentioned in most, if no other comes near; -1 where no text speaks so, or nobody stands out.
func (l *listener) issuer() int {
	if !l.firstPerson() {
		return -1
	}
	// Officials say more of whose text it is than countries do: it may be all about another country.
	count := make([]int, len(l.cast.Entities))
	officials := false
	for e := range l.cast.Entities {
		if p := l.cast.Principal(e); p != e && l.cast.Entities[p].Kind == entity.Country {
			count[p] += len(l.cast.Entities[e].Mentions)
			officials = true
		}
	}
	for e := range l.cast.Entities {
		if l.cast.Entities[e].Kind == entity.Country && (!officials || count[e] > 0) {
			count[e] += len(l.cast.Entities[e].Mentions)
		}
	}
	best, second := -1, 0
	for e, n := range count {
		switch {
		case best < 0 || n > count[best]:
			if best >= 0 {
				second = count[best]
			}
			best = e
		case n > second:
			second = n
		}
	}
	if best < 0 || count[best] < 3 || count[best] <= second {
		return -1
	}
	return best
}

// firstPerson says whether the text speaks of itself as "we" outside quotations.
func (l *listener) firstPerson() bool {
	for i := range l.scenes {
		for _, t := range l.scenes[i].Tokens {
			if (strings.EqualFold(t.Text, "we") || strings.EqualFold(t.Text, "our")) && !l.inQuote(t.Span) {
				return true
			}
		}
	}
	return false
}

// declarations are the positions of an official text that speaks of itself as "we": the sentences outside quotations whose
// subject is "we", "our" or the issuing state itself, run together within a paragraph.
func (l *listener) declarations(issuer int) {
	last := -2
	for i := range l.scenes {
		s := &l.scenes[i]
		if !s.declares(issuer) || l.quotedFrom(s) || l.reported(s) {
			continue
		}
		span := s.Span
		if end := s.Tokens[len(s.Tokens)-1]; end.UPOS == "PUNCT" {
			span.End = end.Start
		}
		if last == i-1 && l.scenes[last].Paragraph == s.Paragraph {
			u := &l.said[len(l.said)-1]
			u.Spans[0].End = span.End
		} else {
			l.said = append(l.said, Utterance{Speaker: issuer, Spans: []syntax.Span{span}, Verb: "", Sentence: i, Evidence: s.Span})
		}
		last = i
	}
}

// quotedFrom says whether a sentence begins inside a quotation, its mark apart.
func (l *listener) quotedFrom(s *scene) bool {
	for i := range s.Tokens {
		if s.Tokens[i].UPOS != "PUNCT" {
			return l.inQuote(s.Tokens[i].Span)
		}
	}
	return false
}

// declares says whether the subject of the sentence's main clause is "we" or the issuer.
func (s *scene) declares(issuer int) bool {
	for i := range s.Tokens {
		if s.Tokens[i].Head >= 0 {
			continue
		}
		k := s.Kid(i, "nsubj")
		if k < 0 {
			return false
		}
		if strings.EqualFold(s.Tokens[k].Text, "we") {
			return true
		}
		who := s.refers(k)
		return len(who) == 1 && who[0] == issuer && (s.Tokens[i].XPOS == "VBZ" || s.Tokens[i].XPOS == "VBP")
	}
	return false
}

// reported says whether an utterance of the sentence is known already.
func (l *listener) reported(s *scene) bool {
	for _, u := range l.said {
		if u.Sentence == s.sentence {
			return true
		}
	}
	return false
}
