package entity

import (
	"slices"
	"sync"
	"testing"

	"newsgraph/internal/syntax"
)

var reader = sync.OnceValue(syntax.NewReader)

func TestResolve(t *testing.T) {
	type actor struct{ id, role, represents string }
	for _, c := range []struct {
		text string
		want []actor
	}{
		{"South Korean Foreign Minister Cho Tae-yul met US Secretary of State Antony J. Blinken. Blinken thanked Cho.", []actor{
			{"person:cho-tae-yul", "South Korean Foreign Minister", "country:KOR"},
			{"person:antony-blinken", "US Secretary of State", "country:USA"},
		}},
		{"The President of Ukraine, Volodymyr Zelenskyy, spoke in Kyiv.", []actor{{"person:volodymyr-zelenskyy", "President of Ukraine", "country:UKR"}}},
		{"Prime Minister Joanna Tamaru of Papua New Guinea arrived.", []actor{{"person:joanna-tamaru", "Prime Minister", "country:PNG"}}},
		{"The court heard survivors of Larry Novak.", []actor{{"person:larry-novak", "", ""}}},
		{"Deputy Attorney General Lisa Monroe, Director of the FBI Steve Dettmer and others spoke.", []actor{
			{"person:lisa-monroe", "Deputy Attorney General", ""}, {"person:steve-dettmer", "Director of the FBI", "org:fbi"},
		}},
		{"Poland called for the release of the journalist Marta Nowak.", []actor{{"person:marta-nowak", "journalist", ""}}},
		{"The Kremlin rejected the proposal of the European Union.", []actor{{"country:RUS", "", ""}, {"org:european-union", "", ""}}},
		{"Michael Jordan opened a school. Jordan said he was proud.", []actor{{"person:michael-jordan", "", ""}}},
		{"Jordan closed its border with Syria.", []actor{{"country:JOR", "", ""}, {"country:SYR", "", ""}}},
	} {
		cast := Resolve(reader().Parse(c.text))
		for _, want := range c.want {
			i, ok := cast.find(want.id)
			if !ok {
				t.Errorf("%s\nno %s in %+v", c.text, want.id, cast.Entities)
				continue
			}
			if e := cast.Entities[i]; e.Role != want.role || e.Represents != want.represents {
				t.Errorf("%s\n%s is %q for %q, want %q for %q", c.text, e.ID, e.Role, e.Represents, want.role, want.represents)
			}
		}
	}
}

// TestReference looks up whom single words stand for.
func TestReference(t *testing.T) {
	for _, c := range []struct {
		text     string
		sentence int
		word     string
		want     []string
	}{
		{"North Korean troops entered the town.", 0, "troops", []string{"country:PRK"}},
		{"The government of Iraq resigned.", 0, "government", []string{"country:IRQ"}},
		{"Angela Merkel visited Greece. She praised the country.", 1, "She", []string{"person:angela-merkel"}},
		{"Angela Merkel visited Greece. She praised the country.", 1, "country", []string{"country:GRC"}},
		{"Iran and Iraq held talks. The two countries signed an accord.", 1, "countries", []string{"country:IRN", "country:IRQ"}},
		{"Hamas freed a hostage. The group said more would follow.", 1, "group", []string{"org:hamas"}},
		{"Hamas militants fired rockets.", 0, "militants", []string{"org:hamas"}},
		{"UNICEF staff left the town.", 0, "staff", []string{"org:unicef"}},
		{"President Lin met President Sara Okoye. The presidents signed a pact.", 1, "presidents", []string{"person:lin", "person:sara-okoye"}},
		{"Two ministers resigned after Iran and Iraq held talks.", 0, "ministers", nil},
		{"The storm hit the coast.", 0, "storm", nil},
	} {
		doc := reader().Parse(c.text)
		cast := Resolve(doc)
		at := slices.IndexFunc(doc.Sentences[c.sentence].Tokens, func(tok syntax.Token) bool { return tok.Text == c.word })
		var got []string
		for _, e := range cast.Who(c.sentence, at) {
			got = append(got, cast.Entities[e].ID)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n%q is %q, want %q", c.text, c.word, got, c.want)
		}
	}
}

// TestGroups names people who have no name of their own, by the noun phrase that tells them from others.
func TestGroups(t *testing.T) {
	for _, c := range []struct {
		text                       string
		id, name, span, represents string
	}{
		{"Protesters marched through Belgrade.", "group:srb-protesters", "protesters", "Protesters", ""},
		{"Several thousand Belarusian protesters marched.", "group:blr-protesters", "Belarusian protesters", "Several thousand Belarusian protesters", "country:BLR"},
		{"Anna Kovac left. Police arrested her associates.", "group:associates-of-anna-kovac", "associates of Anna Kovac", "her associates", ""},
		{"Two hospital officials in Kharkiv denied the report.", "group:hospital-officials-in-kharkiv-ukr", "hospital officials in Kharkiv", "Two hospital officials in Kharkiv", ""},
		{"Police in Lagos detained Christians.", "group:nga-christians", "Christians", "Christians", ""},
		{"Several US allies condemned the attack.", "group:usa-allies", "US allies", "Several US allies", ""},
		{"Armed protesters met near Lagos. The protesters burned tyres.", "group:nga-armed-protesters", "armed protesters", "Armed protesters", ""},
	} {
		doc := reader().Parse(c.text)
		cast := Resolve(doc)
		i, ok := cast.find(c.id)
		if !ok {
			t.Errorf("%s\nno %s in %+v", c.text, c.id, cast.Entities)
			continue
		}
		e := cast.Entities[i]
		m := e.Mentions[0]
		span := doc.Sentences[m.Sentence].Cover(m.First, m.Last)
		if got := doc.Text[span.Start:span.End]; e.Name != c.name || got != c.span || e.Represents != c.represents {
			t.Errorf("%s\n%s is %q at %q for %q, want %q at %q for %q", c.text, c.id, e.Name, got, e.Represents, c.name, c.span, c.represents)
		}
	}
}

// TestUnidentified: people of whom a text says nothing are those of that text alone.
func TestUnidentified(t *testing.T) {
	var ids []string
	for _, text := range []string{"Reporters asked questions.", "Reporters asked many questions."} {
		cast := Resolve(reader().Parse(text))
		if len(cast.Entities) != 1 || cast.Entities[0].Name != "reporters" {
			t.Fatalf("%s\n%+v", text, cast.Entities)
		}
		ids = append(ids, cast.Entities[0].ID)
	}
	if ids[0] == ids[1] {
		t.Errorf("the reporters of two texts are one: %s", ids[0])
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ text, word, name, iso3 string }{
		{"The ministers met in Paris.", "Paris", "Paris", "FRA"},
		{"Two bombs exploded in Khuzdar, Pakistan.", "Khuzdar", "Khuzdar", "PAK"},
		{"Ships crossed the South China Sea.", "Sea", "South China Sea", ""},
	} {
		doc := reader().Parse(c.text)
		cast := Resolve(doc)
		at := slices.IndexFunc(doc.Sentences[0].Tokens, func(tok syntax.Token) bool { return tok.Text == c.word })
		if name, iso3, ok := cast.Where(0, at); !ok || name != c.name || iso3 != c.iso3 {
			t.Errorf("%s\n%q is %q in %q (%t), want %q in %q", c.text, c.word, name, iso3, ok, c.name, c.iso3)
		}
	}
}

func TestPersonNames(t *testing.T) {
	for _, c := range []struct {
		a, b []string
		same bool
	}{
		{[]string{"josep", "borrell"}, []string{"borrell"}, true},
		{[]string{"joe", "biden"}, []string{"joseph", "biden"}, true},
		{[]string{"joe", "biden"}, []string{"hunter", "biden"}, false},
		{[]string{"cho", "taeyul"}, []string{"cho"}, true},
		{[]string{"mohammed", "bin", "salman"}, []string{"mohammed", "bin", "salman", "al", "saud"}, true},
		{[]string{"george", "bush"}, []string{"barack", "obama"}, false},
	} {
		if got := (&persona{parts: c.a}).fits(c.b); got != c.same {
			t.Errorf("%v and %v: one person %t, want %t", c.a, c.b, got, c.same)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	doc := reader().Parse("South Korean Foreign Minister Cho Tae-yul met US Secretary of State Antony Blinken in Seoul. He thanked the United States. The two countries agreed to talks.")
	for b.Loop() {
		Resolve(doc)
	}
}

// TestMentions lists where an organisation is called by name, or by a noun that stands for it.
func TestMentions(t *testing.T) {
	for _, c := range []struct {
		text, id string
		want     []string
	}{
		{"Hamas fighters attacked the base. The group said so.", "org:hamas", []string{"Hamas", "group"}},
		{"The court freed several Hamas hostages.", "org:hamas", []string{"Hamas"}},
		{"A jury fined Google and Microsoft on Monday.", "org:google", []string{"Google"}},
		{"The Botswana Democratic party lost the vote.", "org:botswana-democratic-party", []string{"Botswana Democratic party"}},
		{"Police detained Larry Stanfield. Stanfield denied the charge.", "org:stanfield", nil},
	} {
		doc := reader().Parse(c.text)
		cast := Resolve(doc)
		var got []string
		if i, ok := cast.find(c.id); ok {
			for _, m := range cast.Entities[i].Mentions {
				span := doc.Sentences[m.Sentence].Cover(m.First, m.Last)
				got = append(got, doc.Text[span.Start:span.End])
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n%s is called %q, want %q", c.text, c.id, got, c.want)
		}
	}
}

// TestCoordinated tells one organisation from several that the encoder took for one.
func TestCoordinated(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Google and Microsoft", true},
		{"Hamas, Hezbollah and the IAEA", true},
		{"Google and Partners", false},
		{"Google", false},
	} {
		doc := reader().Parse(c.text + " met.")
		tree := syntax.NewTree(&doc.Sentences[0])
		name := syntax.Name{First: 0, Last: len(tree.Tokens) - 3, Kind: syntax.ORG}
		if got := coordinated(tree, name, Match(tree.Tokens, nil)); got != c.want {
			t.Errorf("%s: %v, want %v", c.text, got, c.want)
		}
	}
}

// TestNoName refuses what the encoder may take for an organisation, and trims what does not belong to one.
func TestNoName(t *testing.T) {
	for _, c := range []struct {
		text    string
		officer bool
		trimmed string
	}{
		{"Archbishop of Dublin", true, "Archbishop of Dublin"},
		{"Ambassadors", true, "Ambassadors"},
		{"Aviation Administration", false, "Aviation Administration"},
		{"Steering Committee of", false, "Steering Committee"},
		{"FARC dissidents", false, "FARC"},
	} {
		doc := reader().Parse("They asked the " + c.text + " the plan.")
		tree := syntax.NewTree(&doc.Sentences[0])
		name := syntax.Name{First: 3, Last: len(tree.Tokens) - 4, Kind: syntax.ORG}
		if got := officer(tree, name); got != c.officer {
			t.Errorf("%s: an office %v, want %v", c.text, got, c.officer)
		}
		if n := trimName(tree, name); text(tree, n.First, n.Last) != c.trimmed {
			t.Errorf("%s: trimmed %q, want %q", c.text, text(tree, n.First, n.Last), c.trimmed)
		}
	}
}
