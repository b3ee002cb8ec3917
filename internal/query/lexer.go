package query

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// kind tells what a token is; it is also the number of its group in lexeme.
type kind int

const (
	end kind = iota
	word
	quotedWord // in backticks; never a keyword
	float
	integer
	text
	param
	symbol
)

// token is a piece of the statement, text[from:to]. Value is a name without its quotes, or what a literal means.
type token struct {
	kind     kind
	from, to int
	value    string
}

// The dots of 1..3 don't belong to the numbers.
const (
	blank      = `[\s\p{Z}\x{feff}]|//[^\n]*|/\*(?s:.*?)\*/`
	name       = `[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Pc}]*`
	quotedName = "`(?:[^`]|``)*`"
	digits     = `\d(?:_?\d)*`
)

var (
	lexeme = regexp.MustCompile(`^(?:` + blank + `)*(?:(` + name + `)|(` + quotedName + `)` +
		`|((?:` + digits + `)?\.` + digits + `(?:[eE][+-]?\d+)?|` + digits + `[eE][+-]?\d+)|(0[xX][\da-fA-F]+|0[oO]\d+|` + digits + `)` +
		`|((?s:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))|(\$(?:[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Pc}]+|` + quotedName + `))` +
		`|(\.\.|<>|<=|>=|=~|!=|::|[][(){}<>=+*/%^.,:;|&!?-])|)`)
	startsName = regexp.MustCompile(`^` + name)
	escape     = regexp.MustCompile(`(?:\\u[\da-fA-F]{4})+|(?s:\\.)`)
)

// scan splits a statement into tokens; the last one is of kind end.
func scan(source string) ([]token, error) {
	var tokens []token
	for at := 0; ; {
		m := lexeme.FindStringSubmatchIndex(source[at:])
		t := token{from: at + m[1], to: at + m[1]}
		for k := word; k <= symbol; k++ {
			if from := m[2*k]; from >= 0 {
				t = token{k, at + from, at + m[1], source[at+from : at+m[1]]}
			}
		}
		at = t.to
		switch t.kind {
		case end:
			if at < len(source) {
				return nil, unreadable(source, at)
			}
			return append(tokens, t), nil
		case quotedWord, param:
			t.value = strings.TrimPrefix(t.value, "$")
			if unquoted, ok := strings.CutPrefix(t.value, "`"); ok {
				t.value = strings.ReplaceAll(unquoted[:len(unquoted)-1], "``", "`")
			}
		case integer, float:
			if rest := startsName.FindString(source[at:]); rest != "" {
				return nil, fault(source, t.from, t.value+rest, "Invalid input '%s': a name can't begin with a digit", t.value+rest)
			}
			t.value = strings.ReplaceAll(t.value, "_", "")
		case symbol:
			if strings.HasPrefix(source[t.from:], "/*") {
				return nil, unreadable(source, t.from)
			}
		case text:
			var err error
			if t.value, err = unescape(source, t.from+1, t.to-1); err != nil {
				return nil, err
			}
		}
		tokens = append(tokens, t)
	}
}

// unreadable is the error for what begins no token.
func unreadable(source string, at int) error {
	switch rest := source[at:]; {
	case strings.HasPrefix(rest, "/*"):
		return fault(source, at, "/*", "Failed to parse comment: a comment starting with '/*' must have an ending '*/'")
	case strings.ContainsRune("'\"`", rune(rest[0])):
		return fault(source, at, rest[:1], "Failed to parse string literal. The query must contain an even number of non-escaped quotes.")
	case rest[0] == '$':
		return fault(source, at, "$", "Invalid input '$': expected the name of a parameter")
	default:
		r, size := utf8.DecodeRuneInString(rest)
		return fault(source, at, rest[:size], "Invalid input '%c'", r)
	}
}

// unescape is what the inside of a string literal, source[from:to], means.
func unescape(source string, from, to int) (string, error) {
	wrong := ""
	value := escape.ReplaceAllStringFunc(source[from:to], func(sequence string) string {
		if strings.HasPrefix(sequence, `\u`) && len(sequence) > 2 {
			var codes []uint16
			for code := range strings.SplitSeq(sequence[2:], `\u`) {
				n, _ := strconv.ParseUint(code, 16, 16)
				codes = append(codes, uint16(n))
			}
			return string(utf16.Decode(codes))
		}
		i := strings.Index("\\'\"`ntbrf", sequence[1:])
		if i < 0 {
			if wrong == "" {
				wrong = sequence
			}
			return ""
		}
		return "\\'\"`\n\t\b\r\f"[i : i+1]
	})
	if wrong != "" {
		return "", fault(source, from+strings.Index(source[from:to], wrong), wrong, "Invalid escape sequence %s", wrong)
	}
	return value, nil
}
