package relation

import (
	"strings"
)

// verdict is how an act is held to be, and who holds it so.
type verdict struct {
	status Status
	by     int // entity that claims, denies or demands it; -1 if nobody is named
}

// judge finds the status of the act told at token t by what governs it: its own auxiliaries and negation first, then each
// word above it in the tree. A denial outside beats a plan or claim inside, a plan or demand inside beats a claim outside.
func (s *scene) judge(t int, sources []int) verdict {
	v := verdict{status: s.own(t), by: -1}
	for i, n := t, 0; n < 2*depth; n++ {
		h := s.Tokens[i].Head
		label := s.Tokens[i].Label
		if h < 0 || label == "acl:relcl" && i != t {
			break
		}
		if label == "acl:relcl" || label == "root" || label == "parataxis" || label == "list" || s.given(i) {
			break
		}
		if label == "conj" && !s.verbal(i) && s.verbal(h) { // "called for talks, the release of …": a noun goes on a noun
			if k := s.complement(h, i); k >= 0 {
				i = k
				continue
			}
		}
		if label == "conj" && s.verbal(i) && s.verbal(h) && !s.hasAuxiliary(i) && !(s.tensed(i) && s.Kid(h, "aux") >= 0) {
			v = v.under(verdict{s.own(h), -1}, true)
		} else if label != "conj" {
			if outer, ok := s.governs(h, i, sources); ok {
				v = v.under(outer, false)
			}
			if s.verbal(h) && label != "nsubj" && label != "advcl" && label != "nsubj:pass" {
				if o := s.own(h); o == Denied || o == Hypothetical && v.status == Asserted {
					v = v.under(verdict{o, -1}, false)
				}
			}
		}
		if label == "nsubj" && v.status == Asserted && s.marked(h, "if", "unless") && !s.definite(i) { // "if an attack comes"
			v.status = Hypothetical
		}
		if label == "advcl" && !s.marked(i, "if", "unless") || label == "nsubj" {
			break
		}
		i = h
	}
	return v
}

// under combines a status with one that governs it.
func (v verdict) under(outer verdict, same bool) verdict {
	switch {
	case outer.status == Asserted || outer.status == "":
		return v
	case v.status == Asserted, outer.status == Denied, same, v.status == Hypothetical && outer.status == Planned:
		return outer
	case v.status == Alleged:
		return outer
	}
	return v
}

// given says whether a noun tells what went before or beside the act above it, whatever becomes of that: "will not leave
// after the attack".
func (s *scene) given(i int) bool {
	if s.Label(i) != "obl" {
		return false
	}
	switch s.Case(i) {
	case "after", "following", "amid", "despite", "since":
		return true
	}
	return false
}

// complement is the last object or oblique of verb h before word i; -1 without one.
func (s *scene) complement(h, i int) int {
	last := -1
	for _, k := range s.Kids(h) {
		if l := s.Label(k); k < i && k > h && (l == "obj" || l == "obl") {
			last = k
		}
	}
	return last
}

// tensed says whether a verb has a tense of its own.
func (s *scene) tensed(i int) bool {
	switch s.Tokens[i].XPOS {
	case "VBZ", "VBD":
		return true
	}
	return false
}

// definite says whether a noun is one that the reader knows of: "the attack", "its attacks".
func (s *scene) definite(i int) bool {
	for _, k := range s.Kids(i) {
		switch s.Tokens[k].Lemma {
		case "the", "this", "that", "these", "those":
			return true
		}
		if s.Tokens[k].Label == "nmod:poss" {
			return true
		}
	}
	return false
}

func (s *scene) hasAuxiliary(i int) bool { return s.Kid(i, "aux", "mark") >= 0 }

// own is the status that a word's own auxiliaries, adverbs and marks give it.
func (s *scene) own(i int) Status {
	status := Asserted
	w := words()
	set := func(key string) {
		for _, c := range w.factual[key] {
			if status == Asserted || c.status == Denied {
				status = c.status
			}
		}
	}
	negated := false
	for _, k := range s.Kids(i) {
		word := strings.ToLower(s.Tokens[k].Text)
		switch s.Label(k) {
		case "aux":
			switch word {
			case "'d":
				word = "would"
			case "'ll":
				word = "will"
			case "wo":
				word = "will"
			case "ca":
				word = "can"
			}
			set(word + "/aux")
		case "advmod", "det":
			switch word {
			case "not", "n't", "n’t", "never", "no", "neither", "nor":
				negated = true
			}
			set(word + "/adv")
		case "amod":
			set(s.Tokens[k].Lemma + "/adj")
		case "mark":
			set(word + "/mark")
		case "case":
			if word == "without" {
				negated = true
			}
		}
	}
	if negated {
		return Denied
	}
	return status
}

// governs is what a word h makes of the act under its child i.
func (s *scene) governs(h, i int, sources []int) (verdict, bool) {
	label := s.Label(i)
	w := words()
	lemma := s.Tokens[h].Lemma
	switch s.Tokens[h].UPOS {
	case "VERB", "AUX", "ADJ":
		if label == "nsubj" && !s.passive(h) || label == "advcl" && !s.marked(i, "of", "for", "from", "to") {
			return verdict{}, false
		}
		for _, c := range w.factual[strings.ToLower(s.Tokens[h].Text)+"/adj"] { // "is willing to", "are committed to"
			if c.relation != "" && c.relation == label {
				return verdict{c.status, s.claimant(h)}, true
			}
		}
		if particle := s.Kid(h, "compound:prt"); particle >= 0 { // "rule out", "call off"
			if phrasal := lemma + " " + s.Tokens[particle].Lemma; len(w.factual[phrasal+"/v"]) > 0 {
				lemma = phrasal
			}
		}
		for _, c := range w.factual[lemma+"/v"] {
			if c.status == Denied && label == "obj" && len(w.factual[s.Tokens[i].Lemma+"/n"]) > 0 { // an accusation denied, a request refused was made
				continue
			}
			if c.relation == "" || c.relation == label {
				status := c.status
				if s.own(h) == Denied && status == Denied {
					status = Asserted
				}
				return verdict{status, s.claimant(h)}, true
			}
		}
		if effect, ok := w.speech[lemma]; ok && label == "ccomp" {
			if effect == position {
				effect = Alleged
			}
			by := s.claimant(h)
			if s.foretold(h, i) {
				return verdict{Planned, by}, true
			}
			if effect == Alleged && (by < 0 || s.speaksFor(by, sources)) {
				return verdict{}, false // one's own announced act is told as fact
			}
			return verdict{effect, by}, true
		}
	case "NOUN", "PROPN":
		if label != "acl" && label != "nmod" && label != "compound" && label != "ccomp" && label != "xcomp" {
			return verdict{}, false
		}
		for _, c := range w.factual[lemma+"/n"] {
			if c.relation == "" || c.relation == label {
				return verdict{c.status, -1}, true
			}
		}
	}
	return verdict{}, false
}

// foretold says whether a reporting verb in the past tells of the future: "said that Seoul would send".
func (s *scene) foretold(h, i int) bool {
	aux := s.Kid(i, "aux")
	return aux >= 0 && strings.EqualFold(s.Tokens[aux].Text, "would") && s.Tokens[h].XPOS == "VBD" && !s.conditional(i)
}

// conditional says whether a clause hangs on a condition.
func (s *scene) conditional(i int) bool {
	for _, k := range s.Kids(i) {
		if s.Label(k) == "advcl" && s.marked(k, "if", "unless") {
			return true
		}
	}
	return false
}

// claimant is the entity that is the subject of a verb, -1 if there is none.
func (s *scene) claimant(h int) int {
	for _, f := range s.logicalSubject(h) {
		if who := s.actors(f, nil); len(who) > 0 {
			return who[0]
		}
	}
	return -1
}

// speaksFor says whether a speaker is one of the sources or acts for one of them.
func (s *scene) speaksFor(speaker int, sources []int) bool {
	for _, e := range sources {
		if e == speaker || s.cast.Principal(e) == s.cast.Principal(speaker) {
			return true
		}
	}
	return false
}
