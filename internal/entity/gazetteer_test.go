package entity

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"newsgraph/internal/syntax"
)

// codes are the officially assigned codes of ISO 3166-1 alpha-3, written down apart from the table.
const codes = `ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ
BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK
DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY
HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA
LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER
NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP
SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV
TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE`

func TestCountriesComplete(t *testing.T) {
	want := append(strings.Fields(codes), "XKX")
	if len(want) != 250 {
		t.Fatalf("the list holds %d codes", len(want))
	}
	for _, code := range want {
		if c := CountryByISO3(code); c == nil || c.Name == "" || c.ISO3 != code {
			t.Errorf("no country %s", code)
		}
	}
}

// split makes tokens as the tokenizer does, near enough for names.
func split(text string) []syntax.Token {
	var tokens []syntax.Token
	for _, field := range strings.Fields(text) {
		start := 0
		for i, r := range field {
			switch {
			case r == '-' || r == ',' || r == '(' || r == ')' || r == '&' || r == '–':
				if i > start {
					tokens = append(tokens, syntax.Token{Text: field[start:i]})
				}
				tokens = append(tokens, syntax.Token{Text: string(r)})
				start = i + len(string(r))
			case (r == '\'' || r == '’') && strings.HasSuffix(field, "s") && i >= len(field)-len("’s"):
				tokens = append(tokens, syntax.Token{Text: field[start:i]})
				start = i
			}
		}
		rest := field[start:]
		if strings.HasSuffix(rest, ".") && strings.Count(rest, ".") == 1 && rest != "St." {
			tokens = append(tokens, syntax.Token{Text: rest[:len(rest)-1]}, syntax.Token{Text: "."})
		} else if rest != "" {
			tokens = append(tokens, syntax.Token{Text: rest})
		}
	}
	return tokens
}

func TestMatch(t *testing.T) {
	for text, want := range map[string]string{
		"South Korean Foreign Minister Cho Tae-yul met Josep Borrell in Seoul": "South Korean=country:KOR Seoul=country:KOR",
		"The U.S. and the U.K. told us that Côte d'Ivoire and Cote d’Ivoire":   "U.S.=country:USA U.K.=country:GBR Côte d'Ivoire=country:CIV Cote d’Ivoire=country:CIV",
		"Bosnia-Herzegovina, Guinea-Bissau and Papua New Guinea":               "Bosnia - Herzegovina=country:BIH Guinea - Bissau=country:GNB Papua New Guinea=country:PNG",
		"Washington, D.C. is where the White House stands":                     "Washington , D.C.=country:USA White House=country:USA",
		"he will polish the china in a turkey shop":                            "",
		"US-led talks":                                 "US=country:USA",
		"al-Qaida, Al Qaeda and Al-Qa'ida":             "al - Qaida=org:al-qaeda Al Qaeda=org:al-qaeda Al - Qa'ida=org:al-qaeda",
		"Nato and NATO, Who and WHO":                   "Nato=org:nato NATO=org:nato WHO=org:world-health-organization",
		"the UN Security Council's vote":               "UN Security Council=org:un-security-council",
		"NORTH KOREA FIRES MISSILE":                    "NORTH KOREA=country:PRK",
		"Turkiye, Türkiye and Turkey.":                 "Turkiye=country:TUR Türkiye=country:TUR Turkey=country:TUR",
		"the Kremlin, Downing Street and the Pentagon": "Kremlin=country:RUS Downing Street=country:GBR Pentagon=org:us-department-of-defense",
	} {
		tokens := split(text)
		var got []string
		for _, h := range Match(tokens, nil) {
			var words []string
			for _, tok := range tokens[h.First : h.Last+1] {
				words = append(words, tok.Text)
			}
			got = append(got, strings.Join(words, " ")+"="+h.Aliases[0].ID)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\n got %s\nwant %s", text, g, want)
		}
	}
}

func TestMatchDoesNotAllocate(t *testing.T) {
	tokens := split("The United States and North Korean troops near the Gaza Strip met the European Union on Monday in Kyiv")
	hits := Match(tokens, nil)
	if n := testing.AllocsPerRun(100, func() { hits = Match(tokens, hits[:0]) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Every form must have a capital that is asked for, so that no common word is taken for a name.
func TestAliasesNeedCapitals(t *testing.T) {
	for _, a := range actors().aliases {
		if a.capitals == 0 && !a.exact {
			t.Errorf("%s has an alias without a capital", a.Name)
		}
	}
}

// An alias that two actors share must say so, or the first would silently win.
func TestUnambiguousAliasesAreUnique(t *testing.T) {
	for _, n := range actors().nodes {
		var sure []string
		for _, a := range actors().aliases[n.first:n.end] {
			if (a.Kind == Country || a.Kind == Organization) && !a.Ambiguous && !slices.Contains(sure, a.ID) {
				sure = append(sure, a.ID)
			}
		}
		if len(sure) > 1 {
			t.Errorf("one unambiguous alias for %v", sure)
		}
	}
}

func TestOffice(t *testing.T) {
	for phrase, want := range map[string]OfficeTitle{
		"Foreign Minister":            {Class: StateOffice},
		"secretary of state":          {SingleOffice, "country:USA"},
		"Secretaries of State":        {SingleOffice, "country:USA"},
		"deputy trade minister":       {Class: StateOffice},
		"the Foreign Secretary":       {SingleOffice, "country:GBR"},
		"NATO Secretary-General":      {SingleOffice, "org:nato"},
		"Chancellor":                  {Class: StateOffice},
		"EU foreign policy chief":     {SingleOffice, "org:european-union"},
		"Mr.":                         {Class: Honorific},
		"opposition leader":           {Class: PrivateRole},
		"Territorial Army Commandant": {Class: Rank},
		"Lt. Gen.":                    {Class: Rank},
		"Chancellor of the Exchequer": {SingleOffice, "country:GBR"},
	} {
		if got, ok := Office(phrase); !ok || got != want {
			t.Errorf("Office(%q) = %v, %v; want %v", phrase, got, ok, want)
		}
	}
	if got, ok := Office("table"); ok {
		t.Errorf("a table is an office: %v", got)
	}
	if title, last, ok := OfficeAt(split("Secretary of State Antony Blinken"), 0); !ok || last != 2 || title.Principal != "country:USA" {
		t.Error(title, last, ok)
	}
}

func TestNouns(t *testing.T) {
	for noun, want := range map[string]ForceClass{"troops": Force, "government": Government, "officials": Official, "Embassy": Mission, "junta": Government} {
		if got, ok := FoldsToState(noun); !ok || got != want {
			t.Errorf("FoldsToState(%q) = %v, %v", noun, got, ok)
		}
	}
	for _, noun := range []string{"protesters", "rebel", "civilians", "gunmen", "refugee", "workers"} {
		if !GroupNoun(noun) {
			t.Errorf("%q is no group", noun)
		}
	}
	if country, organization, person, ok := Anaphor("country"); !ok || !country || organization || person {
		t.Error("the country")
	}
	if country, organization, person, ok := Anaphor("bloc"); !ok || country || !organization || person {
		t.Error("the bloc")
	}
	if country, organization, person, ok := Anaphor("prime minister"); !ok || country || organization || !person {
		t.Error("the prime minister")
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{"European Union": "european-union", "P5+1": "p5-1", "'Ndrangheta": "ndrangheta", "Côte d’Or": "cote-dor", "U.S. Steel": "us-steel", "Səbail": "sebail"} {
		if got := slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
	for _, e := range actors().byID {
		_, id, _ := strings.Cut(e.ID, ":")
		if e.Kind == Organization && strings.ContainsFunc(id, func(r rune) bool { return r != '-' && !unicode.IsDigit(r) && (r < 'a' || r > 'z') }) {
			t.Errorf("the id %q", e.ID)
		}
	}
}

func TestGender(t *testing.T) {
	for name, want := range map[string]byte{
		"Josep Borrell": 'm', "Ursula von der Leyen": 'f', "Kaja Kallas": 'f', "Volodymyr Zelenskyy": 'm', "Kim Jong-un": 'm', "Kim Yo-jong": 'f',
		"Cho Tae-yul": 'm', "Choe Son Hui": 'f', "Xi Jinping": 'm', "Peng Liyuan": 'f', "Kishida Fumio": 'm', "Jean-Noël Barrot": 'm', "Andrea": 0,
		"Sergey Lavrov": 'm', "Mariia": 'f', "Narendra": 'm', "Xyzzy": 0, "Annalena Baerbock": 'f', "Benjamin": 'm', "Antony J. Blinken": 'm',
	} {
		if got := Gender(name); got != want {
			t.Errorf("Gender(%q) = %q, want %q", name, got, want)
		}
	}
	if GivenName("Kim") || !GivenName("Maria") || GivenName("Ministry") {
		t.Error("given names")
	}
}

func TestPlaceCountry(t *testing.T) {
	for name, want := range map[string]string{
		"Mosul": "IRQ", "northern Gaza": "PSE", "Kharkiv region": "UKR", "the city of Aleppo": "SYR", "Paris": "FRA", "Paris, Texas": "USA", "Donbas": "UKR",
		"Kuwait International Airport": "KWT", "Deir ez-Zor": "SYR", "South China Sea": "", "Kashmir": "", "Balochistan": "PAK", "Hodeidah": "YEM",
		"San Jose": "USA", "Georgia": "GEO", "London": "GBR", "Goma": "COD", "Springfield, Ohio": "USA", "Kyiv Oblast": "UKR", "Rakhine State": "MMR",
		"southern Lebanon": "LBN", "the West Bank": "PSE", "Saint Petersburg": "RUS", "St. Petersburg": "RUS", "Cox’s Bazar": "BGD", "Crimea": "UKR",
	} {
		if got, ok := PlaceCountry(name); !ok || got != want {
			t.Errorf("PlaceCountry(%q) = %q, %v; want %q", name, got, ok, want)
		}
	}
	if iso3, ok := PlaceCountry("Xyzzy region"); ok {
		t.Errorf("an unknown place lies in %q", iso3)
	}
}

// The tables must not take a common word for a name: of these only what the sentence names may be found.
func TestCommonWords(t *testing.T) {
	text := "In May the House, and to a Polish man, I said: You who care, us and them, may target the base with the total force we have; it is an oral act"
	for _, h := range Match(split(text), nil) {
		if a := h.Aliases[0]; !a.Ambiguous {
			t.Errorf("%v in %q", a.Name, text)
		}
	}
}

func TestOrganizations(t *testing.T) {
	n := 0
	for _, e := range actors().byID {
		if e.Kind == Organization {
			n++
			if e.OrgKind == "" || e.ISO3 != "" && CountryByISO3(e.ISO3) == nil || e.Represents != "" && ByID(e.Represents) == nil {
				t.Errorf("%+v", *e)
			}
		}
	}
	if n < 1500 {
		t.Errorf("only %d organisations", n)
	}
	for name, want := range map[string]string{
		"the Pentagon": "country:USA", "IRGC": "country:IRN", "Knesset": "country:ISR", "State Department": "country:USA", "Boeing": "", "Hamas": "",
		"European Commission": "org:european-union", "Chinese Communist Party": "country:CHN", "Democratic Party": "", "United States Senate": "country:USA",
		"Kenyan parliament": "country:KEN", "FSB": "country:RUS", "Peshmerga": "org:kurdistan-regional-government",
	} {
		if got := Lookup(name); len(got) == 0 || got[0].Represents != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
}
