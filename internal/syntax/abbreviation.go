package syntax

import (
	"strings"
	"unicode"
)

// set makes a lookup table of words.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	// prefixes are those that the treebanks leave attached: "anti-American" is one word, "US-led" is three.
	prefixes = set(`non mid anti re pre pro co cross post over multi ex sub semi counter mini neo inter socio psycho intra
		micro un ultra de pseudo mis`)
	dollars = set("us hk nz c a s u nt")
	domains = set("com org net gov edu info biz mil int co uk us eu de fr ru cn jp kr ua au ca in io tv me news")
	units   = set("m k b K M mm MM bn tn mn am pm AM PM ft cm kg km mg ml kW MW GW Hz MHz GHz lb lbs oz mph kph kmh hrs hr mins min sec gb GB MB TB KB kb sq x p f t C F")
	fused   = map[string]int{"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}

	// titles stand before names: their full stop never ends a sentence.
	titles = set(`mr mrs ms messrs dr prof st sr sra gen lt col sgt maj capt cmdr cpl pvt adm brig rep reps sen sens gov rev
		hon pres supt insp det mt ft vs v cf e.g i.e dep asst incl excl approx esp viz`)
	// numbered stand before numbers; without one they're words.
	numbered = set("no nos art fig p pp vol sec ch para c ca pop rs")
	// months and the like keep their full stop, which may end a sentence as well.
	months = set("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun")
	// closing abbreviations end names and lists, and may end a sentence as well.
	closing = set(`inc co corp ltd plc llc bros jr etc al ph.d a.m p.m dept div est ave blvd rd ed eds
		calif mass va ala ariz ark colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa penn
		tenn tex vt wash wis wyo ont que u.s u.n u.k e.u d.c`)
	// words that an abbreviation must not swallow unless it is capitalised
	ordinary = set("mar sat sun mon wed fri mass miss ill ind co no art fig la ed mo del pa ga rev gen rep det hon sec est ave div pres conn wash ark fla va ore min ft mt st sen gov adm dep dr ed eds col lt")

	starters = set(`the a an in on at it he she they we you but and or if when while as for from after before this that these
		those there their his her its our my your some many most several by with without since until to both also however meanwhile
		still yet now then here what who why how where all any each every another other such no not only even according although
		though because despite during under over between among around about last earlier later so once nearly more mr mrs ms`)
)

// dotted returns the end of an abbreviation of single letters, such as "U.S." and "a.m.", or of an initial, or 0;
// text[i:end] is the run of letters at i.
func (z *tokenizer) dotted(i, end int) int {
	if r, n := z.at(end); r != '.' || n == 0 {
		return 0
	}
	if first, n := z.at(i); !isLetter(first) || i+n != end {
		if strings.EqualFold(z.text[i:end], "ph") && len(z.text) > end+2 && strings.EqualFold(z.text[end:end+3], ".d.") {
			return end + 3
		}
		return 0
	}
	stops, at := 0, i
	for {
		r, n := z.at(at)
		if !isLetter(r) {
			break
		}
		if after, _ := z.at(at + n); after != '.' {
			if e := z.letters(at); stops > 0 && e == at+n {
				return e // "U.S" without its last stop
			}
			break
		}
		at += n + 1
		stops++
	}
	if stops >= 2 {
		if r, _ := z.at(at); isLetter(r) && stops == 2 && unicode.IsLower(r) {
			return 0
		}
		return at
	}
	if stops == 1 && z.initial(i, end) {
		return end + 1
	}
	return 0
}

// initial tells whether the letter at i with the stop after it is an initial: a capital, followed by a capitalised word
// after a gap, and not the pronoun at the end of a sentence.
func (z *tokenizer) initial(i, end int) bool {
	r, _ := z.at(i)
	if !unicode.IsUpper(r) {
		return false
	}
	next := z.skip(end + 1)
	after, n := z.at(next)
	if next == end+1 || !unicode.IsUpper(after) {
		return after == ',' || isLetter(after) && next == end+1
	}
	word := strings.ToLower(z.text[next:z.letters(next)])
	if r == 'I' && starters[word] {
		return false
	}
	// "Plan B. The": a letter after a small word, before a word that begins sentences
	if starters[word] && n > 0 && !z.capitalBefore(i) {
		return false
	}
	return true
}

// capitalBefore tells whether the word before i begins with a capital.
func (z *tokenizer) capitalBefore(i int) bool {
	before := strings.TrimRightFunc(z.text[z.start:i], isGap)
	k := strings.LastIndexFunc(before, isGap)
	for _, r := range before[k+1:] {
		return unicode.IsUpper(r)
	}
	return true
}

// abbreviated tells whether the word text[i:end] takes the full stop after it as its own.
func (z *tokenizer) abbreviated(i, end int, word string) bool {
	known := titles[word] || months[word] || closing[word]
	if !known && !numbered[word] {
		return false
	}
	next := z.skip(end + 1)
	after, _ := z.at(next)
	if numbered[word] {
		return isNumeral(after)
	}
	if next < len(z.text) && next == end+1 && !strings.ContainsRune(",;:)]'’\"”-–—/?", after) {
		return false // "word.Next"
	}
	first, _ := z.at(i)
	if ordinary[word] && !unicode.IsUpper(first) {
		return false
	}
	if months[word] && !isNumeral(after) && ordinary[word] && after != ',' {
		return false // "sat." and "Sun." are words or days only before a number
	}
	return true
}
