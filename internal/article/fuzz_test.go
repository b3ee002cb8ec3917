package article

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzDecoders feeds one input to every decoder. Whatever comes out must keep what the package promises.
func FuzzDecoders(f *testing.F) {
	for _, s := range []string{
		"Title\n2024-11-04\nAuthor: A\nThe ministers met.\n\nThey agreed.",
		`{"published":"2024-11-04","text":"The ministers met.\r\nThey agreed.","id":7}` + "\n[]\n",
		`[{"date":"2024-11-04","body":"One."},{"article":{},"events":[]}]`,
		`<!doctype html><meta property="article:published_time" content="2024-11-04"><article>` + story + `</article>`,
		zipped("T\n2024-11-04\nOne."), "\xef\xbb\xbf{", "\xff\xfe", "[[", `{"a":"\ud800`, "{}{}", "",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range Formats() {
			src, err := newSource("f", bytes.NewReader(data))
			if err != nil {
				return
			}
			n := 0
			format.decode(src, func(r Record) bool {
				n++
				check(t, r)
				return true
			})
			if n == 0 {
				t.Errorf("%s: an input without a record or a reject", format.Name)
			}
		}
		in, err := Open([]string{Stdin}, bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for r := range in.Records(context.Background()) {
			check(t, r)
		}
	})
}

func check(t *testing.T, r Record) {
	t.Helper()
	set := 0
	if r.Reject != nil {
		set++
		if r.Reject.Reason == "" || strings.Contains(r.Reject.Reason, "\n") {
			t.Errorf("reason is %q", r.Reject.Reason)
		}
	}
	if r.Extracted != nil {
		set++
	}
	if a := r.Article; a != nil {
		set++
		switch {
		case len(a.ID) != 64, a.Published.Year() < 1900, a.Published.Year() > 2100, a.Lang != "en":
			t.Errorf("article is incomplete: %+v", a)
		case a.Text == "", !utf8.ValidString(a.Text), strings.ContainsAny(a.Text, "\r\u2028\u2029"), len(a.Text) > MaxBytes:
			t.Errorf("text is %q", a.Text)
		}
		for line := range strings.SplitSeq(a.Text, "\n") {
			if strings.TrimSpace(line) == "" {
				t.Errorf("text has a blank paragraph: %q", a.Text)
			}
		}
	}
	if set != 1 {
		t.Errorf("%d of Article, Extracted and Reject are set", set)
	}
}
