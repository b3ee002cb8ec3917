package article

import (
	"strings"
	"testing"
)

const story = `<p>South Korea and the European Union on Monday condemned North Korea&rsquo;s support of Russia&nbsp;in its war against Ukraine, officials said after talks in Seoul.</p>
<p>“This is an <b>existential</b> threat,” said Josep Borrell,
the bloc’s foreign policy chief, who had come to the city for a first strategic dialogue with the ministers.</p>
<p>The two sides agreed to share more of what they know, and to hold their next meeting in Brussels in the spring of the coming year.</p>`

func TestPage(t *testing.T) {
	wrap := func(head, body string) string {
		return `<!DOCTYPE html><html lang="en"><head><title>EU and South Korea condemn North Korea | The Daily</title>` + head +
			`</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>` + body +
			`<aside><a href="/x">Read more: ten things to see</a></aside><footer>© The Daily. All rights reserved.</footer></body></html>`
	}
	main := `<article><h1>EU and South Korea condemn North Korea</h1>` + story + `</article>`
	tests := []struct{ name, in, want string }{
		{"meta", wrap(`<meta property="article:published_time" content="2024-11-04T10:00:00+09:00"><meta name="author" content="By Jane Doe">
			<meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://www.daily.example/world/1?utm_source=x">`, main), "2024-11-04|Jane Doe|The Daily|https://www.daily.example/world/1?utm_source=x"},
		{"linked data", wrap(`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2024-11-04T10:00:00Z","author":{"@type":"Person","name":"Jane Doe"}}</script>`, main), "2024-11-04|Jane Doe||"},
		{"broken linked data", wrap(`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-11-04",}</script>`, main), "2024-11-04|||"},
		{"time", wrap("", `<time class="updated" datetime="2024-12-24">today</time><time datetime="2024-11-04T10:00Z">yesterday</time>`+main), "2024-11-04|||"},
		{"shown", wrap("", `<div class="post-date">Published on November 4, 2024 at 10:30 a.m.</div>`+main), "2024-11-04|||"},
		{"address", wrap(`<meta property="og:url" content="https://www.daily.example/2024/11/04/talks">`, main), "2024-11-04||daily.example|https://www.daily.example/2024/11/04/talks"},
		{"none", wrap("", main), "no usable date"},
		{"no text", wrap(`<meta name="date" content="2024-11-04">`, ""), "no body"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := page([]byte(test.in))
			if err != nil {
				t.Fatal(err)
			}
			r := d.finish("page.html", 0)
			if r.Reject != nil {
				if r.Reject.Reason != test.want {
					t.Errorf("got %s, want %s", r.Reject.Reason, test.want)
				}
				return
			}
			a := r.Article
			if got := strings.Join([]string{Day(a.Published), a.Author, a.Source, a.URL}, "|"); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			lines := strings.Split(a.Text, "\n")
			if len(lines) != 3 || lines[1] != "“This is an existential threat,” said Josep Borrell, the bloc’s foreign policy chief, who had come to the city for a first strategic dialogue with the ministers." {
				t.Errorf("text is %q", lines)
			}
			if a.Title != "EU and South Korea condemn North Korea" && a.Title != "EU and South Korea condemn North Korea | The Daily" {
				t.Errorf("title is %q", a.Title)
			}
		})
	}
}

func TestDeepPage(t *testing.T) {
	for _, tag := range []string{"div", "b", "table", "blockquote"} {
		in := "<!doctype html><meta name=date content=2024-11-04>" + strings.Repeat("<"+tag+">", 100_000) + story
		if _, err := page([]byte(in)); err != nil {
			t.Logf("%s: %v", tag, err) // an error is fine, a crash is not
		}
	}
}
