package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "newsgraph"

// doors says which rooms each room may look into. A package that is not a row here has no place in the house. Tests may
// go anywhere.
var doors = map[string][]string{
	"cypher":                 {},
	"internal/article":       {},
	"internal/syntax/kernel": {},
	"internal/syntax":        {"internal/article", "internal/syntax/kernel"},
	"internal/entity":        {"internal/syntax"},
	"internal/relation":      {"internal/syntax", "internal/entity"},
	"internal/graph":         {"internal/article", "internal/syntax", "internal/entity", "internal/relation"},
	"internal/pipeline":      {"internal/article", "internal/syntax", "internal/entity", "internal/relation", "internal/graph"},
	"internal/query":         {},
	"internal/store":         {"internal/graph", "internal/query", "internal/relation", "cypher"},
	"internal/cli":           {"internal/article", "internal/graph", "internal/pipeline", "internal/store", "cypher"},
	"cmd/newsgraph":          {"internal/cli"},
	"internal/evaluation":    {"internal/article", "internal/syntax", "internal/entity", "internal/relation", "internal/pipeline"},
}

// TestDoors reads the imports itself: go list in a subprocess would be served from the test cache, which does not see
// the files that it reads.
func TestDoors(t *testing.T) {
	used := map[string]bool{}
	root := ".."
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && file != root && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".")):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		room := path.Dir(name)
		allowed, listed := doors[room]
		if !listed {
			t.Errorf("%s: package %s is not in the table", name, room)
			return nil
		}
		used[room] = true
		for _, imported := range imports(t, file) {
			if !slices.Contains(allowed, imported) {
				t.Errorf("%s: %s may not import %s", name, room, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range doors {
		if !used[room] {
			t.Errorf("the table lists %s, which has no Go files", room)
		}
	}
}

// imports lists the packages of this module that a file imports, relative to the module.
func imports(t *testing.T, file string) []string {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, spec := range tree.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if rel, ok := strings.CutPrefix(name, module+"/"); ok {
			out = append(out, rel)
		}
	}
	return out
}
