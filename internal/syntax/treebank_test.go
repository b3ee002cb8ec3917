package syntax

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// goldSentence is a sentence of a treebank. Tokens are as the parser would leave them, with offsets into text.
type goldSentence struct {
	Sentence
	text      string // with the gap that follows
	paragraph bool   // begins one
}

// treebank reads shared/treebank/NAME.conllu.gz and skips the test without it.
func treebank(t testing.TB, name string) []goldSentence {
	t.Helper()
	file, err := os.Open(filepath.Join(shared(), "treebank", name+".conllu.gz"))
	if err != nil {
		t.Skip("no treebanks here: ", err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []goldSentence
	var s goldSentence
	var text strings.Builder
	multi, multiEnd := "", 0
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newpar"), strings.HasPrefix(line, "# newdoc"):
			s.paragraph = true
		case line == "":
			if len(s.Tokens) > 0 {
				s.text = text.String()
				out = append(out, s)
			}
			s = goldSentence{}
			text.Reset()
			multi, multiEnd = "", 0
		case line[0] != '#':
			c := strings.Split(line, "\t")
			space := " "
			if strings.Contains(c[9], "SpaceAfter=No") {
				space = ""
			}
			if _, last, ok := strings.Cut(c[0], "-"); ok {
				multi = c[1] + space
				multiEnd, _ = strconv.Atoi(last)
				continue
			}
			id, err := strconv.Atoi(c[0])
			if err != nil {
				continue // an empty node
			}
			head, _ := strconv.Atoi(c[6])
			start := text.Len()
			if multiEnd > 0 { // its words stand one after the other in its form
				multi = strings.TrimPrefix(multi, c[1])
				text.WriteString(c[1])
				if id == multiEnd {
					text.WriteString(multi)
					multiEnd = 0
				}
			} else {
				text.WriteString(c[1] + space)
			}
			s.Tokens = append(s.Tokens, Token{Span: Span{start, start + len(c[1])}, Text: c[1], Lemma: c[2], UPOS: c[3], XPOS: c[4], Head: head - 1, Label: c[7]})
		}
	}
	return out
}

// shared is the folder with treebanks and articles for development.
func shared() string {
	if s := os.Getenv("NEWSGRAPH_SHARED"); s != "" {
		return s
	}
	return filepath.Join("..", "..", "..", "shared")
}

// evaluation skips a test that measures, unless measuring was asked for.
func evaluation(t testing.TB) {
	t.Helper()
	if os.Getenv("NEWSGRAPH_EVAL") == "" {
		t.Skip("set NEWSGRAPH_EVAL=1 to measure")
	}
}
