package relation

import (
	"slices"
	"time"
)

// calendar holds what is needed to date the acts of one sentence.
type calendar struct {
	*scene
	published time.Time
	times     []timex
	acts      []int // the tokens that tell acts
}

// when dates the act at token t by the time expression that tells when it happened, else by the day of publication.
func (c *calendar) when(t int, status Status) Date {
	x := c.dated(t, status)
	switch {
	case x < 0:
		return Date{c.published, Published}
	case status.Real() || status == Denied:
		return c.times[x].date
	}
	return c.times[x].ahead(c.published)
}

// dated is the time expression of the act at token t: one that dates its own word, else that of the word with which it
// shares its time; -1 without one.
func (c *calendar) dated(t int, status Status) int {
	if len(c.times) == 0 {
		return -1
	}
	for n, w := 0, t; n < depth && w >= 0; n, w = n+1, c.shares(w) {
		if x := c.best(t, w, status, c.dates); x >= 0 {
			return x
		}
	}
	if x := c.best(t, t, status, c.falls); x >= 0 {
		return x
	}
	if k := c.beside(t); k >= 0 {
		return c.best(t, k, status, c.dates)
	}
	return -1
}

// beside is the clause that tells what happened at the time of the act at t, or hours from it ("hours before the ship sank
// on Wednesday"); -1 without one.
func (c *calendar) beside(t int) int {
	for _, k := range c.Kids(t) {
		if c.Label(k) == "advcl" && (c.marked(k, "when", "while", "as") || c.marked(k, "before", "after") && (c.hours(k) || c.hours(t))) {
			return k
		}
	}
	return -1
}

// hours says whether a clause is told as hours or minutes from another.
func (c *calendar) hours(w int) bool {
	k := c.Kid(w, "obl:unmarked")
	return k >= 0 && (c.Tokens[k].Lemma == "hour" || c.Tokens[k].Lemma == "minute")
}

// best is of the time expressions that date word w the most exact, then the one nearest to the act at t.
func (c *calendar) best(t, w int, status Status, dates func(x timex, w int, status Status) bool) int {
	best := -1
	away := func(x timex) int { return max(t-x.last, x.first-t) }
	for i, x := range c.times {
		if !dates(x, w, status) {
			continue
		}
		if best >= 0 {
			b := c.times[best]
			if n, m := len(x.date.String()), len(b.date.String()); n < m || n == m && away(x) >= away(b) {
				continue
			}
		}
		best = i
	}
	return best
}

// dates says whether a time expression tells when what word w says happened. It dates the word on which it hangs; behind a
// noun that is no act ("the soldiers on Monday"), where parsers err, what governs that noun.
func (c *calendar) dates(x timex, w int, status Status) bool {
	at := c.HeadOf(x.first, x.last)
	bound := c.Case(at)
	if !c.possible(x, bound, status) || !c.fits(x, bound, w) {
		return false
	}
	for n, i := 0, at; n < depth; n++ {
		h := c.Tokens[i].Head
		switch {
		case h < 0:
			return false
		case h == w:
			return true
		}
		switch c.Tokens[h].UPOS {
		case "NOUN", "PROPN", "PRON", "ADJ":
			switch {
			case at < h && (x.first == 0 || c.Label(i) == "compound" && c.Tokens[h].Head > h): // "This week the …", "today's White House talks"
			case at < h && c.Label(i) != "obl" && c.Label(i) != "nsubj":
				return c.during(h, w) // "the March 23 talks": the talks, and what is done in them
			case bound == "since", bound == "of" && c.Tokens[h].UPOS == "PROPN": // "the first time since 2014", "the Act of 1974"
				return false
			case c.eventive(h):
				return at > h && c.Tokens[h].Head == w && c.Label(h) == "obj" && !c.remarks(w) || c.during(h, w)
			case c.clausal(h):
				return false
			}
		case "NUM", "ADV":
		case "VERB": // "starting March 1"
			if c.Tokens[h].XPOS != "VBG" || c.Tokens[h].Lemma != "start" && c.Tokens[h].Lemma != "begin" {
				return false
			}
		default:
			return false
		}
		i = h
	}
	return false
}

// possible says whether an act of a status may have happened at a time: what is real, not in the future.
func (c *calendar) possible(x timex, bound string, status Status) bool {
	switch bound {
	case "until", "till", "before", "after", "ahead":
		return false
	case "by":
		return !status.Real()
	}
	return !status.Real() || !x.date.Time.After(c.published)
}

// fits says whether a time expression may hang on word w. Behind a verb and the act of which it speaks ("accused of shelling
// the town in May") it belongs to that act.
func (c *calendar) fits(x timex, bound string, w int) bool {
	return c.concord(x, bound, w) && !(c.Tokens[w].UPOS == "VERB" && c.remarks(w) && slices.ContainsFunc(c.acts, func(a int) bool {
		return w < a && a < x.first && c.Under(a, w)
	}))
}

// concord says whether a time fits the tense of word w: the present of the news ("sentences", "is killed") tells what
// happened on the day, and "since" asks for a perfect.
func (c *calendar) concord(x timex, bound string, w int) bool {
	tense := c.Tokens[w].XPOS
	for _, k := range c.Kids(w) {
		if l := c.Label(k); l == "aux" || l == "cop" {
			if c.Tokens[k].Lemma == "have" {
				return true
			}
			tense = c.Tokens[k].XPOS
			break
		}
	}
	switch tense {
	case "VBZ", "VBP":
		return bound != "since" && x.date.String() >= c.published.Format(time.DateOnly)[:len(x.date.String())]
	case "VBD":
		return bound != "since"
	}
	return true
}

// during says whether noun h tells in the course of what the verb w happened ("killed in an overnight raid").
func (c *calendar) during(h, w int) bool {
	if c.Tokens[h].Head != w || c.Label(h) != "obl" {
		return false
	}
	switch c.Case(h) {
	case "in", "during", "by", "amid":
		return true
	}
	return false
}

// falls says whether a time expression that fits nothing above it falls to the act at t before it, the last one there
// ("arrests ten people for the riots in Lyon last week").
func (c *calendar) falls(x timex, t int, status Status) bool {
	at := c.HeadOf(x.first, x.last)
	h := c.Tokens[at].Head
	bound := c.Case(at)
	if h < 0 || h >= t || t >= x.first || c.Tokens[h].UPOS != "VERB" || !c.Under(t, h) || !c.possible(x, bound, status) || c.fits(x, bound, h) || !c.concord(x, bound, t) {
		return false
	}
	return !slices.ContainsFunc(c.acts, func(a int) bool { return t < a && a < x.first })
}

// eventive says whether a noun tells an act.
func (c *calendar) eventive(i int) bool {
	return slices.Contains(c.acts, i) || slices.ContainsFunc(words().rows[c.Tokens[i].Lemma+"/n"], func(r Row) bool {
		return len(r.Conditions) == 0 || Types[r.Type].Name == "ATTACKS"
	})
}

// shares is the word whose time is also that of word w; -1 if there is none.
func (c *calendar) shares(w int) int {
	h := c.Tokens[w].Head
	if h < 0 {
		return -1
	}
	switch c.Tokens[w].Label {
	case "conj":
		if c.verbal(w) == c.verbal(h) {
			return h
		}
	case "xcomp", "compound":
		return h
	case "obj", "nsubj", "nsubj:pass":
		if c.verbal(h) && !c.remarks(h) {
			return h
		}
	case "obl", "obl:agent":
		if c.during(w, h) && !c.remarks(h) {
			return h
		}
	case "nmod":
		if c.Case(w) == "of" && !slices.Contains(c.acts, h) {
			return h
		}
	case "advcl":
		if c.Kid(w, "mark", "nsubj") < 0 && c.Tokens[w].XPOS == "VBG" {
			return h
		}
	case "acl", "acl:relcl":
		if c.eventive(h) {
			return h
		}
	}
	return -1
}

// remarks says whether a verb speaks of its object, which may have happened at another time ("condemned the attack").
func (c *calendar) remarks(v int) bool {
	if slices.ContainsFunc(words().factual[c.Tokens[v].Lemma+"/v"], func(f cue) bool { return f.relation == "obj" && f.status != Planned }) {
		return true
	}
	return slices.ContainsFunc(words().rows[c.Tokens[v].Lemma+"/v"], func(r Row) bool {
		t := Types[r.Type]
		return len(r.Conditions) == 0 && !t.Symmetric && (t.Quad == VerbalConflict || t.Name == "SUPPORTS")
	})
}

// clausal says whether a word heads a clause of its own.
func (s *scene) clausal(i int) bool {
	switch s.Label(i) {
	case "ccomp", "acl", "advcl", "parataxis", "csubj":
		return true
	}
	return false
}

// occasion dates what was said at a meeting by the meeting: a verbal act without a date of its own, behind a dated meeting of
// its source in the same paragraph ("Blinken spoke yesterday with Chung. He condemned …").
func occasion(events []Event, scenes []scene) {
	for i := range events {
		e := &events[i]
		if e.Date.Precision != Published || e.Status != Asserted || e.Type.Quad != VerbalConflict && e.Type.Quad != VerbalCooperation {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			m := &events[k]
			if scenes[m.sentence].Paragraph != scenes[e.sentence].Paragraph {
				break
			}
			if m.Type.Name == "MEETS" && m.Status == Asserted && m.Date.Precision == Day && partakes(*m, e.Sources) {
				e.Date = m.Date
				break
			}
		}
	}
}

// partakes says whether one of the parties is on either side of an event.
func partakes(e Event, parties []int) bool {
	return intersect(e.Sources, parties) || intersect(e.Targets, parties)
}

// retold dates an act told again without its day by the telling that has one: the same type between the same parties, of
// which a telling may leave one side out. Two days told leave it open.
func retold(events []Event) {
	told := make([]Date, len(events)) // before any of them is moved
	for i := range events {
		told[i] = events[i].Date
	}
	for i := range events {
		e := &events[i]
		if e.Date.Precision != Published || !e.Status.Real() || e.Type.Quad != MaterialConflict && !e.Type.Symmetric {
			continue
		}
		var date Date
		for k := range events {
			o := &events[k]
			if k == i || o.Type.Name != e.Type.Name || told[k].Precision != Day || !o.Status.Real() || !same(e, o) {
				continue
			}
			if date.Precision != "" && date != told[k] {
				date = Date{}
				break
			}
			date = told[k]
		}
		if date.Precision != "" {
			e.Date = date
		}
	}
}

// same says whether two acts may have the same parties: they share one, and no side is told differently.
func same(a, b *Event) bool {
	sources, targets := intersect(a.Sources, b.Sources), intersect(a.Targets, b.Targets)
	return (sources || len(a.Sources) == 0 || len(b.Sources) == 0) && (targets || len(a.Targets) == 0 || len(b.Targets) == 0) && (sources || targets)
}

func intersect(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
}
