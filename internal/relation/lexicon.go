package relation

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var data embed.FS

// Row is one line of a type's lexicon: a word that may tell an act of that type, on what condition, and where its source
// and target stand. data/README.md has the format.
type Row struct {
	Type       int // index in Types
	Lemma      string
	Pos        byte // v, n or a
	Conditions []Condition
	Source     []Slot
	Target     []Slot
	Weight     float64
}

// Condition holds when a slot is filled by one of the words (or, with Not, by none of them).
type Condition struct {
	Slot  string
	Words []string // lemmas, ACTOR, PLACE or *
	Not   bool
}

// Slot names a place in the frame of a trigger. With Owner it is filled by the actor there or by the owner of the thing there.
type Slot struct {
	Name  string
	Owner bool
}

// lexicon is all data of this room.
type lexicon struct {
	rows    map[string][]Row  // by lemma and part of speech: "condemn/v"
	support map[string]string // light verbs: "source" or "target", the role of the subject
	speech  map[string]Status // reporting verbs: what their finite complement is when they tell of another's act
	mouth   map[string]string // nouns that speak for whom they belong to: office or document
	factual map[string][]cue  // by lemma and class: "plan/v"
}

// cue is a word that changes the status of what it governs, perhaps only over one relation.
type cue struct {
	status   Status
	relation string
}

var words = sync.OnceValue(loadLexicon)

func loadLexicon() *lexicon {
	l := &lexicon{rows: map[string][]Row{}, support: map[string]string{}, speech: map[string]Status{}, mouth: map[string]string{}, factual: map[string][]cue{}}
	for t := range Types {
		eachRow(Types[t].Name+".tsv", 6, func(f []string) {
			weight, err := strconv.ParseFloat(f[5], 64)
			if err != nil {
				panic(err)
			}
			key := f[0] + "/" + f[1]
			l.rows[key] = append(l.rows[key], Row{Type: t, Lemma: f[0], Pos: f[1][0], Conditions: conditions(f[2]), Source: slots(f[3]), Target: slots(f[4]), Weight: weight})
		})
	}
	eachRow("support.tsv", 2, func(f []string) { l.support[f[0]] = f[1] })
	eachRow("speech.tsv", 2, func(f []string) { l.speech[f[0]] = Status(f[1]) })
	eachRow("voice.tsv", 2, func(f []string) { l.mouth[f[0]] = f[1] })
	eachRow("factuality.tsv", 3, func(f []string) {
		c := cue{status: Status(f[2])}
		if len(f) > 3 {
			c.relation = f[3]
		}
		l.factual[f[0]+"/"+f[1]] = append(l.factual[f[0]+"/"+f[1]], c)
	})
	return l
}

// eachRow reads an embedded table. Its faults are ours, found by the tests, so it panics.
func eachRow(file string, columns int, take func([]string)) {
	text, err := data.ReadFile("data/" + file)
	if err != nil {
		panic(err)
	}
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) < columns {
			panic(fmt.Sprintf("%s:%d: %d columns, want %d", file, n+1, len(fields), columns))
		}
		take(fields)
	}
}

func conditions(text string) []Condition {
	var all []Condition
	for _, part := range strings.Fields(text) {
		c := Condition{}
		part, c.Not = strings.CutPrefix(part, "!")
		name, list, ok := strings.Cut(part, "=")
		if !ok {
			panic("condition without words: " + part)
		}
		c.Slot, c.Words = name, strings.Split(list, "|")
		all = append(all, c)
	}
	return all
}

func slots(text string) []Slot {
	var all []Slot
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name != "" {
			base, owner := strings.CutSuffix(name, "*")
			all = append(all, Slot{base, owner})
		}
	}
	return all
}

// introduces says whether a verb introduces a statement.
func introduces(lemma string) bool {
	_, ok := words().speech[lemma]
	return ok
}
