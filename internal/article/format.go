package article

import (
	"bytes"
	"path"
	"strings"
)

// Format is one form that article files take.
type Format struct {
	Name       string
	Extensions []string // in lower case, with the dot; ".gz" may follow
	decode     func(*source, func(Record) bool)
}

// Formats lists every form that can be read. A new one is a file of this package and a line here.
func Formats() []Format {
	return []Format{
		{Name: "text", Extensions: []string{".txt", ".text"}, decode: decodeText},
		{Name: "json", Extensions: []string{".json"}, decode: decodeJSON},
		{Name: "jsonl", Extensions: []string{".jsonl", ".ndjson"}, decode: decodeLines},
		{Name: "html", Extensions: []string{".html", ".htm", ".xhtml"}, decode: decodeHTML},
	}
}

// formatOf knows a file's format from its name. ok is false for a name that tells nothing.
func formatOf(name string) (f Format, ok bool) {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	for _, f := range Formats() {
		for _, ext := range f.Extensions {
			if path.Ext(name) == ext {
				return f, true
			}
		}
	}
	return Format{}, false
}

// sniff knows a format from the input's first bytes. What is neither HTML nor JSON is text.
func sniff(head []byte) Format {
	name := "text"
	head = bytes.TrimSpace(head)
	switch {
	case looksHTML(head):
		name = "html"
	case looksLines(head):
		name = "jsonl"
	case bytes.HasPrefix(head, []byte("{")), looksArray(head):
		name = "json"
	}
	for _, f := range Formats() {
		if f.Name == name {
			return f
		}
	}
	panic("article: no format " + name)
}

func looksHTML(head []byte) bool {
	head = bytes.ToLower(head[:min(len(head), 64)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<!--", "<?xml", "<article", "<div", "<p>", "<meta"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}

// looksLines is true where the first line is a whole object, or is so long that the head holds no end of it.
func looksLines(head []byte) bool {
	line, _, found := bytes.Cut(head, []byte("\n"))
	line = bytes.TrimSpace(line)
	return bytes.HasPrefix(line, []byte("{")) && (!found || bytes.HasSuffix(line, []byte("}")))
}

func looksArray(head []byte) bool {
	rest, found := bytes.CutPrefix(head, []byte("["))
	rest = bytes.TrimSpace(rest)
	return found && (bytes.HasPrefix(rest, []byte("{")) || bytes.HasPrefix(rest, []byte("]")))
}
