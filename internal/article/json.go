package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// decodeJSON reads one object, an array of objects, or objects one after the other. A file that is in truth JSON lines
// is read as such, because that form survives a broken line.
func decodeJSON(src *source, yield func(Record) bool) {
	if looksLines(src.head()) && bytes.ContainsRune(bytes.TrimSpace(src.head()), '\n') {
		decodeLines(src, yield)
		return
	}
	values := valueReader{r: src.r, line: 1}
	for {
		value, line, err := values.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if !values.several() {
			line = 0
		}
		var record Record
		switch {
		case errors.Is(err, errTooLong):
			record = rejected(src.path, line, "object is "+tooLongLine)
		case err != nil:
			yield(rejected(src.path, line, err.Error()))
			return
		default:
			record = decodeObject(value, src.path, line)
		}
		if !yield(record) {
			return
		}
	}
	if values.count == 0 {
		yield(rejected(src.path, 0, map[bool]string{false: "empty file", true: "no articles in it"}[values.array]))
	}
}

// loose is a value that inputs write in many ways: a string, a number, a list of names, an object with a name.
type loose string

func (l *loose) UnmarshalJSON(data []byte) error {
	var number json.Number
	var text string
	var list []loose
	var named struct {
		Name loose `json:"name"`
	}
	switch {
	case json.Unmarshal(data, &text) == nil:
		*l = loose(text)
	case json.Unmarshal(data, &number) == nil:
		*l = loose(number)
	case json.Unmarshal(data, &list) == nil:
		var names []string
		for _, name := range list {
			if name != "" {
				names = append(names, string(name))
			}
		}
		*l = loose(strings.Join(names, ", "))
	case json.Unmarshal(data, &named) == nil:
		*l = named.Name
	}
	return nil
}

// decodeObject reads one article from a JSON object, or passes on what `newsgraph extract` printed.
func decodeObject(data []byte, path string, line int) Record {
	if !utf8.Valid(data) {
		return rejected(path, line, "not UTF-8")
	}
	var o struct {
		Published, Date, Text, Body, Title, ID, URL, Author, Source loose
		Article                                                     json.RawMessage
		Events                                                      json.RawMessage
	}
	if err := json.Unmarshal(data, &o); err != nil {
		return rejected(path, line, broken(err))
	}
	if bytes.HasPrefix(o.Article, []byte("{")) && bytes.HasPrefix(o.Events, []byte("[")) {
		return Record{Extracted: bytes.Clone(bytes.TrimSpace(data)), Path: path, Line: line}
	}
	first := func(a, b loose) string {
		if strings.TrimSpace(string(a)) != "" {
			return string(a)
		}
		return string(b)
	}
	return draft{
		id: string(o.ID), url: string(o.URL), title: string(o.Title), author: string(o.Author), source: string(o.Source),
		published: first(o.Published, o.Date), text: first(o.Text, o.Body),
	}.finish(path, line)
}

// broken says in what way JSON is broken.
func broken(err error) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind):
		return "broken JSON: an object is wanted, not this " + kind.Value
	case errors.As(err, &syntax):
		return fmt.Sprintf("broken JSON at byte %d: %v", syntax.Offset, err)
	}
	return "broken JSON: " + err.Error()
}
