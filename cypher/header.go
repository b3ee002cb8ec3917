package cypher

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Param is a parameter of a statement. Every parameter of a report has a default.
type Param struct {
	Name    string
	Kind    string // string, integer, date, actor; the loader's also have list and datetime
	Default string // as written in the header
}

// kinds of parameters. A date is an ISO day, and passed as a string; an actor is an id, a name or an alias, "" for any.
var kinds = []string{"string", "integer", "date", "actor", "list", "datetime"}

// Value reads a parameter's value from text, as typed by a user.
func (p Param) Value(text string) (any, error) {
	switch p.Kind {
	case "integer":
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 0 {
			return nil, fmt.Errorf("parameter %s: %q is no whole number", p.Name, text)
		}
		return n, nil
	case "date":
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return nil, fmt.Errorf("parameter %s: %q is no date such as 2024-11-04", p.Name, text)
		}
		return text, nil
	case "string", "actor":
		return text, nil
	}
	return nil, fmt.Errorf("parameter %s: a %s can't be given as text", p.Name, p.Kind)
}

// Bind gives a value to every parameter: the text given, else the default. A name that the statement lacks is refused.
func (s Statement) Bind(given map[string]string) (map[string]any, error) {
	values := make(map[string]any, len(s.Params))
	for _, p := range s.Params {
		text, ok := given[p.Name]
		if !ok {
			text = p.Default
		}
		value, err := p.Value(text)
		if err != nil {
			return nil, err
		}
		values[p.Name] = value
	}
	for name := range given {
		if _, ok := values[name]; !ok {
			return nil, fmt.Errorf("%s has no parameter %q", s.Name, name)
		}
	}
	return values, nil
}

// Setting is the line for Neo4j Browser and cypher-shell that gives every parameter its default.
func (s Statement) Setting() string {
	var parts []string
	for _, p := range s.Params {
		value := p.Default
		if p.Kind != "integer" {
			value = "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(value) + "'"
		}
		parts = append(parts, p.Name+": "+value)
	}
	return ":param {" + strings.Join(parts, ", ") + "}"
}

// parse reads the header: the comment lines at the top of a file.
func parse(text string) (Statement, error) {
	s := Statement{Text: text}
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "// ")
		if !ok {
			break
		}
		key, value, ok := strings.Cut(comment, ": ")
		if !ok {
			return s, fmt.Errorf("header line %q has no key", comment)
		}
		switch key {
		case "name":
			s.Name = value
		case "summary":
			s.Summary = value
		case "returns":
			s.Returns = strings.Split(value, ", ")
		case "param":
			p, err := parseParam(value)
			if err != nil {
				return s, err
			}
			s.Params = append(s.Params, p)
		default:
			return s, fmt.Errorf("header key %q is unknown", key)
		}
	}
	if s.Name == "" || s.Summary == "" {
		return s, errors.New("the header lacks a name or a summary")
	}
	return s, nil
}

// parseParam reads "since date = 1900-01-01" or "rows list".
func parseParam(text string) (Param, error) {
	declared, value, _ := strings.Cut(text, "=")
	words := strings.Fields(declared)
	if len(words) != 2 {
		return Param{}, fmt.Errorf("parameter %q is not a name and a kind", text)
	}
	p := Param{Name: words[0], Kind: words[1], Default: strings.TrimSpace(value)}
	for _, kind := range kinds {
		if p.Kind == kind {
			return p, nil
		}
	}
	return p, fmt.Errorf("parameter %s: kind %q is unknown", p.Name, p.Kind)
}
