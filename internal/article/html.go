package article

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// decodeHTML reads a saved web page: its main text without menus, advertisements and comments, and its metadata.
func decodeHTML(src *source, yield func(Record) bool) {
	data, err := src.all()
	switch {
	case err != nil:
		yield(rejected(src.path, 0, err.Error()))
		return
	case !utf8.Valid(data):
		yield(rejected(src.path, 0, "not UTF-8"))
		return
	}
	d, err := page(data)
	if err != nil {
		yield(rejected(src.path, 0, err.Error()))
		return
	}
	yield(d.finish(src.path, 0))
}

// page finds the article in a web page. The library is guarded, as pages are the wildest input there is.
func page(data []byte) (d draft, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("page can't be read: %v", fault)
		}
	}()
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return d, fmt.Errorf("broken HTML: %w", err)
	}
	head := readHead(doc)
	parser := readability.NewParser()
	parser.MaxElemsToParse = 200_000
	address, err := url.Parse(head.url)
	if err != nil {
		head.url, address = "", nil
	}
	main, err := parser.ParseAndMutate(doc, address)
	if err != nil {
		return d, fmt.Errorf("page can't be read: %w", err)
	}
	d = draft{url: head.url, title: main.Title(), source: main.SiteName(), author: main.Byline(), published: head.published()}
	if name, ok := cutFold(strings.TrimSpace(d.author), "by "); ok {
		d.author = name
	}
	if strings.ContainsAny(d.author, "0123456789") { // a byline run together with a date or a count of comments
		d.author = ""
	}
	if main.Node == nil {
		return d, nil
	}
	var text strings.Builder
	if err := main.RenderText(&text); err != nil {
		return d, fmt.Errorf("page can't be read: %w", err)
	}
	d.text = mainText(text.String(), d.author)
	return d, nil
}

// mainText drops what stands above a story without being part of it, the date and the byline. What holds no sentence at
// all is a menu.
func mainText(text, author string) string {
	var lines []string
	for _, line := range paragraphs(text) {
		line = strings.Trim(line, " \t")
		if len(lines) == 0 {
			_, dated := parseDate(publishedOn.ReplaceAllString(line, ""))
			name, _ := cutFold(line, "by ")
			if dated || name == author {
				continue
			}
		}
		lines = append(lines, line)
	}
	text = strings.Join(lines, "\n")
	if !strings.ContainsAny(text, ".!?") {
		return ""
	}
	return text
}
