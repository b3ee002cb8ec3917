package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"newsgraph/internal/store"
)

// wordMost is the longest word that a column keeps whole: an id.
const wordMost = 32

// widths measures the columns by their widest value.
func widths(r store.Result, measure func(string) int) []int {
	out := make([]int, len(r.Columns))
	for i, name := range r.Columns {
		out[i] = measure(visible(name))
	}
	for _, row := range r.Rows {
		for i, value := range row {
			out[i] = max(out[i], measure(visible(cell(value))))
		}
	}
	return out
}

// longestWord is how narrow a text can be set without breaking a word, a date or an id.
func longestWord(s string) int {
	longest := 0
	for word := range strings.FieldsSeq(s) {
		longest = max(longest, text.StringWidth(word))
	}
	return min(longest, wordMost)
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}

// fit narrows the widest columns until all fit into room, none below its least width.
func fit(natural, least []int, room int) []int {
	out := slices.Clone(natural)
	for sum(out) > room {
		widest := -1
		for i := range out {
			if out[i] > least[i] && (widest < 0 || out[i] > out[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		out[widest]--
	}
	return out
}

// printRecords prints a row as a block, a column a line, with what is empty left out.
func printRecords(w io.Writer, r store.Result, columns int) error {
	margin := 0
	for _, name := range r.Columns {
		margin = max(margin, text.StringWidth(visible(name)))
	}
	var out strings.Builder
	for n, row := range r.Rows {
		fmt.Fprintf(&out, "── %d ──\n", n+1)
		for i, value := range row {
			s := visible(cell(value))
			if s == "" {
				continue
			}
			if wide := columns - margin - 2; wide >= 20 {
				s = text.WrapSoft(s, wide)
			}
			head := text.Pad(visible(r.Columns[i]), margin, ' ')
			for line := range strings.Lines(s) {
				out.WriteString(head + "  " + strings.TrimRight(line, " \n") + "\n")
				head = strings.Repeat(" ", margin)
			}
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}
