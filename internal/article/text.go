package article

import "strings"

// decodeText reads the plain form: title, ISO date, optionally "Author: …", then a paragraph a line.
func decodeText(src *source, yield func(Record) bool) {
	data, err := src.all()
	if err != nil {
		yield(rejected(src.path, 0, err.Error()))
		return
	}
	lines := paragraphs(string(data))
	d := draft{title: lines[0]}
	if len(lines) > 1 {
		d.published = lines[1]
		lines = lines[2:]
	} else {
		lines = nil
	}
	if len(lines) > 0 {
		if author, ok := cutFold(strings.TrimSpace(lines[0]), "author:"); ok {
			d.author = author
			lines = lines[1:]
		}
	}
	d.text = strings.Join(lines, "\n")
	yield(d.finish(src.path, 0))
}

// cutFold cuts a prefix without regard to its case.
func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
