package article

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// head is what a web page says of itself outside its text.
type head struct {
	url   string
	dates [lastPlace][]string // by how much the place is to be trusted
}

// The places where pages put the day of publication, the surest first.
const (
	inMeta = iota
	inLinkedData
	inMicrodata
	inTime
	inClass
	lastPlace
)

// metaDates are the names and properties of <meta> that hold the day of publication.
const metaDates = " article:published_time og:article:published_time og:published_time article:published pubdate publishdate" +
	" publish-date publish_date published_time publication_date publicationdate pub_date date_published datepublished" +
	" date dc.date dc.date.issued dc.date.created dcterms.date dcterms.issued dcterms.created dcterm.issued" +
	" citation_publication_date citation_date sailthru.date parsely-pub-date cxenseparse:recs:publishtime originalpublicationdate" +
	" article.published rnews:datepublished prism.publicationdate bt:pubdate "

var (
	// linkedDate finds the date in linked data even where the JSON is broken, as it often is.
	linkedDate  = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{4,40})"`)
	pathDay     = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)`)
	dateClass   = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:dateline|date|pub-?date|published|publish-?date|timestamp)(?:$|[\s_-])`)
	changed     = regexp.MustCompile(`(?i)updat|modif`)
	publishedOn = regexp.MustCompile(`(?i)^(?:first |originally )?(?:published|posted|written)(?: on)?:?\s*`)
)

// readHead collects a page's address and the dates it gives.
func readHead(doc *html.Node) head {
	var h head
	var graphURL string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") && h.url == "" {
				h.url = strings.TrimSpace(attr(n, "href"))
			}
		case "meta":
			key := strings.ToLower(attr(n, "property") + attr(n, "name"))
			if key == "og:url" && graphURL == "" {
				graphURL = strings.TrimSpace(attr(n, "content"))
			}
			if key != "" && strings.Contains(metaDates, " "+key+" ") {
				h.add(inMeta, attr(n, "content"))
			}
		case "script":
			if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
				for _, found := range linkedDate.FindAllStringSubmatch(n.FirstChild.Data, 4) {
					var s string
					if json.Unmarshal([]byte(`"`+found[1]+`"`), &s) == nil {
						h.add(inLinkedData, s)
					}
				}
			}
		}
		h.visible(n)
	}
	if _, ok := canonical(h.url); !ok {
		h.url = graphURL
	}
	if _, ok := canonical(h.url); !ok {
		h.url = ""
	}
	return h
}

// visible looks for a date that the page shows.
func (h *head) visible(n *html.Node) {
	if changed.MatchString(attr(n, "class") + attr(n, "itemprop")) {
		return
	}
	given := attr(n, "datetime")
	if given == "" {
		given = attr(n, "content")
	}
	if n.Data == "time" || strings.EqualFold(attr(n, "itemprop"), "datePublished") {
		if given == "" {
			given = words(n)
		}
		if strings.EqualFold(attr(n, "itemprop"), "datePublished") {
			h.add(inMicrodata, given)
		} else {
			h.add(inTime, given)
		}
		return
	}
	if dateClass.MatchString(attr(n, "class")) || dateClass.MatchString(attr(n, "id")) {
		h.add(inClass, publishedOn.ReplaceAllString(words(n), ""))
	}
}

func (h *head) add(place int, date string) {
	if date = strings.TrimSpace(date); date != "" && len(date) < 100 {
		h.dates[place] = append(h.dates[place], date)
	}
}

// published is the first date that is one, else the day in the page's address; where there is none, what the page gave
// instead.
func (h *head) published() string {
	first := ""
	for _, place := range h.dates {
		for _, date := range place {
			if _, ok := parseDate(date); ok {
				return date
			}
			if first == "" {
				first = date
			}
		}
	}
	if m := pathDay.FindStringSubmatch(h.url); m != nil {
		return m[1] + "-" + m[2] + "-" + m[3]
	}
	return first
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// words is an element's text on one line, as far as a date could reach.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
		if b.Len() > 200 {
			break
		}
	}
	return oneLine(b.String())
}
