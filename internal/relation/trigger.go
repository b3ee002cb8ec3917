package relation

import (
	"slices"
	"strings"
)

// candidate is a word that may tell an act, with what it would be.
type candidate struct {
	token  int
	row    *Row
	weight float64
}

// triggers proposes the acts that the lexicon knows in a sentence: for each word the best row whose conditions hold. Of a
// verb and its object that are one trigger ("lifts sanctions", "conducts an exercise") the surer word stays.
func (s *scene) triggers() []candidate {
	var found []candidate
	for i := range s.Tokens {
		pos := s.class(i)
		if pos == 0 {
			continue
		}
		rows := words().rows[s.Tokens[i].Lemma+"/"+string(pos)]
		if pos == 'v' && s.Tokens[i].XPOS == "VBN" && len(rows) == 0 { // "Iran-backed" is a verb to the parser
			rows = words().rows[strings.ToLower(s.Tokens[i].Text)+"/a"]
		}
		best := candidate{token: i}
		for r := range rows {
			row := &rows[r]
			if !s.holds(i, row) {
				continue
			}
			if best.row == nil || row.Weight > best.weight || row.Weight == best.weight && len(row.Conditions) > len(best.row.Conditions) {
				best.row, best.weight = row, row.Weight
			}
		}
		if best.row != nil {
			found = append(found, best)
		}
	}
	return slices.DeleteFunc(slices.Clone(found), func(c candidate) bool {
		return slices.ContainsFunc(found, func(o candidate) bool { return s.swallows(o, c) })
	})
}

// swallows says whether candidate c is part of the trigger of o: the object that o's condition asks for, or a light verb
// whose object o is.
func (s *scene) swallows(o, c candidate) bool {
	switch {
	case o.row.Pos == 'v' && slices.Contains(s.logicalObject(o.token), c.token):
		if len(words().factual[o.row.Lemma+"/v"]) > 0 { // "demanded the withdrawal" tells of two acts
			return false
		}
		return slices.ContainsFunc(o.row.Conditions, func(x Condition) bool {
			return x.Slot == "obj" && !x.Not && slices.Contains(x.Words, s.Tokens[c.token].Lemma)
		}) &&
			(o.weight >= c.weight || words().support[s.Tokens[o.token].Lemma] == "")
	case c.row.Pos == 'v' && slices.Contains(s.logicalObject(c.token), o.token):
		return words().support[s.Tokens[c.token].Lemma] != "" && o.weight > c.weight
	}
	return false
}

// class is the part of speech under which the lexicon lists a token, 0 for none.
func (s *scene) class(i int) byte {
	switch s.Tokens[i].UPOS {
	case "VERB":
		return 'v'
	case "NOUN", "PROPN":
		return 'n'
	case "ADJ":
		return 'a'
	}
	return 0
}

func (s *scene) holds(i int, row *Row) bool {
	for _, c := range row.Conditions {
		if s.condition(i, row.Pos, c) == c.Not {
			return false
		}
	}
	return true
}

// condition says whether a slot of trigger i is filled by one of the condition's words.
func (s *scene) condition(i int, pos byte, c Condition) bool {
	if c.Slot == "ccomp" || c.Slot == "xcomp" {
		k := s.Kid(i, c.Slot)
		return k >= 0 && (c.Words[0] == "*" || slices.Contains(c.Words, s.Tokens[k].Lemma))
	}
	for _, k := range s.fillers(i, pos, c.Slot) {
		for _, w := range c.Words {
			switch w {
			case "*":
				return true
			case "ACTOR":
				if len(s.actors(k, nil)) > 0 {
					return true
				}
			case "PLACE":
				if _, _, ok := s.cast.Where(s.sentence, k); ok {
					return true
				}
			default:
				if s.Tokens[k].Lemma == w || strings.EqualFold(s.Tokens[k].Text, w) {
					return true
				}
			}
		}
	}
	return false
}

// fillers are the words that fill a slot of the trigger at token t.
func (s *scene) fillers(t int, pos byte, slot string) []int {
	if pos == 'v' {
		switch slot {
		case "subj":
			return s.logicalSubject(t)
		case "obj":
			if o := s.labelled(t, "obj"); len(o) > 0 && s.passive(t) { // "was given aid"
				return o
			}
			return s.logicalObject(t)
		case "iobj":
			if s.passive(t) && s.Kid(t, "obj") >= 0 {
				return s.logicalObject(t)
			}
			return s.labelled(t, "iobj")
		case "prt":
			return append(s.labelled(t, "compound:prt"), s.labelled(t, "advmod")...)
		case "advmod", "aux", "acl", "advcl", "amod", "compound":
			return s.labelled(t, slot)
		case "poss":
			return s.possessors(t)
		case "head":
			return s.above(t)
		case "xcomp", "ccomp":
			return s.labelled(t, slot)
		}
		found := s.oblique(t, slot)
		for _, o := range s.logicalObject(t) { // "held talks with Iraq": the parser hangs "with Iraq" on the noun
			if len(found) == 0 && s.Tokens[o].UPOS == "NOUN" {
				found = s.oblique(o, slot)
			}
		}
		return found
	}
	switch slot {
	case "poss":
		return s.possessors(t)
	case "support":
		return s.supporters(t, "source")
	case "suffer":
		return s.supporters(t, "target")
	case "subj":
		if k := s.Kid(t, "nsubj"); k >= 0 {
			return []int{k}
		}
		return nil
	case "compound", "amod", "acl":
		return s.labelled(t, slot)
	case "head":
		return s.above(t)
	case "obj":
		return nil
	}
	if found := s.oblique(t, slot); len(found) > 0 {
		return found
	}
	// "carried out an attack on X": the parser may hang "on X" on the light verb.
	if h := s.Tokens[t].Head; h >= 0 && s.Tokens[h].UPOS == "VERB" && s.Label(t) == "obj" {
		if found := s.oblique(h, slot); len(found) > 0 {
			return found
		}
	}
	// "the withdrawal of troops from X": or on the noun before.
	for _, k := range s.oblique(t, "of") {
		if found := s.oblique(k, slot); len(found) > 0 && slot != "of" {
			return found
		}
	}
	return nil
}

// above is the word on which a trigger depends.
func (s *scene) above(t int) []int {
	if h := s.Tokens[t].Head; h >= 0 {
		return []int{h}
	}
	return nil
}

func (s *scene) labelled(t int, label string) []int {
	var found []int
	for _, k := range s.Kids(t) {
		if s.Tokens[k].Label == label || s.Label(k) == label {
			found = append(found, k)
		}
	}
	return found
}

// possessors are the words that say whose a noun is: "Russia's attack", "the Russian attack", "an Israel airstrike".
func (s *scene) possessors(t int) []int {
	var found []int
	for _, k := range s.Kids(t) {
		switch l := s.Tokens[k].Label; {
		case l == "nmod:poss", (l == "amod" || l == "compound" || l == "nmod:desc" || l == "nmod:unmarked") && len(s.refers(k)) > 0:
			found = append(found, k)
		}
	}
	return found
}

// supporters are the subjects of the light verb that governs a noun ("launched an attack", "came under attack"), if the
// verb gives its subject the role.
func (s *scene) supporters(t int, role string) []int {
	h, label := s.Tokens[t].Head, s.Label(t)
	if label == "conj" && h >= 0 {
		h, label = s.Tokens[h].Head, s.Label(h)
	}
	if h < 0 || s.Tokens[h].UPOS != "VERB" || label != "obj" && label != "obl" && label != "nsubj" {
		return nil
	}
	gives := words().support[s.Tokens[h].Lemma]
	if gives == "" {
		return nil
	}
	if label == "nsubj" || s.passive(h) {
		if gives == role {
			return s.logicalSubject(h)
		}
		return nil
	}
	if gives == role {
		return s.logicalSubject(h)
	}
	return nil
}
