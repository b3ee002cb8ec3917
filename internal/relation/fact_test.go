package relation

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

var reader = sync.OnceValue(syntax.NewReader)

// monday is the day on which the texts of these tests are published.
var monday = time.Date(2024, 11, 4, 0, 0, 0, 0, time.UTC)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"It happened on Thursday.", []string{"2024-10-31 day"}},
		{"It happened on Monday.", []string{"2024-11-04 day"}},
		{"Troops left last Monday.", []string{"2024-10-28 day"}},
		{"They met yesterday and will meet tomorrow.", []string{"2024-11-03 day", "2024-11-05 day"}},
		{"The deal was signed on 12 March 2019.", []string{"2019-03-12 day"}},
		{"The deal was signed on March 12, 2019.", []string{"2019-03-12 day"}},
		{"On December 24 they left.", []string{"2024-12-24 day"}},
		{"It began in March.", []string{"2024-03 month"}},
		{"It began in December.", []string{"2023-12 month"}},
		{"It has lasted since 2014.", []string{"2014 year"}},
		{"It fell last week.", []string{"2024-10 month"}},
		{"It fell three days ago.", []string{"2024-11-01 day"}},
		{"It fell two years ago.", []string{"2022 year"}},
		{"It fell on Thursday, and rose the next day.", []string{"2024-10-31 day", "2024-11-01 day"}},
		{"It fell in 2014 and rose three years later.", []string{"2014 year", "2017 year"}},
		{"It fell on 3 May, two days before the vote.", []string{"2024-05-03 day"}},
		{"They left the day before.", []string{"2024-11-03 day"}},
		{"They left the day after.", nil},
		{"They left in March last year.", []string{"2023-03 month"}},
		{"Ten fell over the past two weeks.", []string{"2024-11 month"}},
		{"They will leave by the end of the year.", []string{"2024 year"}},
		{"The court tried him for the 2018 attack.", []string{"2018 year"}},
		{"The March 23 Movement took the town.", nil},
		{"Protesters may march in may.", nil},
		{"About 2019 people came.", nil},
	} {
		var got []string
		for _, x := range timexes(&reader().Parse(c.text).Sentences[0], monday, Date{}) {
			got = append(got, x.date.String()+" "+string(x.date.Precision))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestDatedActs reads which act of a sentence a time expression dates.
func TestDatedActs(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Russia bombed Georgia on Thursday.", []string{"ATTACKS 2024-10-31"}},
		{"Norway on Friday condemned the bombing.", []string{"CONDEMNS 2024-11-01"}},
		{"A court in Oslo sentences Anna Blum for the 2019 attack on Kenya.", []string{"ATTACKS 2019", "COERCES 2024-11-04 published"}},
		{"Police arrest Anna Blum, who attacked Kenya in 2019.", []string{"ATTACKS 2019", "COERCES 2024-11-04 published"}},
		{"Rebels killed ten soldiers in a raid late Friday night.", []string{"ATTACKS 2024-11-01"}},
		{"Iran attacked Israel on Thursday. It rained in Oslo. Israel said that Iran had attacked it.", []string{"ATTACKS 2024-10-31", "ATTACKS 2024-10-31"}},
		{"Rebels kill ten soldiers in an overnight raid.", []string{"ATTACKS 2024-11-04"}},
		{"Spain sent troops to Mali for the first time since 2014.", []string{"DEPLOYS_TO 2024-11-04 published"}},
		{"France will send troops to Chad on Thursday.", []string{"DEPLOYS_TO 2024-11-07"}},
		{"Iran attacked Israel a few hours after the ship sank on Wednesday.", []string{"ATTACKS 2024-10-30"}},
		{"A few hours before the ship sank on Wednesday, Iran attacked Israel.", []string{"ATTACKS 2024-10-30"}},
		{"Iran attacked Israel on Wednesday. Israel attacked Iran two days later.", []string{"ATTACKS 2024-10-30", "ATTACKS 2024-11-01"}},
	} {
		doc := reader().Parse(c.text)
		var got []string
		for _, e := range Extract(doc, entity.Resolve(doc), monday).Events {
			d := e.Type.Name + " " + e.Date.String()
			if e.Date.Precision == Published {
				d += " published"
			}
			got = append(got, d)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`He said, "We will go," and left.`, []string{"We will go"}},
		{"“One,” he said. “Two.”", []string{"One", "Two."}},
		{"“First paragraph.\n“Second paragraph.”", []string{"First paragraph.", "Second paragraph."}},
		{`A 6" pipe broke.`, nil},
		{"No quotation.", nil},
	} {
		var got []string
		for _, q := range quotations(c.text) {
			got = append(got, c.text[q.Start:q.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // speaker: kind: words
	}{
		{"Norway said that Russia had closed the border.", []string{"Norway: indirect: Russia had closed the border"}},
		{`"We will not yield," Mara Lindqvist said.`, []string{"Mara Lindqvist: direct: We will not yield"}},
		{`"We will not yield," said Mara Lindqvist. "We will never yield."`, []string{"Mara Lindqvist: direct: We will not yield ... We will never yield."}},
		{"According to Kenya, the talks failed.", []string{"Kenya: indirect: the talks failed"}},
		{"Anna Blum condemned the attack.", nil},
		{"Egypt announces it will host a summit on fisheries.", []string{"Egypt: indirect: it will host a summit on fisheries"}},
		{"Mara Lindqvist states that Norway may be willing to wait, and says a vote is a necessity.", []string{"Mara Lindqvist: indirect: Norway may be willing to wait", "Mara Lindqvist: indirect: a vote is a necessity"}},
		{"Kenya did not say that the talks had failed.", nil},
		{"Kenya will say that the talks had failed.", nil},
		{"Kenya accused Uganda of closing the border.", nil},
		{`Kenya accused Uganda of being "a reckless neighbour".`, []string{"Kenya: direct: a reckless neighbour"}},
		{"Chile reports the capture of two smugglers.", nil},
		{"Chile closed the port, citing storms.", nil},
		{"Two bridges near Tula collapsed, killing three farmers who worked for Peru, according to Russia.", []string{"Russia: indirect: Two bridges near Tula collapsed, killing three farmers who worked for Peru"}},
		{"A spokeswoman for Kenya said that the talks had failed.", []string{"Kenya: indirect: the talks had failed"}},
		{"A study by Kenya found that two dams were unsafe. The study said that repairs would take years.", []string{"Kenya: indirect: two dams were unsafe", "Kenya: indirect: repairs would take years"}},
		{"Mara Lindqvist said that she told the committee that the dam was unsafe.", []string{"Mara Lindqvist: indirect: she told the committee that the dam was unsafe"}},
		{"Mara Lindqvist said:\nI came to learn. We have much to do.\nThe hall was full.", []string{"Mara Lindqvist: direct: I came to learn. We have much to do."}},
		{"The letter of Mara Lindqvist was read out. Mara Lindqvist wrote:\n\"The dam must be mended before the rain.\"", []string{"Mara Lindqvist: direct: The dam must be mended before the rain."}},
		{"\"We will not yield to them,\" said Mara Lindqvist.\n\"It was a sad day for us,\" said a passer-by. \"We have all seen too much of it.\"", []string{"Mara Lindqvist: direct: We will not yield to them"}},
		{"Norway welcomes the truce in Sudan. We stand with Sudan and with all who suffer in Sudan.", []string{"Norway: indirect: Norway welcomes the truce in Sudan. We stand with Sudan and with all who suffer in Sudan"}},
		{"We stand with Sudan. The people of Sudan have suffered, and Sudan deserves our help.", nil},
		{`Mara Lindqvist called the plan "a slow disaster" and the minister "a poor fool".`, []string{"Mara Lindqvist: direct: a slow disaster", "Mara Lindqvist: direct: a poor fool"}},
	} {
		doc := reader().Parse(c.text)
		cast := entity.Resolve(doc)
		var got []string
		for _, s := range Extract(doc, cast, monday).Statements {
			kind := "indirect"
			if s.Direct {
				kind = "direct"
			}
			got = append(got, cast.Entities[s.Speaker].Name+": "+kind+": "+s.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestNoDenialIsReal reads sentences that deny, plan, demand or only suppose an act: none may come out as done.
func TestNoDenialIsReal(t *testing.T) {
	for _, text := range []string{
		"Russia denied that it had bombed Georgia.",
		"Iran did not attack Israel.",
		"Spain has not sent troops to Mali.",
		"Poland refused to send tanks to Ukraine.",
		"Germany may send tanks to Ukraine.",
		"France will send troops to Chad next week.",
		"If China attacks Taiwan, Japan will respond.",
		"Turkey urged Greece to withdraw its troops from Cyprus.",
		"Norway never supplied weapons to Sudan.",
	} {
		doc := reader().Parse(text)
		cast := entity.Resolve(doc)
		for _, e := range Extract(doc, cast, monday).Events {
			switch e.Type.Name {
			case "ATTACKS", "DEPLOYS_TO", "SUPPLIES_ARMS_TO", "WITHDRAWS_FROM", "AIDS":
				if e.Status.Real() {
					t.Errorf("%s\n%s is %s", text, e.Type.Name, e.Status)
				}
			}
		}
	}
}

// TestScope reads how far a denial, plan or condition reaches.
func TestScope(t *testing.T) {
	for _, c := range []struct {
		text, kind string
		want       Status
	}{
		{"Spain will not join the mission after Iran attacked Israel.", "ATTACKS", Asserted},
		{"Italy will leave the pact following an attack on Kenya by Somalia.", "ATTACKS", Asserted},
		{"Norway is not seeking talks and urges Russia to leave Georgia.", "URGES", Asserted},
		{"Japan rules out sending warships to Taiwan.", "DEPLOYS_TO", Denied},
		{"Iran warned of a response if an attack on Syria by Israel follows.", "ATTACKS", Hypothetical},
		{"Poland refuses a request by Germany to send tanks to Ukraine.", "URGES", Asserted},
		{"France denies the attack on Mali.", "ATTACKS", Denied},
	} {
		doc := reader().Parse(c.text)
		found := false
		for _, e := range Extract(doc, entity.Resolve(doc), monday).Events {
			if e.Type.Name == c.kind {
				found = true
				if e.Status != c.want {
					t.Errorf("%s\n%s is %s, want %s", c.text, c.kind, e.Status, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s\nno %s", c.text, c.kind)
		}
	}
}

// TestLexiconIsSound proves the tables: every row can be read, and its slots are slots.
func TestLexiconIsSound(t *testing.T) {
	known := strings.Fields("subj obj iobj prt xcomp ccomp advmod aux acl advcl amod compound poss head support suffer")
	l := words()
	if len(l.rows) < 1000 || len(l.support) < 50 || len(l.speech) < 100 || len(l.mouth) < 50 || len(l.factual) < 300 {
		t.Errorf("%d lemmas, %d support verbs, %d reporting verbs, %d voices, %d cues: tables are missing", len(l.rows), len(l.support), len(l.speech), len(l.mouth), len(l.factual))
	}
	for lemma, rows := range l.rows {
		for _, r := range rows {
			if r.Weight <= 0 || r.Weight > 1 {
				t.Errorf("%s: weight %v of %s", lemma, r.Weight, Types[r.Type].Name)
			}
			for _, s := range slices.Concat(r.Source, r.Target) {
				if strings.ToLower(s.Name) != s.Name || strings.ContainsAny(s.Name, " =|") {
					t.Errorf("%s: %q is no slot (known beside prepositions: %v)", lemma, s.Name, known)
				}
			}
		}
	}
	for lemma, cues := range l.factual {
		for _, c := range cues {
			if !c.status.Known() {
				t.Errorf("factuality of %s: unknown status %q", lemma, c.status)
			}
		}
	}
	for noun, class := range l.mouth {
		if class != document && class != "office" {
			t.Errorf("voice of %s: unknown class %q", noun, class)
		}
	}
	for verb, effect := range l.speech {
		if effect != position && !effect.Known() {
			t.Errorf("speech of %s: unknown class %q", verb, effect)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	doc := reader().Parse("The European Union imposed sanctions on three Belarusian banks on Monday. Belarus threatened to close its border with Lithuania. Poland called for the release of a journalist who was jailed in 2024.")
	for b.Loop() {
		Extract(doc, entity.Resolve(doc), monday)
	}
}
