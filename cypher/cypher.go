package cypher

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"
)

//go:embed schema/*.cypher write/*.cypher report/*.cypher
var files embed.FS

// Statement is one file: a Cypher text and what its header says of it.
type Statement struct {
	Name    string
	Summary string
	Params  []Param
	Returns []string // columns, in order
	Text    string   // the file
}

// slot is the relationship type that For replaces.
var slot = regexp.MustCompile(`:ACT\b`)

// For puts a relationship type in the place of ACT. The type must come from the program's own list.
func (s Statement) For(relation string) string {
	return slot.ReplaceAllString(s.Text, ":"+relation)
}

// folders are read once; what is embedded is proved by this package's tests, so a fault there may panic.
var (
	reports = sync.OnceValue(func() []Statement { return mustRead(files, "report") })
	writes  = sync.OnceValue(func() []Statement { return mustRead(files, "write") })
	schemas = sync.OnceValue(func() []Statement { return mustRead(files, "schema") })
)

// Reports lists the canned reports by name.
func Reports() []Statement {
	return append([]Statement(nil), reports()...)
}

// Report finds a canned report.
func Report(name string) (Statement, bool) {
	return find(reports(), name)
}

// Write finds one of the loader's statements. Asking for one that isn't there is a fault of the program.
func Write(name string) Statement {
	s, ok := find(writes(), name)
	if !ok {
		panic(fmt.Sprintf("cypher: no write statement %q", name))
	}
	return s
}

// Writes lists the loader's statements by name.
func Writes() []Statement {
	return append([]Statement(nil), writes()...)
}

// Schema lists the commands that make constraints and indexes, with one for each relationship type where ACT stands.
func Schema(relations []string) []string {
	var out []string
	for _, s := range schemas() {
		for _, command := range commands(s.Text) {
			if !slot.MatchString(command) {
				out = append(out, command)
				continue
			}
			for _, relation := range relations {
				name := strings.ToLower(relation)
				command := strings.ReplaceAll(command, "act_event", name+"_event")
				out = append(out, Statement{Text: command}.For(relation))
			}
		}
	}
	return out
}

// commands splits a file at the semicolons that end lines and drops comments.
func commands(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "//") {
			lines = append(lines, line)
		}
	}
	var out []string
	for _, command := range strings.Split(strings.Join(lines, ""), ";\n") {
		if command = strings.TrimSpace(command); command != "" {
			out = append(out, command)
		}
	}
	return out
}

func find(list []Statement, name string) (Statement, bool) {
	for _, s := range list {
		if s.Name == name {
			return s, true
		}
	}
	return Statement{}, false
}

func mustRead(root fs.FS, folder string) []Statement {
	list, err := read(root, folder)
	if err != nil {
		panic("cypher: " + err.Error())
	}
	return list
}

// read parses the files of a folder, by name.
func read(root fs.FS, folder string) ([]Statement, error) {
	entries, err := fs.ReadDir(root, folder)
	if err != nil {
		return nil, fmt.Errorf("reading folder %q: %w", folder, err)
	}
	var list []Statement
	for _, entry := range entries {
		file := path.Join(folder, entry.Name())
		text, err := fs.ReadFile(root, file)
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", file, err)
		}
		s, err := parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", file, err)
		}
		if want := strings.TrimSuffix(entry.Name(), ".cypher"); s.Name != want {
			return nil, fmt.Errorf("reading %q: name %q is not the file's", file, s.Name)
		}
		list = append(list, s)
	}
	return list, nil
}
