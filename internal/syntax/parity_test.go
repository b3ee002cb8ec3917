package syntax

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"testing"
)

// Heads, labels, tags and names must be those that the model gives in floating point (testdata/record.py) for 99 % of the
// words each: quantised activations may turn a near tie.
func TestParity(t *testing.T) {
	recorded := recorded(t)
	sum := sha256.Sum256([]byte(embedded))
	if hex.EncodeToString(sum[:]) != recorded.Weights {
		t.Fatal("the weights changed: run testdata/record.py > testdata/parity.json")
	}
	doc := &Document{}
	for _, s := range recorded.Sentences {
		doc.Sentences = append(doc.Sentences, Sentence{Tokens: s.tokens()})
	}
	NewReader().read(doc)

	words, heads, labels, tags, names := 0, 0, 0, 0, 0
	for i, s := range recorded.Sentences {
		got := nameTags(&doc.Sentences[i])
		for k, token := range doc.Sentences[i].Tokens {
			words++
			heads += count(token.Head == s.Heads[k])
			labels += count(token.Head == s.Heads[k] && token.Label == s.Labels[k])
			tags += count(token.UPOS+"|"+token.XPOS == s.Tags[k])
			names += count(got[k] == s.Names[k])
		}
	}
	t.Logf("of %d words the same: heads %d, heads and labels %d, tags %d, names %d", words, heads, labels, tags, names)
	for _, v := range []struct {
		what string
		n    int
	}{{"heads", heads}, {"labels", labels}, {"tags", tags}, {"names", names}} {
		if v.n*100 < 99*words {
			t.Errorf("only %d of %d %s are the model's; at least 99 %% have to be", v.n, words, v.what)
		}
	}
}

// recording is what testdata/record.py wrote.
type recording struct {
	Weights   string // hash of the file
	Sentences []recordedSentence
}

type recordedSentence struct {
	Words, Tags, Labels, Names []string
	Heads                      []int
}

func (s *recordedSentence) tokens() []Token {
	tokens := make([]Token, len(s.Words))
	for i, w := range s.Words {
		tokens[i].Text = w
	}
	return tokens
}

func recorded(t testing.TB) (r recording) {
	t.Helper()
	file, err := os.ReadFile("testdata/parity.json")
	if err == nil {
		err = json.Unmarshal(file, &r)
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// nameTags writes the names of a sentence as one tag a word.
func nameTags(s *Sentence) []string {
	out := make([]string, len(s.Tokens))
	for i := range out {
		out[i] = "O"
	}
	for _, n := range s.Names {
		kind := map[NameKind]string{PER: "PER", ORG: "ORG", LOC: "LOC"}[n.Kind]
		for i := n.First; i <= n.Last; i++ {
			out[i] = "I-" + kind
		}
		out[n.First] = "B-" + kind
	}
	return out
}
