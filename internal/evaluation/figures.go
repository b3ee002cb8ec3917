package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"newsgraph/internal/article"
	"newsgraph/internal/pipeline"
)

// measure is one set of annotated texts with the scorers that make its input and judge its output. In the commands OUT is
// the file with what was extracted and SHARED the shared folder.
type measure struct {
	name  string
	input []string // command that prints articles; without one, the folder of articles is read
	files string
	judge [][]string // each command reads what the one before printed, as IN
}

var measures = []measure{
	{name: "articles (dev)", files: "dev/articles", judge: [][]string{{"SHARED/score/score_articles.py", "SHARED/dev/gold", "OUT"}}},
	annotated("annotated sentences (dev)", "SHARED/annotated/dev.jsonl"),
	sentences("PLOVER sentences", "SHARED/sets/plover_gsr.jsonl"),
	sentences("re3d sentences", "SHARED/sets/re3d.jsonl"),
}

func annotated(name, set string) measure {
	scorer := "SHARED/score/score_annotated.py"
	return measure{name: name, input: []string{scorer, "articles", set}, judge: [][]string{{scorer, "score", set, "OUT"}}}
}

func sentences(name, set string) measure {
	return measure{
		name: name, input: []string{"SHARED/score/sentences.py", "articles", set},
		judge: [][]string{{"SHARED/score/sentences.py", "predictions", "OUT"}, {"SHARED/score/score_sentences.py", "--gold", set, "--pred", "IN"}},
	}
}

// figures prints what the scorers of the shared folder say of what newsgraph extracts today.
func figures(shared string, out io.Writer) error {
	folder, err := os.MkdirTemp("", "figures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	extract, err := pipeline.NewExtractor()
	if err != nil {
		return err
	}
	for _, m := range measures {
		fmt.Fprintf(out, "== %s\n", m.name)
		if err := m.run(shared, folder, extract, out); err != nil {
			return fmt.Errorf("measuring %s: %w", m.name, err)
		}
	}
	return nil
}

func (m measure) run(shared, folder string, extract pipeline.Extractor, out io.Writer) error {
	names := map[string]string{"OUT": filepath.Join(folder, "out.jsonl"), "IN": filepath.Join(folder, "in.jsonl")}
	texts := filepath.Join(shared, m.files)
	if m.input != nil {
		texts = names["IN"]
		if err := script(shared, names, m.input, texts); err != nil {
			return err
		}
	}
	if err := extractAll(texts, names["OUT"], extract); err != nil {
		return err
	}
	for i, command := range m.judge {
		to := filepath.Join(folder, fmt.Sprintf("judged-%d", i))
		if err := script(shared, names, command, to); err != nil {
			return err
		}
		names["IN"] = to
	}
	judged, err := os.ReadFile(names["IN"])
	if err != nil {
		return err
	}
	_, err = out.Write(judged)
	return err
}

// script runs one of the shared Python programs and writes what it prints to a file.
func script(shared string, names map[string]string, command []string, to string) error {
	args := make([]string, len(command))
	for i, a := range command {
		if name, ok := names[a]; ok {
			a = name
		}
		args[i] = string(bytes.Replace([]byte(a), []byte("SHARED"), []byte(shared), 1))
	}
	cmd := exec.Command("python3", args...)
	cmd.Stderr = os.Stderr
	printed, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("running %v: %w", args, err)
	}
	return os.WriteFile(to, printed, 0o600)
}

// extractAll writes the extraction of every article below a path, a JSON line each.
func extractAll(path, to string, extract pipeline.Extractor) error {
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	defer f.Close()
	in, err := article.Open([]string{path}, nil)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	lines := json.NewEncoder(w)
	for r := range in.Records(context.Background()) {
		if r.Reject != nil {
			fmt.Fprintln(os.Stderr, "rejected", r.Reject)
			continue
		}
		x, err := extract(context.Background(), r.Article)
		if err != nil {
			return err
		}
		if err := lines.Encode(x); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
