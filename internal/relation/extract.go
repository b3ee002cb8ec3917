package relation

import (
	"slices"
	"time"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

// Extract reads the acts and the statements of an article. Cast may gain countries that only a place in them names.
func Extract(doc *syntax.Document, cast *entity.Cast, published time.Time) Facts {
	v := &voice{cast: cast, issuer: -1}
	scenes := make([]scene, len(doc.Sentences))
	for i := range doc.Sentences {
		scenes[i] = scene{Tree: syntax.NewTree(&doc.Sentences[i]), sentence: i, cast: cast, voice: v}
	}
	l := listener{doc: doc, scenes: scenes, cast: cast, quotes: quotations(doc.Text)}
	v.issuer = l.issuer()
	v.said = l.listen(v.issuer)
	var events []Event
	var told Date
	for i := range scenes {
		var found []Event
		found, told = scenes[i].events(published, told)
		events = append(events, found...)
	}
	occasion(events, scenes)
	retold(events)
	events = distinct(events)
	return Facts{Events: events, Statements: statements(doc, scenes, v.said, events)}
}

// events reads the acts of one sentence. Told is the last day that the article told before it, then with it.
func (s *scene) events(published time.Time, told Date) ([]Event, Date) {
	hints := s.triggers()
	var found []Event
	if h := trained(); h != nil && s.Vectors["ev"].Width > 0 {
		for _, p := range h.propose(s, hints) {
			if e, ok := s.learned(h, p); ok {
				found = append(found, e)
			}
		}
	} else { // without word vectors the lexicon and the tree are all there is
		for _, c := range hints {
			if e, ok := s.event(c); ok {
				v := s.judge(c.token, e.Sources)
				e.Status, e.AttributedTo = v.status, v.by
				found = append(found, e)
			}
		}
	}
	times := timexes(s.Sentence, published, told)
	for _, x := range times {
		if x.date.Precision == Day {
			told = x.date
		}
	}
	c := calendar{scene: s, published: published, times: times}
	for i := range found {
		c.acts = append(c.acts, found[i].token)
	}
	for i := range found {
		found[i].Date = c.when(found[i].token, found[i].Status)
		found[i].Place = s.place(found[i].token)
	}
	return s.joined(found), told
}

// event fills the frame of a trigger.
func (s *scene) event(c candidate) (Event, bool) {
	row := c.row
	e := Event{
		Type: Types[row.Type], AttributedTo: -1, Confidence: c.weight, Rule: "lexicon:" + row.Lemma + "/" + string(row.Pos),
		Trigger: s.Tokens[c.token].Span, Evidence: s.Span, sentence: s.sentence, token: c.token,
	}
	var used []int
	e.Sources, used = s.fill(c, row.Source, nil, nil)
	e.Targets, _ = s.fill(c, row.Target, used, e.Sources)
	if !settle(&e) {
		return e, false
	}
	return e, len(e.Sources) > 0 && len(e.Targets) > 0 || lonely(e)
}

// fill takes the first slot in which an actor stands. Words in taken and owners in not are passed over; the words used are
// returned.
func (s *scene) fill(c candidate, order []Slot, taken, not []int) (who, used []int) {
	for _, slot := range order {
		for _, f := range s.fillers(c.token, c.row.Pos, slot.Name) {
			if slices.Contains(taken, f) {
				continue
			}
			for _, e := range s.party(f, slot.Owner, not) {
				if !slices.Contains(who, e) {
					who = append(who, e)
				}
			}
			used = append(used, f)
		}
		if len(who) > 0 {
			return who, used
		}
	}
	return nil, nil
}

// settle brings the two sides of an act in order: nobody is on both, but where both sides do the same to one another.
// It says whether anything is left.
func settle(e *Event) bool {
	slices.Sort(e.Sources)
	slices.Sort(e.Targets)
	e.Sources, e.Targets = slices.Compact(e.Sources), slices.Compact(e.Targets)
	if e.Type.Symmetric {
		all := slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(e.Sources), e.Targets...))))
		others := slices.DeleteFunc(slices.Clone(e.Targets), func(t int) bool { return slices.Contains(e.Sources, t) })
		switch {
		case len(all) > 2 && len(e.Sources) > 0 && len(others) > 0: // "A met B and C": B did not meet C
			e.Targets = others
		case len(all) > 2:
			e.Sources, e.Targets = all, slices.Clone(all)
		case len(all) == 2:
			e.Sources, e.Targets = all[:1:1], all[1:]
		default:
			e.Sources, e.Targets = all, nil
		}
		return len(all) > 0
	}
	if !slices.Equal(e.Sources, e.Targets) || len(e.Sources) < 2 {
		e.Targets = slices.DeleteFunc(e.Targets, func(t int) bool {
			return slices.Contains(e.Sources, t)
		})
	}
	return len(e.Sources)+len(e.Targets) > 0
}

// lonely says whether an act of which the text names one side only is told so by rule: a passive without an agent, a show of
// force against nobody. With other types the second side is there, and was not found.
func lonely(e Event) bool {
	switch e.Type.Name {
	case "ATTACKS", "COERCES", "ACCUSES", "INVESTIGATES", "SANCTIONS":
		return len(e.Sources) == 0
	case "MOBILIZES_AGAINST", "PROTESTS":
		return len(e.Targets) == 0
	}
	return false
}

// joined drops of two triggers that tell one act ("imposes sanctions", "a bombing kills") the one that says less.
func (s *scene) joined(all []Event) []Event {
	drop := make([]bool, len(all))
	for i := range all {
		for k := range all {
			if i == k || drop[i] || drop[k] || all[i].Type.Name != all[k].Type.Name || !s.near(all[i].token, all[k].token) {
				continue
			}
			if covers(all[i], all[k]) {
				drop[k] = true
				if all[i].Date.Precision == Published {
					all[i].Date = all[k].Date
				}
			}
		}
	}
	kept := all[:0]
	for i := range all {
		if !drop[i] {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// near says whether two words hang together in the tree.
func (s *scene) near(i, k int) bool {
	for _, ends := range [][2]int{{i, k}, {k, i}} {
		for n, h := 0, ends[0]; n < 3 && h >= 0; n, h = n+1, s.Tokens[h].Head {
			if h == ends[1] {
				return true
			}
		}
	}
	return false
}

// covers says whether event a tells all that b does.
func covers(a, b Event) bool {
	return subset(b.Sources, a.Sources) && subset(b.Targets, a.Targets)
}

func subset(a, b []int) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// distinct keeps of each act told twice the first telling: the same type, actors and status, on the same day or with a day
// only once.
func distinct(all []Event) []Event {
	kept := all[:0]
next:
	for _, e := range all {
		for i := range kept {
			k := &kept[i]
			if k.Type.Name != e.Type.Name || k.Status != e.Status || !covers(*k, e) {
				continue
			}
			if k.Date == e.Date || e.Date.Precision == Published {
				continue next
			}
			if k.Date.Precision == Published && covers(e, *k) {
				k.Date = e.Date
				continue next
			}
		}
		kept = append(slices.DeleteFunc(kept, func(k Event) bool { return foretold(k, &e) }), e)
	}
	return kept
}

// foretold says whether an act of which one side was told is told in full by e, to which it leaves its day.
func foretold(k Event, e *Event) bool {
	if k.Type.Name != e.Type.Name || k.Status != e.Status || len(k.Sources) > 0 && len(k.Targets) > 0 || !covers(*e, k) {
		return false
	}
	switch {
	case k.Date == e.Date || k.Date.Precision == Published:
		return true
	case e.Date.Precision == Published:
		e.Date = k.Date
		return true
	}
	return false
}

// place is the named place of the act at token t: a locative complement of the trigger or of the verb that governs it.
func (s *scene) place(t int) string {
	for n, h := 0, t; n < 3 && h >= 0; n, h = n+1, s.Tokens[h].Head {
		for _, k := range s.Kids(h) {
			if l := s.Label(k); l != "obl" && l != "nmod" {
				continue
			}
			switch s.Case(k) {
			case "in", "at", "near", "on", "outside", "inside", "across", "around", "over", "off":
				if name, _, ok := s.cast.Where(s.sentence, k); ok {
					return name
				}
			}
		}
		if s.Label(h) == "ccomp" || s.Label(h) == "acl" || s.Label(h) == "advcl" {
			break
		}
	}
	return ""
}

// statements writes the utterances out, with whom they are about and which acts they tell.
func statements(doc *syntax.Document, scenes []scene, said []Utterance, events []Event) []Statement {
	var all []Statement
	for _, u := range said {
		st := Statement{Speaker: u.Speaker, Direct: u.Direct, Verb: u.Verb, Evidence: u.Evidence}
		for i, span := range u.Spans {
			if i > 0 {
				st.Text += " ... "
			}
			st.Text += doc.Text[span.Start:span.End]
			for k := range scenes {
				st.About = append(st.About, scenes[k].mentioned(span)...)
			}
			for e := range events {
				if events[e].Trigger.Start >= span.Start && events[e].Trigger.End <= span.End {
					st.Events = append(st.Events, e)
				}
			}
		}
		slices.Sort(st.About)
		st.About = slices.DeleteFunc(slices.Compact(st.About), func(e int) bool { return e == u.Speaker })
		all = append(all, st)
	}
	return all
}

// mentioned lists the entities that are named inside a span.
func (s *scene) mentioned(span syntax.Span) []int {
	var found []int
	if overlap(s.Span, span) == 0 {
		return nil
	}
	for i := range s.Tokens {
		if overlap(s.Tokens[i].Span, span) > 0 {
			found = append(found, s.cast.Who(s.sentence, i)...)
		}
	}
	return found
}
