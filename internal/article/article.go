package article

import (
	"fmt"
	"time"
)

// MaxBytes is the size above which a single article is rejected.
const MaxBytes = 2 << 20

// Article is one news article, ready to be read.
type Article struct {
	ID         string    // sha-256, see identify
	ExternalID string    // the id that the input gave
	Path       string    // the file as named on the command line or found below it; "-" for standard input
	Line       int       // line in a file of several articles, 1-based; 0 elsewhere
	URL        string    // as given
	Title      string    // kept for display, never read for events
	Author     string    // byline
	Published  time.Time // midnight UTC of the day of publication
	Source     string    // outlet name or domain
	Lang       string    // ISO 639-1
	Text       string    // body: paragraphs in their own bytes, joined by one line feed
}

// Record is what the input holds at one place: exactly one of Article, Extracted and Reject is set.
type Record struct {
	Article   *Article
	Extracted []byte // an object that `newsgraph extract` printed, to be loaded as it is
	Reject    *Reject
	Path      string // the place, as in Article and Reject
	Line      int
}

// Reject says why the input at a place can't be used. It is an error.
type Reject struct {
	Path   string
	Line   int // 1-based line in a file of several articles, 0 where lines mean nothing
	Reason string
}

func (r *Reject) Error() string {
	if r.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", r.Path, r.Line, r.Reason)
	}
	return fmt.Sprintf("%s: %s", r.Path, r.Reason)
}
