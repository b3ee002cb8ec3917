package relation

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"newsgraph/internal/entity"
	"newsgraph/internal/syntax"
)

var update = flag.Bool("update", false, "parse the sentences of testdata anew; read the trees before you keep them")

// example is a sentence with its tree and the acts that a reader finds in it.
type example struct {
	text string
	want []string // TYPE status source > target
	doc  *syntax.Document
}

// TestActs reads the acts of each type off frozen trees, so that faults of the rules and of the parser stay apart. Acts
// that are missing and acts that nobody wants both fail.
func TestActs(t *testing.T) {
	for _, kind := range Types {
		path := filepath.Join("testdata", kind.Name+".conllu")
		examples := readExamples(t, path)
		if *update {
			reader := syntax.NewReader()
			for i := range examples {
				examples[i].doc = reader.Parse(examples[i].text)
			}
			writeExamples(t, path, examples)
		}
		seen := false
		for _, x := range examples {
			got := acts(x.doc)
			slices.Sort(x.want)
			if !slices.Equal(got, x.want) {
				t.Errorf("%s: %s\n got %q\nwant %q", path, x.text, got, x.want)
			}
			seen = seen || slices.ContainsFunc(x.want, func(w string) bool { return strings.HasPrefix(w, kind.Name+" ") })
		}
		if !seen {
			t.Errorf("%s holds no example of its type", path)
		}
	}
}

// acts writes the acts of a document as the examples do, one for each pair.
func acts(doc *syntax.Document) []string {
	cast := entity.Resolve(doc)
	got := []string{}
	name := func(list []int) []string {
		if len(list) == 0 {
			return []string{"-"}
		}
		var names []string
		for _, e := range list {
			names = append(names, cast.Entities[e].Name)
		}
		return names
	}
	for _, e := range Extract(doc, cast, time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)).Events {
		for _, s := range name(e.Sources) {
			for _, target := range name(e.Targets) {
				got = append(got, fmt.Sprintf("%s %s %s > %s", e.Type.Name, e.Status, s, target))
			}
		}
	}
	slices.Sort(got)
	return got
}

func readExamples(t *testing.T, path string) []example {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	for _, block := range strings.Split(strings.TrimSpace(string(raw)), "\n\n") {
		x := example{doc: &syntax.Document{}}
		var s syntax.Sentence
		for line := range strings.SplitSeq(block, "\n") {
			if text, ok := strings.CutPrefix(line, "# text = "); ok {
				x.text = text
			} else if want, ok := strings.CutPrefix(line, "# want = "); ok {
				x.want = append(x.want, want)
			} else {
				readToken(t, x.text, &s, strings.Split(line, "\t"))
			}
		}
		if n := len(s.Tokens); n > 0 {
			s.Span = syntax.Span{Start: s.Tokens[0].Start, End: s.Tokens[n-1].End}
			x.doc = &syntax.Document{Text: x.text, Sentences: []syntax.Sentence{s}}
		}
		all = append(all, x)
	}
	return all
}

var nameKinds = []string{"", "PER", "ORG", "LOC"}

func readToken(t *testing.T, text string, s *syntax.Sentence, f []string) {
	t.Helper()
	head, err := strconv.Atoi(f[6])
	if err != nil {
		t.Fatal(err)
	}
	from := 0
	if n := len(s.Tokens); n > 0 {
		from = s.Tokens[n-1].End
	}
	at := from + strings.Index(text[from:], f[1])
	s.Tokens = append(s.Tokens, syntax.Token{
		Span: syntax.Span{Start: at, End: at + len(f[1])}, Text: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Head: head - 1, Label: f[7],
	})
	i := len(s.Tokens) - 1
	if kind, ok := strings.CutPrefix(f[9], "Name=B-"); ok {
		s.Names = append(s.Names, syntax.Name{First: i, Last: i, Kind: syntax.NameKind(slices.Index(nameKinds, kind))})
	} else if strings.HasPrefix(f[9], "Name=I-") {
		s.Names[len(s.Names)-1].Last = i
	}
}

func writeExamples(t *testing.T, path string, all []example) {
	t.Helper()
	var b strings.Builder
	for _, x := range all {
		fmt.Fprintf(&b, "# text = %s\n", x.text)
		for _, w := range x.want {
			fmt.Fprintf(&b, "# want = %s\n", w)
		}
		if len(x.doc.Sentences) != 1 {
			t.Errorf("%q is read as %d sentences", x.text, len(x.doc.Sentences))
			continue
		}
		s := &x.doc.Sentences[0]
		for i, tok := range s.Tokens {
			name := "_"
			for _, n := range s.Names {
				if i == n.First {
					name = "Name=B-" + nameKinds[n.Kind]
				} else if n.First < i && i <= n.Last {
					name = "Name=I-" + nameKinds[n.Kind]
				}
			}
			fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i+1, tok.Text, tok.Lemma, tok.UPOS, tok.XPOS, tok.Head+1, tok.Label, name)
		}
		b.WriteByte('\n')
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
