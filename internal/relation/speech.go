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

	cue syntax.Span // the reporting verb
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
	issued map[string][]int // by lemma of a document: whose the last one was
}

// document is the class of nouns in voice.tsv that name something written or said, office that of people and bodies.
const document = "document"

// listen finds who said what: reported clauses first, then quotations by the verb beside them, by the sentence that holds
// them, and last by the speaker of the quotation before.
func (l *listener) listen(issuer int) []Utterance {
	l.used = make([]bool, len(l.quotes))
	l.issued = map[string][]int{}
	for s := range l.scenes {
		for i := range l.scenes[s].Tokens {
			l.report(&l.scenes[s], i)
		}
	}
	l.remaining()
	l.paragraphs()
	l.once()
	if issuer >= 0 {
		l.declarations(issuer)
	}
	slices.SortStableFunc(l.said, func(a, b Utterance) int { return cmp.Compare(a.Spans[0].Start, b.Spans[0].Start) })
	return l.said
}

// once drops what a speaker says that he said where the whole of it is noted: "Lind said he did tell them that …".
func (l *listener) once() {
	all := slices.Clone(l.said)
	l.said = slices.DeleteFunc(l.said, func(u Utterance) bool {
		return !u.Direct && slices.ContainsFunc(all, func(o Utterance) bool {
			return o.Speaker == u.Speaker && o.Sentence == u.Sentence && len(o.Spans) == 1 && len(u.Spans) == 1 &&
				o.Spans[0].Start <= u.Spans[0].Start && u.Spans[0].End <= o.Spans[0].End && o.Spans[0] != u.Spans[0]
		})
	})
}

// say notes an utterance. Where quotations make up most of the clause, they are what was said, each by itself.
func (l *listener) say(s *scene, who []int, spans []syntax.Span, cue syntax.Span) {
	var inside []int
	covered, all := 0, 0
	for _, span := range spans {
		all += span.End - span.Start
		for q := range l.quotes {
			if n := overlap(l.quotes[q], span); n > 0 && !l.used[q] {
				covered += n
				if !slices.Contains(inside, q) {
					inside = append(inside, q)
				}
			}
		}
	}
	if 5*covered >= 3*all {
		for _, q := range inside {
			if !l.used[q] {
				l.quote(s, who[0], q, cue)
			}
		}
		return
	}
	for _, q := range inside {
		if slices.ContainsFunc(spans, func(span syntax.Span) bool { return l.quotes[q].Start >= span.Start && l.quotes[q].End <= span.End+1 }) {
			l.used[q] = true
		}
	}
	l.said = append(l.said, l.utterance(s, who[0], spans, cue))
}

func (l *listener) utterance(s *scene, speaker int, spans []syntax.Span, cue syntax.Span) Utterance {
	return Utterance{Speaker: speaker, Spans: spans, Verb: l.doc.Text[cue.Start:cue.End], Sentence: s.sentence, Evidence: s.Span, cue: cue}
}

// quote notes the direct utterance that a quotation is, and the other half of it where the reporting verb parts the two
// ("A," he said, "B").
func (l *listener) quote(s *scene, speaker, q int, cue syntax.Span) {
	u := l.utterance(s, speaker, []syntax.Span{l.quotes[q]}, cue)
	u.Direct = true
	l.used[q] = true
	for other := range l.quotes {
		if l.used[other] || overlap(l.quotes[other], s.Span) == 0 || len(u.Spans) > 1 {
			continue
		}
		if before, after := min(q, other), max(q, other); after == before+1 && l.parted(l.quotes[before], cue, l.quotes[after]) {
			l.used[other] = true
			u.Spans = []syntax.Span{l.quotes[before], l.quotes[after]}
		}
	}
	l.said = append(l.said, u)
}

// parted says whether two quotations are one that its reporting verb parts: within a paragraph, with little more between.
func (l *listener) parted(before, cue, after syntax.Span) bool {
	if before.End > cue.Start || cue.End > after.Start {
		return false
	}
	gap := l.doc.Text[before.End:after.Start]
	return strings.Count(gap, " ") <= 12 && !strings.Contains(gap, "\n") && strings.ContainsAny(gap[:1]+l.doc.Text[before.End-1:before.End], ",.!?…—-")
}

// beside gives a reporting verb without a complement the quotation of its sentence, unless that belongs to another one. Marks
// around a word or two are no speech.
func (l *listener) beside(s *scene, v int, who []int) bool {
	for q, quote := range l.quotes {
		if l.used[q] || overlap(quote, s.Span) == 0 || strings.Count(l.doc.Text[quote.Start:quote.End], " ") < 3 {
			continue
		}
		if u := l.governor(s, quote); u >= 0 && u != v {
			continue
		}
		l.quote(s, who[0], q, s.Tokens[v].Span)
		return true
	}
	return false
}

// governor is the reporting verb outside quotations that stands first above a quotation in the tree, -1 if there is none.
func (l *listener) governor(s *scene, q syntax.Span) int {
	first, last, ok := tokensIn(s.Sentence, q)
	if !ok {
		return -1
	}
	for h, n := s.HeadOf(first, last), 0; h >= 0 && n < depth; h, n = s.Tokens[h].Head, n+1 {
		if s.Tokens[h].UPOS == "VERB" && introduces(s.Tokens[h].Lemma) && !l.inQuote(s.Tokens[h].Span) {
			return h
		}
	}
	return -1
}
