package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"newsgraph/internal/store"
)

// printEvidence tells a person of an event and of every sentence that reports it. The rows are those of the report on
// one event; the columns that it lacks are passed over.
func printEvidence(w io.Writer, id string, r store.Result, width int) error {
	p := prose{width: width}
	for i, row := range r.Rows {
		get := func(column string) string {
			if at := slices.Index(r.Columns, column); at >= 0 {
				return cell(row[at])
			}
			return ""
		}
		if i == 0 {
			sides := [2]string{get("source"), get("target")}
			for j := range sides {
				if sides[j] == "" {
					sides[j] = nobody
				}
			}
			p.line(0, "%s %s: %s → %s", get("type"), get("status"), sides[0], sides[1])
			p.line(0, "%s", strings.Join(known(get("date")+precision(get("precision")), "event "+id), " · "))
		}
		p.b.WriteString("\n")
		p.line(2, "%s [%s–%s]", get("sentence"), get("start"), get("end"))
		p.line(4, "%s", strings.Join(known(
			labelled("trigger “%s”", get("trigger")), labelled("rule %s", get("rule")), labelled("confidence %s", get("confidence")),
			labelled("in %s", get("place")), labelled("according to %s", get("attributed")),
		), " · "))
		p.line(4, "%s", strings.Join(known(get("title"), get("path"), get("url"), labelled("article %s", get("article"))), " · "))
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

// labelled sets a value in a phrase; nothing stays nothing.
func labelled(format, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf(format, value)
}
