package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// sampleBytes is how much of a text is looked at to tell its language.
const sampleBytes = 16 << 10

// english are frequent words of English that other languages in Latin script don't write, or hardly.
const english = " the and of that with from this these those which were been being would could should their they its she who whom" +
	" whose have had his are said says after about into when where there than it will it's at by "

// alien are frequent words of other languages in Latin script that English doesn't know, names aside.
const alien = " de la el los las del que en un una y et le les des du dans pour sur der die das und den dem ein eine ist nicht mit zu" +
	" het een op voor di il che per non della e os da dos em uma na w nie och att som det og ve bir yang dan "

// markup is what an input may have left in its text that belongs to no language.
var markup = regexp.MustCompile(`<[^<>]*>|https?://\S+`)

// foreign names the language of a text that is surely not English, and is empty otherwise: one sentence in English with
// many foreign names must pass, so a doubt counts for it.
func foreign(text string) string {
	text = markup.ReplaceAllString(sample(text), " ")
	var latin, other int
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latin++
		default:
			other++
		}
	}
	if other > latin {
		return name(whatlanggo.Detect(text))
	}
	var words, known, strange int
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if len(word) > 6 {
			continue
		}
		word = " " + strings.ToLower(word) + " "
		if strings.Contains(english, word) {
			known++
		}
		if strings.Contains(alien, word) {
			strange++
		}
	}
	share := func(n int) float64 { return float64(n) / float64(max(words, 1)) }
	if words < 12 || share(known) >= 0.1 {
		return ""
	}
	info := whatlanggo.Detect(text)
	// In a single sentence the letters of foreign names outweigh the rest: there foreign words must be seen.
	sure := info.Confidence > 0.8 && (words >= 40 || strange > known) || share(known) < 0.04 && (words >= 40 || share(strange) > 0.15)
	if info.Lang != whatlanggo.Eng && sure {
		return name(info)
	}
	return ""
}

func name(info whatlanggo.Info) string {
	if info.Lang < 0 {
		return "unknown"
	}
	return info.Lang.String()
}

// sample is a text's beginning and middle, cut between runes.
func sample(text string) string {
	if len(text) <= sampleBytes {
		return text
	}
	half := sampleBytes / 2
	return cut(text, 0, half) + " " + cut(text, len(text)/2, half)
}

func cut(text string, from, n int) string {
	to := min(from+n, len(text))
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[from:max(from, to)]
}
