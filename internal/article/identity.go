package article

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
)

// identify gives the article's id: of its canonical URL, else of the id the input gives, else of its text.
func identify(a *Article) string {
	if u, ok := canonical(a.URL); ok {
		return hash("url", u)
	}
	if a.ExternalID != "" {
		return hash("id", a.ExternalID)
	}
	return hash("text", a.Text)
}

// canonical brings the many spellings of one web address together: scheme and host in lower case, no default port, no
// fragment, no tracking parameters, the others sorted. ok is false where raw is no absolute web address.
func canonical(raw string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return "", false
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	u.Host = strings.ToLower(u.Host)
	if port := u.Port(); port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		u.Host = strings.TrimSuffix(u.Host, ":"+port)
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	if u.Path == "" {
		u.Path = "/"
	}
	u.RawQuery, u.ForceQuery = untracked(u.RawQuery), false
	return u.String(), true
}

// untracked drops the parameters that say where a reader came from, and sorts the rest. It keeps their bytes, so that a
// query that is no well-formed form still tells two pages apart.
func untracked(query string) string {
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		key, _, _ := strings.Cut(strings.ToLower(pair), "=")
		switch {
		case pair == "", strings.HasPrefix(key, "utm_"), key == "fbclid", key == "gclid", key == "msclkid":
		default:
			kept = append(kept, pair)
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, "&")
}

// domain is the outlet's domain in a web address, without "www.".
func domain(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// hash is the hexadecimal sha-256 of a kind and a value, kept apart by a separator so that no two kinds collide.
func hash(kind, value string) string {
	sum := sha256.Sum256([]byte(kind + "\x00" + value))
	return hex.EncodeToString(sum[:])
}
