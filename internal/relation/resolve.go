package relation

import "newsgraph/internal/entity"

// resolve lists the entities that an argument word stands for, as the heads choose it: whom it refers to, the country of a
// place, whose thing it is, else the unnamed people that the noun names. Its conjuncts that are actors join it.
func (s *scene) resolve(i int) []int {
	who := s.actors(i, nil)
	if len(who) > 0 {
		return who
	}
	if who = s.stands(i); len(who) > 0 {
		return who
	}
	if _, _, place := s.cast.Where(s.sentence, i); place {
		return nil // nobody knows whose: a place is no actor
	}
	if who = s.possessor(i, func(all []int) []int { return all }); len(who) > 0 {
		return who
	}
	return s.people(i)
}

// people are the unnamed ones whom a noun phrase names by its head. Words for things name nobody.
func (s *scene) people(i int) []int {
	if l := s.Label(i); l == "amod" || l == "compound" { // "pro-government forces": the forces
		h := s.Tokens[i].Head
		if who := s.cast.Who(s.sentence, h); len(who) > 0 {
			return who
		}
		if entity.Personal(&s.Tokens[h]) {
			i = h
		}
	}
	if !entity.Personal(&s.Tokens[i]) {
		return nil
	}
	return []int{s.cast.Collect(s.Tree, s.sentence, i)}
}

// stands is the country of the place at token i, which from now on the place's words refer to.
func (s *scene) stands(i int) []int {
	_, iso3, ok := s.cast.Where(s.sentence, i)
	if !ok || iso3 == "" {
		return nil
	}
	e, ok := s.cast.CountryOf(iso3)
	if !ok {
		return nil
	}
	first, last := s.phrase(i)
	s.cast.Stand(e, entity.Mention{Sentence: s.sentence, First: first, Last: last, Head: i})
	return []int{e}
}

// phrase is the minimal noun phrase of a head: its compounds, name parts and adjectives that stand right beside it.
func (s *scene) phrase(i int) (first, last int) {
	first, last = i, i
	for _, k := range s.Kids(i) {
		switch s.Label(k) {
		case "compound", "flat", "amod":
			f, l := s.Bounds(k)
			first, last = min(first, f), max(last, l)
		}
	}
	return first, last
}
