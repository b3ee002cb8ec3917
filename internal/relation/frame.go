package relation

import (
	"slices"
	"strings"
)

// The grammar of arguments: which words of a tree fill a trigger's slots. Labels are those of Universal Dependencies 2.

// passive says whether a verb is in the passive voice: with its auxiliary, or a bare participle behind a noun.
func (s *scene) passive(v int) bool {
	if s.Kid(v, "nsubj:pass", "aux:pass", "csubj:pass") >= 0 {
		return true
	}
	if s.Tokens[v].XPOS != "VBN" && s.Tokens[v].XPOS != "VBD" {
		return false
	}
	switch s.Tokens[v].Label {
	case "acl", "amod":
		return true
	case "advcl", "xcomp":
		return s.Tokens[v].XPOS == "VBN" && s.Kid(v, "aux") < 0
	case "conj":
		h := s.Tokens[v].Head
		return s.Tokens[v].XPOS == "VBN" && s.Kid(v, "aux", "nsubj") < 0 && s.passive(h)
	}
	return false
}

// surface is the noun that stands as the grammatical subject of a verb, found along control, coordination, relative
// clauses and participles; -1 if there is none.
func (s *scene) surface(v int) int { return s.climb(v, depth) }

func (s *scene) climb(v, left int) int {
	if k := s.Kid(v, "nsubj", "nsubj:pass"); k >= 0 {
		return k
	}
	h := s.Tokens[v].Head
	if h < 0 || left == 0 {
		return -1
	}
	switch s.Tokens[v].Label {
	case "conj":
		if s.verbal(h) {
			return s.climb(h, left-1)
		}
		if s.Tokens[h].UPOS == "NOUN" {
			return -1
		}
	case "xcomp", "ccomp", "advcl", "advcl:relcl", "parataxis", "dep":
		if s.Tokens[v].Label == "ccomp" && s.Kid(v, "mark") < 0 && s.Tokens[v].XPOS != "VBG" && s.Tokens[v].XPOS != "VB" {
			return -1
		}
		if o := s.Kid(h, "obj", "iobj"); o >= 0 && o < v && s.Tokens[v].Label != "advcl" && objectControl(s.Tokens[h].Lemma) {
			return o
		}
		if o := s.Kid(h, "obj"); o >= 0 && o < v && (s.marked(v, "of", "from", "for", "into") && objectControl(s.Tokens[h].Lemma)) {
			return o
		}
		if s.passive(h) && s.Tokens[v].Label == "xcomp" {
			return s.climb(h, left-1)
		}
		if s.Tokens[h].UPOS == "NOUN" {
			return s.holder(h)
		}
		return s.climb(h, left-1)
	case "acl":
		if s.Tokens[v].XPOS == "VB" || s.marked(v, "to", "of", "for") { // "a pledge to send": the one who pledges
			return s.holder(h)
		}
		return h
	case "acl:relcl":
		if s.gap(v) {
			return h
		}
	case "obl", "nmod", "obj", "nsubj":
		if s.Tokens[v].XPOS == "VBG" {
			return s.climb(h, left-1)
		}
	}
	return -1
}

func (s *scene) verbal(i int) bool {
	return s.Tokens[i].UPOS == "VERB" || s.Tokens[i].UPOS == "AUX" || s.Kid(i, "cop") >= 0
}

// gap says whether a relative clause lacks the subject, so that the noun before it is.
func (s *scene) gap(v int) bool { return s.Kid(v, "nsubj", "nsubj:pass") < 0 }

func (s *scene) marked(v int, marks ...string) bool {
	for _, k := range s.Kids(v) {
		if l := s.Label(k); (l == "mark" || l == "case") && slices.Contains(marks, strings.ToLower(s.Tokens[k].Text)) {
			return true
		}
	}
	return false
}

// objectControl says whether the object of a verb does what its complement says.
func objectControl(lemma string) bool {
	switch lemma {
	case "urge", "ask", "tell", "order", "force", "allow", "help", "call", "press", "push", "pressure", "encourage", "invite", "persuade", "convince", "request", "require",
		"warn", "accuse", "suspect", "blame", "charge", "convict", "permit", "enable", "instruct", "direct", "command", "compel", "advise", "implore", "beg", "appeal", "demand",
		"want", "expect", "authorize", "authorise", "send", "lead", "prompt", "cause", "get", "make", "let", "see", "prevent", "stop", "ban", "bar", "forbid", "condemn",
		"criticize", "criticise", "denounce", "thank", "praise", "congratulate", "commend", "need", "challenge", "oblige", "remind":
		return true
	}
	return false
}

// holder is whose a noun is: its possessor or demonym, else, where a verb governs it, that verb's subject. It returns the
// filler's token, -1 if nobody is named.
func (s *scene) holder(n int) int {
	for _, k := range s.Kids(n) {
		if s.Tokens[k].Label == "nmod:poss" {
			return k
		}
	}
	for _, k := range s.Kids(n) {
		if l := s.Label(k); (l == "amod" || l == "compound") && len(s.refers(k)) > 0 {
			return k
		}
	}
	for _, k := range s.Kids(n) {
		if s.Label(k) == "nmod" && (s.Case(k) == "by" || s.Case(k) == "of" || s.Case(k) == "from") && len(s.owners(k, nil)) > 0 {
			return k
		}
	}
	if h := s.Tokens[n].Head; h >= 0 && s.Tokens[h].UPOS == "VERB" {
		if l := s.Label(n); l == "obj" || l == "obl" {
			return s.surface(h)
		}
	}
	return -1
}

// logicalSubject lists who does what a verb says.
func (s *scene) logicalSubject(v int) []int {
	if !s.passive(v) {
		if k := s.surface(v); k >= 0 {
			return []int{k}
		}
		return nil
	}
	for _, k := range s.Kids(v) {
		if s.Label(k) == "obl" && s.Case(k) == "by" {
			return []int{k}
		}
	}
	return nil
}

// logicalObject lists whom or what a verb is done to.
func (s *scene) logicalObject(v int) []int {
	if s.passive(v) {
		if s.Tokens[v].Label == "acl" || s.Tokens[v].Label == "amod" {
			return []int{s.Tokens[v].Head}
		}
		if k := s.surface(v); k >= 0 {
			return []int{k}
		}
		return nil
	}
	var found []int
	for _, k := range s.Kids(v) {
		if l := s.Label(k); l == "obj" || l == "iobj" {
			found = append(found, k)
		}
	}
	if len(found) == 0 && s.Tokens[v].Label == "acl:relcl" && !s.gap(v) {
		return []int{s.Tokens[v].Head} // "the troops that Pyongyang sent"
	}
	if len(found) == 0 && s.Tokens[v].Label == "conj" && s.verbal(s.Tokens[v].Head) { // "condemned and rejected the plan"
		if h := s.Tokens[v].Head; v-h <= 3 {
			return s.logicalObject(h)
		}
	}
	return found
}

// oblique lists the complements of a trigger behind a preposition.
func (s *scene) oblique(t int, preposition string) []int {
	var found []int
	for _, k := range s.Kids(t) {
		l := s.Label(k)
		if (l == "obl" || l == "nmod") && s.Case(k) == preposition || l == "advcl" && s.marked(k, preposition) {
			found = append(found, k)
		}
	}
	return found
}
