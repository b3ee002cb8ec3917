package article

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// read gives a short form of every record that the paths hold.
func read(t *testing.T, stdin string, paths ...string) []string {
	t.Helper()
	in, err := Open(paths, strings.NewReader(stdin))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for r := range in.Records(context.Background()) {
		got = append(got, short(r))
	}
	return got
}

func short(r Record) string {
	switch {
	case r.Reject != nil:
		return "reject " + filepath.Base(r.Reject.Error())
	case r.Extracted != nil:
		return fmt.Sprintf("extracted %d", r.Line)
	}
	a := r.Article
	return fmt.Sprintf("%d|%s|%s|%s|%s|%s|%q", a.Line, a.ExternalID, a.Title, a.Author, Day(a.Published), a.Source, a.Text)
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.String()
}

func TestFormats(t *testing.T) {
	tests := []struct{ name, file, in, want string }{
		{"text", "a.txt", "Title\n2024-11-04\nAuthor: Daniel\nFirst.\n\nSecond.\n", `0||Title|Daniel|2024-11-04||"First.\nSecond."`},
		{"text without author", "a.txt", "Title\n2024-11-04\nFirst.", `0||Title||2024-11-04||"First."`},
		{"mark and CRLF", "a.txt", "\xef\xbb\xbfTitle\r\n2024-11-04\r\n\r\nOne “two” and\u00a0three.\r\n \u00a0 \r\nFour.\r\n", `0||Title||2024-11-04||"One “two” and\u00a0three.\nFour."`},
		{"old line ends", "a.txt", "Title\r2024-11-04\rOne.\u2028Two.", `0||Title||2024-11-04||"One.\nTwo."`},
		{"own bytes", "a.txt", "T\n2024-11-04\n  One  two. \n", `0||T||2024-11-04||"  One  two. "`},
		{"newspaper date", "a.txt", "T\nMonday, November 4, 2024\nOne.", `0||T||2024-11-04||"One."`},
		{"no date", "a.txt", "Title\nFirst.\nSecond.\n", `reject a.txt: no usable date: "First." is no day from 1900 to 2100`},
		{"title only", "a.txt", "Title\n", `reject a.txt: no body`},
		{"no body", "a.txt", "Title\n2024-11-04\nAuthor: X\n \n", `reject a.txt: no body`},
		{"empty", "a.txt", " \n", `reject a.txt: empty file`},
		{"not UTF-8", "a.txt", "Title\n2024-11-04\ncaf\xe9\n", `reject a.txt: not UTF-8`},
		{"UTF-16", "a.txt", "\xff\xfeT\x00", `reject a.txt: not UTF-8 but UTF-16`},
		{"too large", "a.txt", "T\n2024-11-04\n" + strings.Repeat("x", MaxBytes), `reject a.txt: larger than 2 MiB`},
		{"language", "a.txt", "T\n2024-11-04\nLa ministre a déclaré que la France condamne les attaques contre les civils dans la région.", `reject a.txt: language is French, not English`},
		{"script", "a.txt", "T\n2024-11-04\nКремль осудил санкции.", `reject a.txt: language is Russian, not English`},
		{"zipped", "a.txt.gz", zipped("T\n2024-11-04\nOne."), `0||T||2024-11-04||"One."`},
		{"zipped unnamed", "a.txt", zipped("T\n2024-11-04\nOne."), `0||T||2024-11-04||"One."`},
		{"bomb", "a.txt.gz", zipped(strings.Repeat("\n", 3*MaxBytes)), `reject a.txt.gz: larger than 2 MiB`},
		{"cut gzip", "a.txt.gz", zipped("T\n2024-11-04\nOne.")[:30], `reject a.txt.gz: file is cut short`},
		{"unknown extension", "a.article", "T\n2024-11-04\nOne.", `0||T||2024-11-04||"One."`},
		{"object", "a.json", `{"id":7,"title":"T","date":"2024-11-04T23:10:00-05:00","body":"One.\nTwo.","authors":1,"author":["A","B"],"url":"https://www.example.org/x"}`,
			`0|7|T|A, B|2024-11-04|example.org|"One.\nTwo."`},
		{"object of a news service", "a.json", `{"published":"Mon, 04 Nov 2024 10:00:00 GMT","text":"One.","source":{"id":null,"name":"Reuters"}}`, `0||||2024-11-04|Reuters|"One."`},
		{"array", "a.json", "[\n{\"published\":\"2024-11-04\",\"text\":\"One.\"},\n{\"text\":\"Two ] } \\\" .\"}\n]", "2||||2024-11-04||\"One.\"\nreject a.json:3: no usable date"},
		{"empty array", "a.json", "[ ]", `reject a.json: no articles in it`},
		{"open array", "a.json", `[{"published":"2024-11-04","text":"One."}`, "1||||2024-11-04||\"One.\"\nreject a.json:1: broken JSON: the list has no end"},
		{"open object", "a.json", `{"published":"2024-11-04","text":"One.`, `reject a.json: broken JSON: the object has no end`},
		{"no object", "a.json", `"text"`, `reject a.json: broken JSON: an object is wanted, not "`},
		{"lines named json", "a.json", "{\"published\":\"2024-11-04\",\"text\":\"One.\"}\n{broken}\n{\"published\":\"2024-11-04\",\"text\":\"Two.\"}\n",
			"1||||2024-11-04||\"One.\"\nreject a.json:2: broken JSON at byte 2: invalid character 'b' looking for beginning of object key string\n3||||2024-11-04||\"Two.\""},
		{"lines", "a.jsonl", "\n{\"published\":\"2024-11-04\",\"text\":\"One.\"}\r\n[1]\n{\"text\":\"Two.\"}\n{\"published\":\"2024-11-04\",\"text\":\"caf\xe9\"}",
			"2||||2024-11-04||\"One.\"\nreject a.jsonl:3: broken JSON: an object is wanted, not this array\nreject a.jsonl:4: no usable date\nreject a.jsonl:5: not UTF-8"},
		{"extracted", "a.jsonl", `{"article":{"id":"x"},"actors":[],"events":[],"statements":[]}`, `extracted 1`},
		{"half of a surrogate pair", "a.jsonl", `{"published":"2024-11-04","text":"One \ud83d."}`, `1||||2024-11-04||"One �."`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), test.file)
			if err := os.WriteFile(path, []byte(test.in), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(read(t, "", path), "\n"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestStdinIsSniffed(t *testing.T) {
	page := `<!DOCTYPE html><html><head><meta property="article:published_time" content="2024-11-04T10:00:00Z"><title>T</title></head><body><article><p>` +
		strings.Repeat("The ministers met in Seoul and condemned the attack. ", 12) + `</p></article></body></html>`
	for name, in := range map[string]string{
		"text":       "T\n2024-11-04\nThe ministers met.",
		"lines":      `{"published":"2024-11-04","text":"The ministers met."}` + "\n" + `{"published":"2024-11-04","text":"The ministers met."}`,
		"object":     "{\n \"published\":\"2024-11-04\",\"text\":\"The ministers met.\"}",
		"array":      "[{\"published\":\"2024-11-04\",\"text\":\"The ministers met.\"}]",
		"html":       page,
		"compressed": zipped(page),
	} {
		for _, got := range read(t, in, Stdin) {
			if !strings.Contains(got, "|2024-11-04|") || !strings.Contains(got, `"The ministers met`) {
				t.Errorf("%s: got %s", name, got)
			}
		}
	}
}

func TestFoldersAndGlobs(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b/2.txt", "b/1.txt.gz", "a.jsonl", "b/.hidden.txt", ".git/x.txt", "b/c/3.HTML", "picture.png"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	order := func(paths ...string) string {
		var names []string
		for _, got := range read(t, "", paths...) {
			names = append(names, strings.TrimSuffix(strings.TrimPrefix(got, "reject "), ": empty file"))
		}
		return strings.Join(names, " ")
	}
	if got, want := order(root), "a.jsonl 1.txt.gz 2.txt 3.HTML"; got != want {
		t.Errorf("folder: got %s, want %s", got, want)
	}
	if got, want := order(filepath.Join(root, "b", "*.txt")), "2.txt"; got != want {
		t.Errorf("glob: got %s, want %s", got, want)
	}
	if got, want := order(filepath.Join(root, "**", "*.{txt,jsonl}")), "a.jsonl 2.txt"; got != want {
		t.Errorf("deep glob: got %s, want %s", got, want)
	}
	for _, missing := range []string{filepath.Join(root, "none.txt"), filepath.Join(root, "*.md")} {
		if _, err := Open([]string{missing}, nil); err == nil || !strings.HasPrefix(err.Error(), "reading "+missing+": ") {
			t.Errorf("Open(%s): got error %v", missing, err)
		}
	}
	empty := t.TempDir()
	if got := read(t, "", empty); len(got) != 1 || !strings.HasSuffix(got[0], "no article files in this folder") {
		t.Errorf("empty folder: got %q", got)
	}
}

// endless gives a line that is too long, then one that is fine.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range p[:n] {
		p[i] = 'x'
	}
	e.left -= n
	return n, nil
}

func TestLongLineIsSkipped(t *testing.T) {
	good := `{"published":"2024-11-04","text":"One."}` + "\n"
	for _, head := range []string{good, "[" + strings.TrimSpace(good) + ","} {
		open, shut := "", "\n"
		if head[0] == '[' {
			open, shut = `{"a":"`, `"},`
		}
		in, err := Open([]string{Stdin}, io.MultiReader(strings.NewReader(head+open), &endless{left: 2 * lineBytes}, strings.NewReader(shut+good+"]")))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for r := range in.Records(context.Background()) {
			got = append(got, short(r))
		}
		if len(got) < 3 || !strings.Contains(got[1], "is larger than 16 MiB") || !strings.Contains(got[2], "One.") {
			t.Errorf("got %q", got)
		}
	}
}

func TestRecordsEndWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	line := `{"published":"2024-11-04","text":"One."}` + "\n"
	in, err := Open([]string{Stdin}, strings.NewReader(strings.Repeat(line, 10)))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range in.Records(ctx) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("got %d records after the end of the context, want 3", n)
	}
}
