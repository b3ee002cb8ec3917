package syntax

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTokenize(t *testing.T) {
	for text, want := range map[string]string{
		`Seoul's troops didn't move; they'll stay.`:      `Seoul 's troops did n't move ; they 'll stay .`,
		`Iran’s navy can’t leave, and won’t.`:            `Iran ’s navy ca n’t leave , and wo n’t .`,
		`You cannot have "peace".`:                       `You can not have " peace " .`,
		`the pro-Russian, US-backed, 28-year-old leader`: `the pro-Russian , US - backed , 28 - year - old leader`,
		`Cho Tae-yul and al-Sadr's e-mail`:               `Cho Tae - yul and al - Sadr 's e-mail`,
		`The U.S. and the U.S.-led force`:                `The U.S. and the U.S. - led force`,
		`$1.2bn, US$5, €3.50 and 40%`:                    `$ 1.2 bn , US$ 5 , € 3.50 and 40 %`,
		`1,000 of 3.5m at 6am on 9/11`:                   `1,000 of 3.5 m at 6 am on 9/11`,
		`in the 1980s, the 1990's, the '90s, the 21st`:   `in the 1980s , the 1990's , the '90s , the 21st`,
		`on 2024-11-04 from 2004-05`:                     `on 2024-11-04 from 2004 - 05`,
		`J. K. O'Neill, Ph.D., of AT&T Inc. said`:        `J. K. O'Neill , Ph.D. , of AT&T Inc. said`,
		`SEOUL, Nov. 4 (Agency) — The`:                   `SEOUL , Nov. 4 ( Agency ) — The`,
		`Wait... what?! No…`:                             `Wait ... what ?! No …`,
		`See www.example.org/a, ask a.b@example.com.`:    `See www.example.org/a , ask a.b@example.com .`,
		`"Yes," he said: 'No.'`:                          `" Yes , " he said : ' No . '`,
		`and/or either–or 3×4 A320 G20 COVID-19`:         `and / or either – or 3 × 4 A320 G20 COVID - 19`,
		"non\u00a0breaking\u2009thin \ufeffmark":         "non breaking thin mark",
		`Gov. Lee met Sen. Kim at 9:30 p.m. in St. Ives`: `Gov. Lee met Sen. Kim at 9:30 p.m. in St. Ives`,
		`He said no. The mass. They sat. 5 min.`:         `He said no . The mass . They sat . 5 min .`,
		`the workers' union of Zürich and São Paulo`:     `the workers ' union of Zürich and São Paulo`,
		`@minister #peace (x) [sic] <b>`:                 `@minister #peace ( x ) [ sic ] < b >`,
		`I was here and so was I. The end`:               `I was here and so was I . The end`,
		`C.I.A. director, No. 10, no. 5, et al., vs. us`: `C.I.A. director , No. 10 , no. 5 , et al. , vs. us`,
	} {
		var words []string
		for _, token := range tokenize(nil, text, 0, len(text)) {
			words = append(words, token.Text)
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// rebuilt fails unless the tokens of the sentences and gaps without any visible character make up the text.
func rebuilt(t *testing.T, text string, sentences []Sentence) {
	t.Helper()
	at := 0
	for i := range sentences {
		s := &sentences[i]
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d is %v, not from its first token to its last", i, s.Span)
		}
		for _, token := range s.Tokens {
			if token.Start < at || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("token %v comes after byte %d", token.Span, at)
			}
			for _, r := range text[at:token.Start] {
				if !isGap(r) {
					t.Fatalf("%q stands between tokens", r)
				}
			}
			if token.Text != text[token.Start:token.End] {
				t.Fatalf("token %v is %q", token.Span, token.Text)
			}
			if strings.Contains(token.Text, "\n") {
				t.Fatalf("token %q goes beyond its paragraph", token.Text)
			}
			at = token.End
		}
		if want := strings.Count(text[:s.Start], "\n"); s.Paragraph != want {
			t.Fatalf("sentence %d is in paragraph %d, want %d", i, s.Paragraph, want)
		}
	}
	for _, r := range text[at:] {
		if !isGap(r) {
			t.Fatalf("%q comes after the last token", r)
		}
	}
}

func FuzzSegment(f *testing.F) {
	f.Add(article(f))
	f.Add("don't can’t cannot US$5 (x). [6] 'em '90s n't n’t 's")
	f.Add("a.b@c.de http://x.y/z… @a #b www. \xff\xfe\x80 é\u0301 \u00ad\u200d ½ 3½")
	f.Add("J. K. L. M.\n\n- A\n- B - C\nU.S. U.S The. p.m. EST 1.2.3 1-2-3-4 --- ... ?!")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		sentences := segment(nil, text)
		rebuilt(t, text, sentences)
		if utf8.ValidString(text) {
			for i := range sentences {
				for _, token := range sentences[i].Tokens {
					if !utf8.ValidString(token.Text) {
						t.Fatalf("token %q splits a character", token.Text)
					}
				}
			}
		}
	})
}
