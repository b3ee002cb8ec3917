// Evaluation measures what newsgraph makes of annotated texts, and prepares what training needs of it. It is a tool of the
// developers: go run ./internal/evaluation help.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"newsgraph/internal/entity"
	"newsgraph/internal/relation"
	"newsgraph/internal/syntax"
)

const usage = `evaluation figures SHARED   scores on every annotated set of the shared folder
evaluation hints FILE…      the lexicon's hints on annotated sentences, a JSON line each, for training
`

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "evaluation:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	switch {
	case len(args) == 2 && args[0] == "figures":
		return figures(args[1], out)
	case len(args) < 2 || args[0] != "hints":
		fmt.Fprint(out, usage)
		return nil
	}
	w := bufio.NewWriter(out)
	defer w.Flush()
	reader := syntax.NewReader()
	for _, path := range args[1:] {
		if err := hints(reader, path, json.NewEncoder(w)); err != nil {
			return err
		}
	}
	return nil
}

// hinted is a sentence's id with its hints: the byte at which the word begins, the type and the weight.
type hinted struct {
	ID    string   `json:"id"`
	Hints [][3]any `json:"hints"`
}

func hints(reader *syntax.Reader, path string, out *json.Encoder) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var in struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			return fmt.Errorf("reading %s: %w", path, err)
		}
		doc := reader.Parse(in.Text)
		h := hinted{ID: in.ID, Hints: [][3]any{}}
		for _, x := range relation.Hints(doc, entity.Resolve(doc)) {
			h.Hints = append(h.Hints, [3]any{doc.Sentences[x.Sentence].Tokens[x.Token].Start, relation.Types[x.Type].Name, x.Weight})
		}
		if err := out.Encode(h); err != nil {
			return err
		}
	}
	return lines.Err()
}
