package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// MaxBytes is the size above which a single article is rejected.
const MaxBytes = 8 << 20

// Article is one news article, ready to be read.
type Article struct {
	ID         string    // sha-256, see Identify
	ExternalID string    // the id that the input gave
	Path       string    // the file as named on the command line or found below it
	Line       int       // line in a JSON-lines file, 1-based; 0 elsewhere
	URL        string    // as given
	Title      string    // kept for display, never read for events
	Author     string    // byline
	Published  time.Time // midnight UTC of the day of publication
	Source     string    // outlet name or domain
	Lang       string    // ISO 639-1
	Text       string    // body: paragraphs in their own bytes, joined by one line feed
}

// Record is what the input holds at one place: exactly one field is set.
type Record struct {
	Article   *Article
	Extracted []byte // a line that `newsgraph extract` printed, to be loaded as it is
	Reject    *Reject
}

// Reject says why the input at a place can't be used. It is an error.
type Reject struct {
	Path   string
	Line   int // 1-based line in a JSON-lines file, 0 where lines mean nothing
	Reason string
}

func (r *Reject) Error() string {
	if r.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", r.Path, r.Line, r.Reason)
	}
	return fmt.Sprintf("%s: %s", r.Path, r.Reason)
}

// hash is the hexadecimal sha-256 of a kind and a value, kept apart by a separator so that no two kinds collide.
func hash(kind, value string) string {
	sum := sha256.Sum256([]byte(kind + "\x00" + value))
	return hex.EncodeToString(sum[:])
}
