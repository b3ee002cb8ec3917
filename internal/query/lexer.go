package query

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind int

const (
	end kind = iota
	word
	quotedWord // in backticks; never a keyword
	integer
	float
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

// symbols that are longer than a byte, longest first.
var symbols = []string{"..", "::", "<>", "<=", ">=", "=~", "!=", "||"}

// scan splits a statement into tokens; the last one is of kind end.
func scan(source string) ([]token, error) {
	s := &scanner{text: source}
	var tokens []token
	for {
		if err := s.space(); err != nil {
			return nil, err
		}
		from := s.at
		t, err := s.next()
		if err != nil {
			return nil, err
		}
		t.from, t.to = from, s.at
		tokens = append(tokens, t)
		if t.kind == end {
			return tokens, nil
		}
	}
}

type scanner struct {
	text string
	at   int
}

// space skips blanks and comments.
func (s *scanner) space() error {
	for s.at < len(s.text) {
		rest := s.text[s.at:]
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case unicode.IsSpace(r) || r == '\ufeff':
			s.at += size
		case strings.HasPrefix(rest, "//"):
			line, _, _ := strings.Cut(rest, "\n")
			s.at += len(line)
		case strings.HasPrefix(rest, "/*"):
			length := strings.Index(rest[2:], "*/")
			if length < 0 {
				return fault(s.text, s.at, "/*", "Failed to parse comment: a comment starting with '/*' must have an ending '*/'")
			}
			s.at += length + 4
		default:
			return nil
		}
	}
	return nil
}

func (s *scanner) next() (token, error) {
	if s.at == len(s.text) {
		return token{kind: end}, nil
	}
	rest := s.text[s.at:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case startsName(r):
		return token{kind: word, value: s.name()}, nil
	case r == '`':
		name, err := s.quoted('`')
		return token{kind: quotedWord, value: name}, err
	case r == '\'' || r == '"':
		value, err := s.quoted(byte(r))
		return token{kind: text, value: value}, err
	case r == '$':
		s.at++
		if strings.HasPrefix(s.text[s.at:], "`") {
			name, err := s.quoted('`')
			return token{kind: param, value: name}, err
		}
		name := s.name()
		if name == "" {
			return token{}, fault(s.text, s.at-1, "$", "Invalid input '$': expected the name of a parameter")
		}
		return token{kind: param, value: name}, nil
	case isDigit(r), r == '.' && len(rest) > 1 && isDigit(rune(rest[1])):
		return s.number()
	}
	for _, sym := range symbols {
		if strings.HasPrefix(rest, sym) {
			s.at += len(sym)
			return token{kind: symbol, value: sym}, nil
		}
	}
	if strings.ContainsRune("()[]{}<>=+-*/%^.,:;|&!?", r) {
		s.at += size
		return token{kind: symbol, value: string(r)}, nil
	}
	return token{}, fault(s.text, s.at, rest[:size], "Invalid input '%c'", r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func startsName(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) }

func (s *scanner) name() string {
	rest := s.text[s.at:]
	length := strings.IndexFunc(rest, func(r rune) bool {
		return !startsName(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Pc, r)
	})
	if length < 0 {
		length = len(rest)
	}
	s.at += length
	return rest[:length]
}

// number reads an integer or a float. In 1..3 the dots don't belong to the number.
func (s *scanner) number() (token, error) {
	rest := s.text[s.at:]
	i, k := 0, integer
	digits := func() {
		for i < len(rest) && (isDigit(rune(rest[i])) || rest[i] == '_' && i > 0 && isDigit(rune(rest[i-1]))) {
			i++
		}
	}
	if len(rest) > 2 && rest[0] == '0' && strings.ContainsRune("xXoO", rune(rest[1])) {
		for i = 2; i < len(rest) && (isDigit(rune(rest[i])) || 'a' <= rest[i]|0x20 && rest[i]|0x20 <= 'f'); i++ {
		}
	} else {
		digits()
		if i+1 < len(rest) && rest[i] == '.' && isDigit(rune(rest[i+1])) {
			k = float
			i++
			digits()
		}
		if i < len(rest) && rest[i]|0x20 == 'e' {
			from := i
			i++
			if i < len(rest) && (rest[i] == '+' || rest[i] == '-') {
				i++
			}
			if i < len(rest) && isDigit(rune(rest[i])) {
				k = float
				digits()
			} else {
				i = from
			}
		}
	}
	if r, _ := utf8.DecodeRuneInString(rest[i:]); i < len(rest) && startsName(r) {
		from := s.at
		s.at += i
		wrong := rest[:i] + s.name()
		return token{}, fault(s.text, from, wrong, "Invalid input '%s': a name can't begin with a digit", wrong)
	}
	s.at += i
	return token{kind: k, value: strings.ReplaceAll(rest[:i], "_", "")}, nil
}

// quoted reads up to the closing quote. Within backticks only a doubled backtick is special.
func (s *scanner) quoted(quote byte) (string, error) {
	from := s.at
	var b strings.Builder
	for s.at++; s.at < len(s.text); s.at++ {
		c := s.text[s.at]
		switch {
		case c == quote && quote == '`' && strings.HasPrefix(s.text[s.at+1:], "`"):
			s.at++
			b.WriteByte('`')
		case c == quote:
			s.at++
			return b.String(), nil
		case c == '\\' && quote != '`':
			r, err := s.escape()
			if err != nil {
				return "", err
			}
			b.WriteRune(r)
		default:
			b.WriteByte(c)
		}
	}
	return "", fault(s.text, from, s.text[from:from+1], "Failed to parse string literal. The query must contain an even number of non-escaped quotes.")
}

// escape reads what stands after a backslash and stays on its last byte.
func (s *scanner) escape() (rune, error) {
	from := s.at
	s.at++
	if s.at == len(s.text) {
		return 0, fault(s.text, from, `\`, "Invalid input '\\'")
	}
	if s.text[s.at] == 'u' {
		if code, ok := s.code(s.at + 1); ok {
			s.at += 4
			if low, ok := s.code(s.at + 3); ok && 0xd800 <= code && code < 0xdc00 && strings.HasPrefix(s.text[s.at+1:], `\u`) {
				s.at += 6
				return 0x10000 + (code-0xd800)<<10 + (low - 0xdc00), nil
			}
			return code, nil
		}
	} else if i := strings.IndexByte("\\'\"`ntbrf", s.text[s.at]); i >= 0 {
		return rune("\\'\"`\n\t\b\r\f"[i]), nil
	}
	return 0, fault(s.text, from, s.text[from:s.at+1], "Invalid escape sequence %s", s.text[from:s.at+1])
}

// code reads four hexadecimal digits.
func (s *scanner) code(at int) (rune, bool) {
	if at+4 > len(s.text) {
		return 0, false
	}
	n, err := strconv.ParseUint(s.text[at:at+4], 16, 16)
	return rune(n), err == nil
}
