package syntax

import (
	"strings"
	"testing"
)

// A bar stands where a sentence ends and another follows.
func TestSegment(t *testing.T) {
	for _, want := range []string{
		`Police arrested him.| He denied it.`,
		`SEOUL, Nov. 4 (Agency) — The ministry said so on Nov. 3.| It gave no details.`,
		`Mr. Kim met Gen. J. R. Lee of the U.S. Army.| Dr. No came, too.`,
		`He lives in the U.S.| The president lives there as well.`,
		`U.S. President Lee left at 5 p.m.| Officials stayed until 6 p.m. EST on Monday.`,
		`"We will stay.| We must," he said.| "Go," she said.`,
		`"What do they want?" asked Kim.| "Nothing!" Mr. Lee replied.`,
		`"We want peace."| He said this in Oslo.`,
		`“It is over.”| “Is it?”| The minister left.`,
		`He said "no."| She said (twice) "yes".| Then ... nothing.`,
		`It fell 3.5 percent to $1.2 billion.| That was 40% of 1,000.| 1,200 people came.`,
		`The firm, Acme Inc. of Ohio, sued Widget Co. Ltd. in May.| In June it won.`,
		`Acme Technologies, Inc. (Acme) of Reno paid.`,
		`The end came…| Nobody knew why.`,
		"A headline without a stop|\nThen a paragraph.| It has two sentences",
		`• First point| • second point`,
		`The list:| • First point| • Second point`,
		`- Ann Lee, Maine| - Bo Kim, Ohio| - Cy Ray, Utah`,
		`1. Sign the treaty.| 2. Send the troops.`,
		`Yahoo! said it would pay.| Will it?| Yes!`,
		`They left.|Nobody stayed.| But example.org did.`,
		`He was born in Washington, D.C.| He died in St. Louis, Mo.| She didn't.`,
		`No. 10 declined to comment.| Was it true?| No.| It was not.`,
		`The third attack (this week).| Nobody was hurt.[6]| Some were scared. [7]| All left.`,
		`The case of Roe v. Wade, pop. 300, Rs. 45, c. 1900.`,
	} {
		text := strings.ReplaceAll(want, "|", "")
		var got strings.Builder
		at := 0
		for i, s := range segment(nil, text) {
			if i > 0 {
				got.WriteByte('|')
			}
			got.WriteString(text[at:s.End])
			at = s.End
		}
		if got.String() != want {
			t.Errorf("\n got %s\nwant %s", got.String(), want)
		}
	}
}

// A sentence of any length is read in parts that the encoder can hold.
func TestBound(t *testing.T) {
	v := Embedded()
	var list []string
	if _, err := v.Header("vocab", &list); err != nil {
		t.Fatal(err)
	}
	vocabulary := newVocabulary(list)
	for _, text := range []string{
		strings.Repeat("the minister and the general met, ", 300),
		strings.Repeat("word ", 2000),
		strings.Repeat("ξψω", 4000),
		strings.Repeat("a; ", 700),
	} {
		sentences := vocabulary.bound(segment(nil, text))
		rebuilt(t, text, sentences)
		for i := range sentences {
			pieces := 2
			for _, token := range sentences[i].Tokens {
				pieces += len(vocabulary.split(nil, token.Text))
			}
			if pieces > sentencePieces {
				t.Errorf("sentence %d of %.20q has %d pieces", i, text, pieces)
			}
		}
	}
}
