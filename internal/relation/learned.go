package relation

import (
	"slices"
	"sync"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

// trained are the heads of the embedded model, nil if it has none.
var trained = sync.OnceValue(func() *heads {
	h, err := newHeads(syntax.Embedded())
	if err != nil {
		panic(err) // the embedded model is proved by a test
	}
	return h
})

// sureAlone is how sure a trigger must be whose act has one side only, though acts of its type have two.
const sureAlone = 0.97

// doubtful is the probability from which the heads do not rule a status out.
const doubtful = 0.1

// learned turns what the heads propose into an act between entities.
func (s *scene) learned(h *heads, p proposal) (Event, bool) {
	e := Event{
		Type: Types[p.kind], AttributedTo: -1, Rule: "heads", Trigger: s.Tokens[p.token].Span, Evidence: s.Span, sentence: s.sentence, token: p.token,
	}
	sure := p.sure
	agents := s.side(p.token)
	for _, a := range p.sources {
		who := s.resolve(a.token)
		if e.Type.Symmetric && !agents[a.token] { // who is met, beside who meets
			e.Targets = append(e.Targets, who...)
		} else {
			e.Sources = append(e.Sources, who...)
		}
		sure = min(sure, a.p)
	}
	for _, a := range p.targets {
		if !slices.ContainsFunc(p.sources, func(b argument) bool { return a.token == b.token && a.p < both }) {
			e.Targets = append(e.Targets, s.resolve(a.token)...)
		}
		sure = min(sure, a.p)
	}
	e.Confidence = calibrated(float64(sure))
	if row, ok := s.row(p.token, p.kind); ok {
		e.Rule += "+lexicon:" + row.Lemma + "/" + string(row.Pos)
	}
	s.loyal(&e)
	if !settle(&e) {
		return e, false
	}
	s.partner(&e)
	if (len(e.Sources) == 0 || len(e.Targets) == 0) && p.sure < sureAlone && !lonely(e) {
		return e, false
	}
	scope := s.judge(p.token, e.Sources)
	if scope.status == Asserted && s.promises(p.token, e.Type) {
		scope.status = Planned
	}
	if e.Status = h.status(p.status, scope.status, s.own(p.token)); e.Status != Asserted {
		e.AttributedTo = scope.by
	}
	if e.Status == scope.status && e.Status != Asserted {
		e.Rule += "+scope"
	}
	return e, true
}

// partner gives an act that a noun names with one of its two sides ("stressed the cooperation with Japan") the other: the
// subject of the verb above, or for whom he acts.
func (s *scene) partner(e *Event) {
	if !e.Type.Symmetric || len(e.Targets) > 0 || len(e.Sources) != 1 || s.class(e.token) != 'n' || len(s.oblique(e.token, "with")) == 0 {
		return
	}
	for i, n := s.Tokens[e.token].Head, 0; i >= 0 && n < depth; i, n = s.Tokens[i].Head, n+1 {
		if !s.verbal(i) {
			continue
		}
		k := s.surface(i)
		if k < 0 || k == e.token {
			return
		}
		for _, who := range s.actors(k, nil) {
			if p := s.cast.Principal(who); p != s.cast.Principal(e.Sources[0]) {
				e.Targets = append(e.Targets, p)
			}
		}
		if len(e.Targets) > 0 {
			settle(e)
			e.Rule += "+partner"
		}
		return
	}
}

// promises says whether a trigger only promises a material act ("pledged 25 million euros"): it is planned until it is done
// (GUIDE, convention 7).
func (s *scene) promises(t int, kind Type) bool {
	if kind.Quad != MaterialCooperation && kind.Quad != MaterialConflict && kind.Name != "CONCEDES_TO" {
		return false
	}
	for _, c := range words().factual[s.Tokens[t].Lemma+"/v"] {
		if c.status == Planned && s.Tokens[t].UPOS == "VERB" {
			return true
		}
	}
	return false
}

// status weighs the heads' reading of a status against the scope of the words above the trigger. A denial in scope stands:
// nothing is worse than a denied act shown as real. So does what the trigger's own auxiliaries and adjectives say ("could",
// "potential"), and a plan, condition or demand in scope that the heads do not rule out.
func (h *heads) status(p []float32, scope, own Status) Status {
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	if scope.Real() || h.statuses[best] == Denied {
		return h.statuses[best]
	}
	if at := slices.Index(h.statuses, scope); scope == Denied || scope == own || p[at] > doubtful {
		return scope
	}
	return h.statuses[best]
}

// loyal takes from the targets of words those for whom the speaker acts: an official who denies, urges or supports something
// for his country does not do so to it.
func (s *scene) loyal(e *Event) {
	if e.Type.Symmetric || e.Type.Quad != VerbalConflict && e.Type.Quad != VerbalCooperation || e.Type.Name == "INVESTIGATES" {
		return
	}
	e.Targets = slices.DeleteFunc(e.Targets, func(target int) bool {
		return slices.ContainsFunc(e.Sources, func(source int) bool {
			return s.cast.Entities[source].Kind == entity.Person && source != target && s.cast.Principal(source) == target
		})
	})
}

// row is the surest row of a trigger whose conditions hold for a type.
func (s *scene) row(t, kind int) (*Row, bool) {
	var best *Row
	rows := words().rows[s.Tokens[t].Lemma+"/"+string(s.class(t))]
	for i := range rows {
		if rows[i].Type == kind && (best == nil || rows[i].Weight > best.Weight) && s.holds(t, &rows[i]) {
			best = &rows[i]
		}
	}
	return best, best != nil
}

// side marks the words on the side of a trigger that acts: its subject's, if it has one.
func (s *scene) side(t int) map[int]bool {
	acting := map[int]bool{}
	pos := s.class(t)
	slot := "subj"
	if pos == 'n' {
		slot = "support"
	}
	for _, f := range s.fillers(t, pos, slot) {
		first, last := s.Bounds(f)
		for i := first; i <= last; i++ {
			acting[i] = true
		}
	}
	return acting
}

// defaults are the slots in which the arguments of a trigger stand of which the lexicon has no row.
var defaults = map[byte][2][]Slot{
	'v': {slots("subj"), slots("obj,on,against,to,with,at,for,from,iobj")},
	'n': {slots("poss,by,from,of,support,between"), slots("on,against,to,with,of,for,in,at,suffer,between")},
	'a': {slots("subj"), slots("of,to,for,toward,with,about")},
}

// frame lists the words that fill the source and target slots of a trigger and their conjuncts: by its best row of the
// type, else by what is usual for its part of speech.
func (s *scene) frame(t, kind int) [2][]int {
	pos := s.class(t)
	order, ok := defaults[pos]
	if !ok {
		return [2][]int{}
	}
	if row, ok := s.row(t, kind); ok {
		order = [2][]Slot{row.Source, row.Target}
	}
	var found [2][]int
	for side, list := range order {
		for _, slot := range list {
			for _, f := range s.fillers(t, pos, slot.Name) {
				for _, c := range s.Conjuncts(f) {
					found[side] = append(found[side], s.within(c)...)
				}
			}
		}
	}
	return found
}

// within lists the words of a filler's noun phrase that may be chosen for it: its head, and who owns it.
func (s *scene) within(i int) []int {
	found := []int{i}
	for _, k := range s.Kids(i) {
		switch s.Label(k) {
		case "nmod", "amod", "compound", "flat", "appos":
			found = append(found, s.Conjuncts(k)...)
		}
	}
	return found
}
