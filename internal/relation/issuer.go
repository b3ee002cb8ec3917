package relation

import (
	"slices"
	"strings"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

// issuer is the country in whose name an official text speaks when it says "we" outside quotations: the one that does in its
// own name what "we" do there, now ("The United States welcomes", "is imposing"), if no other does so as often; else the one
// that is named most and that acts most, itself or by its officials. -1 where no text speaks so, or nobody stands out.
func (l *listener) issuer() int {
	if !l.firstPerson() {
		return -1
	}
	positions, acts, named := l.tally()
	if best, ok := lead(positions, 1); ok {
		return best
	}
	doer, ok := lead(acts, 2)
	if most, known := lead(named, 3); ok && known && most == doer {
		return doer
	}
	return -1
}

// tally counts for each country its main verbs by which it takes a position or gives something, now; what it and its officials
// do in main clauses; and how often it and they are named. To whom "we" do something is somebody else, and counts for nothing.
func (l *listener) tally() (positions, acts, named []int) {
	var others []int // to whom "we" do something
	n := len(l.cast.Entities)
	positions, acts, named = make([]int, n), make([]int, n), make([]int, n)
	for e := range l.cast.Entities {
		if p := l.cast.Principal(e); l.cast.Entities[p].Kind == entity.Country {
			named[p] += len(l.cast.Entities[e].Mentions)
		}
	}
	for i := range l.scenes {
		s := &l.scenes[i]
		for v := range s.Tokens {
			if label := s.Label(v); s.Tokens[v].UPOS != "VERB" || label != "root" && label != "conj" && label != "parataxis" || l.inQuote(s.Tokens[v].Span) {
				continue
			}
			k := s.surface(v)
			if k < 0 {
				continue
			}
			if strings.EqualFold(s.Tokens[k].Text, "we") {
				others = append(others, s.partners(v)...)
				continue
			}
			for _, who := range s.refers(k) {
				p := l.cast.Principal(who)
				if l.cast.Entities[p].Kind != entity.Country {
					continue
				}
				acts[p]++
				if p == who && s.current(v) && stands(s.Tokens[v].Lemma) {
					positions[p]++
				}
			}
		}
	}
	for _, e := range others {
		positions[e], acts[e], named[e] = 0, 0, 0
	}
	return positions, acts, named
}

// partners lists those to whom or with whom the verb v is done: in "we stand with Sudan" Sudan is not "we".
func (s *scene) partners(v int) []int {
	var all []int
	for _, k := range s.Kids(v) {
		switch label := s.Label(k); {
		case label == "obj" || label == "iobj", label == "obl" && slices.Contains([]string{"with", "to", "on", "for", "against", "from"}, s.Case(k)):
			all = append(all, s.refers(k)...)
		}
	}
	return all
}

// lead is the index of the highest count, if it is at least that high and no other is.
func lead(count []int, least int) (int, bool) {
	best, second := -1, 0
	for e, n := range count {
		if best < 0 || n > count[best] {
			if best >= 0 {
				second = count[best]
			}
			best = e
		} else {
			second = max(second, n)
		}
	}
	return best, best >= 0 && count[best] >= least && count[best] > second
}

// current says whether a verb is in the present tense or the future.
func (s *scene) current(i int) bool {
	switch s.Tokens[i].XPOS {
	case "VBZ", "VBP":
		return true
	case "VB", "VBG":
		for _, k := range s.Kids(i) {
			if s.Label(k) == "aux" && (s.Tokens[k].XPOS == "VBZ" || s.Tokens[k].XPOS == "VBP" || strings.EqualFold(s.Tokens[k].Text, "will")) {
				return true
			}
		}
	}
	return false
}

// stands says whether a verb may tell that a state takes a position or gives something: those that trigger such acts.
func stands(lemma string) bool {
	if words().speech[lemma] == position {
		return true
	}
	for _, r := range words().rows[lemma+"/v"] {
		switch Types[r.Type].Name {
		case "SUPPORTS", "CONDEMNS", "URGES", "AIDS", "SANCTIONS":
			return true
		}
	}
	return false
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

// firstPersonIn says whether a sentence outside quotations says "I", "we", "my" or "our".
func (l *listener) firstPersonIn(s *scene) bool {
	return slices.ContainsFunc(s.Tokens, func(t syntax.Token) bool {
		switch strings.ToLower(t.Text) {
		case "i", "my", "we", "our":
			return !l.inQuote(t.Span)
		}
		return false
	})
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
