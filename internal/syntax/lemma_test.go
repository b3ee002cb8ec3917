package syntax

import (
	"strings"
	"testing"
)

func TestLemma(t *testing.T) {
	l := lemmas()
	for tags, pairs := range map[string]string{
		"VERB VBD":   `condemned>condemn accused>accuse urged>urge denied>deny withdrew>withdraw stopped>stop added>add agreed>agree died>die admitted>admit visited>visit struck>strike put>put shed>shed created>create treated>treat overthrew>overthrow controlled>control developed>develop provoked>provoke seized>seize referred>refer offered>offer argued>argue panicked>panic lay>lie laid>lay rebuilt>rebuild`,
		"VERB VBG":   `sending>send firing>fire lying>lie seeing>see making>make running>run planning>plan imposing>impose hitting>hit dying>die bombing>bomb bringing>bring changing>change targeting>target competing>compete invading>invade loading>load`,
		"VERB VBZ":   `denies>deny reaches>reach goes>go says>say accuses>accuse vetoes>veto passes>pass dies>die imposes>impose focuses>focus`,
		"NOUN NNS":   `countries>country troops>troop crises>crisis policemen>policeman spokeswomen>spokeswoman missiles>missile attaches>attach wives>wife viruses>virus houses>house heroes>hero series>series children>child movies>movie clashes>clash allies>ally media>medium leaves>leaf`,
		"ADJ JJR":    `larger>large bigger>big better>good earlier>early worse>bad safer>safe`,
		"ADJ JJS":    `latest>late biggest>big heaviest>heavy`,
		"PRON PRP":   `them>they him>he It>it us>we`,
		"PROPN NNPS": `Americans>American States>State`,
		"PROPN NNP":  `Seoul>Seoul Nov.>November`,
		"PART RB":    `n't>not n’t>not`,
		"AUX MD":     `ca>can wo>will could>could 'd>would`,
		"AUX VBP":    `'re>be ’ve>have are>be`,
		"NUM CD":     `1,200>1200 three>three`,
		"NOUN NN":    `Minister>minister arms>arms`,
		"ADV RBR":    `better>well further>far`,
	} {
		upos, xpos, _ := strings.Cut(tags, " ")
		for pair := range strings.FieldsSeq(pairs) {
			word, want, _ := strings.Cut(pair, ">")
			s := Sentence{Tokens: []Token{{Text: word, UPOS: upos, XPOS: xpos}}}
			if got := l.lemma(&s, 0); got != want {
				t.Errorf("%s %s: %s, want %s", tags, word, got, want)
			}
		}
	}
}

// "'s" is what its sentence makes of it.
func TestLemmaOfS(t *testing.T) {
	l := lemmas()
	gone := Sentence{Tokens: []Token{{Text: "He"}, {Text: "'s", UPOS: "AUX", XPOS: "VBZ", Head: 2, Label: "aux"}, {Text: "gone", XPOS: "VBN", Head: -1}}}
	if got := l.lemma(&gone, 1); got != "have" {
		t.Errorf("he's gone: %s", got)
	}
	here := Sentence{Tokens: []Token{{Text: "He"}, {Text: "’s", UPOS: "AUX", XPOS: "VBZ", Head: 2, Label: "cop"}, {Text: "here", Head: -1}}}
	if got := l.lemma(&here, 1); got != "be" {
		t.Errorf("he's here: %s", got)
	}
}
