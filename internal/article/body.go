package article

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// draft is what a format finds in its input, before anything is checked.
type draft struct {
	id, url, title, author, source, published string
	text                                      string
}

// finish makes the article of a draft, or says why it is none.
func (d draft) finish(path string, line int) Record {
	reject := func(reason string) Record { return rejected(path, line, reason) }
	if !utf8.ValidString(d.text) || !utf8.ValidString(d.title+d.id+d.url+d.author+d.source) {
		return reject("not UTF-8")
	}
	if len(d.text) > MaxBytes {
		return reject(tooLarge)
	}
	text := strings.Join(paragraphs(d.text), "\n")
	published, ok := parseDate(d.published)
	switch {
	case !ok && strings.TrimSpace(d.published) != "", !ok && text != "":
		return reject(undated(d.published))
	case text == "":
		return reject("no body")
	}
	if lang := foreign(text); lang != "" {
		return reject("language is " + lang + ", not English")
	}
	a := &Article{
		ExternalID: d.id, Path: path, Line: line, URL: d.url, Title: oneLine(d.title), Author: oneLine(d.author),
		Published: published, Source: oneLine(d.source), Lang: "en", Text: text,
	}
	if _, ok := canonical(a.Source); ok {
		a.Source = domain(a.Source)
	}
	if a.Source == "" {
		a.Source = domain(a.URL)
	}
	a.ID = identify(a)
	return Record{Article: a, Path: path, Line: line}
}

var tooLarge = fmt.Sprintf("larger than %d MiB", MaxBytes>>20)

func undated(given string) string {
	if given = oneLine(given); given == "" {
		return "no usable date"
	}
	if r := []rune(given); len(r) > 40 {
		given = string(r[:40]) + "…"
	}
	return fmt.Sprintf("no usable date: %q is no day from 1900 to 2100", given)
}

func rejected(path string, line int, reason string) Record {
	return Record{Reject: &Reject{Path: path, Line: line, Reason: reason}, Path: path, Line: line}
}

// breaks turns every kind of line break into a line feed.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

// paragraphs are the lines of a text that are not blank, in their own bytes.
func paragraphs(text string) []string {
	var all []string
	for line := range strings.SplitSeq(breaks.Replace(text), "\n") {
		if strings.TrimSpace(line) != "" {
			all = append(all, line)
		}
	}
	return all
}

// oneLine sets a title or name on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Day is the ISO form of a day of publication.
func Day(t time.Time) string { return t.Format(time.DateOnly) }
