package query

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// conversions are functions of any value; each also has a sibling that is null where it fails.
var conversions = map[string]func(v any) any{
	"tostring": func(v any) any {
		s, ok := format(v)
		if !ok {
			mismatch("Boolean, Float, Integer, String, Duration or a temporal value", v)
		}
		return s
	},
	"tointeger": func(v any) any {
		switch x := v.(type) {
		case int64:
			return x
		case bool:
			return int64(sign(x))
		case float64:
			return whole(x)
		}
		s := strings.TrimSpace(to[string](v, "Boolean, Float, Integer or String"))
		if n, err := strconv.ParseInt(s, 10, 64); err == nil {
			return n
		}
		if f, ok := parseFloat(s); ok && math.Abs(f) < 1<<63 {
			return whole(f)
		}
		return nil
	},
	"tofloat": func(v any) any {
		if isNumber(v) {
			return toFloat(v)
		}
		if f, ok := parseFloat(strings.TrimSpace(to[string](v, "Float, Integer or String"))); ok {
			return f
		}
		return nil
	},
	"toboolean": func(v any) any {
		switch x := v.(type) {
		case bool:
			return x
		case int64:
			return x != 0
		}
		switch strings.ToLower(strings.TrimSpace(to[string](v, "Boolean, Integer or String"))) {
		case "true":
			return true
		case "false":
			return false
		}
		return nil
	},
}

// whole cuts the fraction off as Java does: at the ends of the range it stays there, and NaN is 0.
func whole(f float64) int64 {
	switch {
	case math.IsNaN(f):
		return 0
	case f >= math.MaxInt64:
		return math.MaxInt64
	case f <= math.MinInt64:
		return math.MinInt64
	}
	return int64(f)
}

// parseFloat reads a number in Java's ways of writing, not Go's further ones.
func parseFloat(s string) (float64, bool) {
	if name := strings.TrimLeft(s, "+-"); name != "NaN" && name != "Infinity" && strings.Trim(s, "0123456789+-.eE") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil || errors.Is(err, strconv.ErrRange)
}

// format writes a scalar as toString does.
func format(v any) (string, bool) {
	switch x := v.(type) {
	case string:
		return x, true
	case bool:
		return strconv.FormatBool(x), true
	case int64:
		return strconv.FormatInt(x, 10), true
	case float64:
		return formatFloat(x), true
	case time.Time:
		return formatTime(x), true
	case interface{ String() string }:
		return x.String(), true
	}
	return "", false
}

// formatFloat writes a float as Java does: always with a fraction, with an exponent from 10^7 on and below 10^-3.
func formatFloat(f float64) string {
	switch size := math.Abs(f); {
	case math.IsInf(f, 0):
		return strings.TrimPrefix(strconv.FormatFloat(f, 'f', -1, 64), "+") + "inity"
	case size != 0 && size < 1e-3, size >= 1e7:
		mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
		if !strings.Contains(mantissa, ".") {
			mantissa += ".0"
		}
		n, _ := strconv.Atoi(exponent)
		return mantissa + "E" + strconv.Itoa(n)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.ContainsAny(s, ".N") {
		s += ".0"
	}
	return s
}

// toUpper and toLower know, beyond those of strings, what changes its length: ß becomes SS.
func toUpper(s string) string { return cased(s, strings.ToUpper, cases.Upper) }

func toLower(s string) string { return cased(s, strings.ToLower, cases.Lower) }

func cased(s string, plain func(string) string, full func(language.Tag, ...cases.Option) cases.Caser) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return full(language.Und).String(s)
	}
	return plain(s)
}

var stringFunctions = map[string]function{
	"tostring":         of(conversions["tostring"]),
	"tostringornull":   orNull("tostring"),
	"tointeger":        of(conversions["tointeger"]),
	"tointegerornull":  orNull("tointeger"),
	"tofloat":          of(conversions["tofloat"]),
	"tofloatornull":    orNull("tofloat"),
	"toboolean":        of(conversions["toboolean"]),
	"tobooleanornull":  orNull("toboolean"),
	"toupper":          ofA("String", toUpper),
	"upper":            ofA("String", toUpper),
	"tolower":          ofA("String", toLower),
	"lower":            ofA("String", toLower),
	"trim":             trimming(true, true),
	"btrim":            trimming(true, true),
	"ltrim":            trimming(true, false),
	"rtrim":            trimming(false, true),
	"char_length":      ofA("String", func(s string) any { return size(s) }),
	"character_length": ofA("String", func(s string) any { return size(s) }),
	"replace": {3, 3, false, func(_ *run, args []any) any {
		return strings.ReplaceAll(toText(args[0]), toText(args[1]), toText(args[2]))
	}},
	"split": {2, 2, false, func(_ *run, args []any) any { return split(args[0], args[1]) }},
	"substring": {2, 3, false, func(_ *run, args []any) any {
		letters := []rune(toText(args[0]))
		letters = letters[length(args[1], letters):]
		if len(args) == 3 {
			letters = letters[:length(args[2], letters)]
		}
		return string(letters)
	}},
	"left": {2, 2, false, func(_ *run, args []any) any {
		letters := []rune(toText(args[0]))
		return string(letters[:length(args[1], letters)])
	}},
	"right": {2, 2, false, func(_ *run, args []any) any {
		letters := []rune(toText(args[0]))
		return string(letters[len(letters)-length(args[1], letters):])
	}},
}

// length is a number of letters, at most all of them.
func length(v any, letters []rune) int {
	n := toInteger(v)
	if n < 0 {
		fail("a length or position can't be negative")
	}
	return int(min(n, int64(len(letters))))
}

func orNull(name string) function {
	return of(func(v any) any { return attempt(conversions[name], v) })
}

// trimming takes blanks off, or the letters that a second argument has.
func trimming(start, end bool) function {
	return function{1, 2, false, func(_ *run, args []any) any {
		cut := unicode.IsSpace
		if len(args) == 2 {
			letters := toText(args[1])
			cut = func(r rune) bool { return strings.ContainsRune(letters, r) }
		}
		s := toText(args[0])
		if start {
			s = strings.TrimLeftFunc(s, cut)
		}
		if end {
			s = strings.TrimRightFunc(s, cut)
		}
		return s
	}}
}

// split cuts a string at a delimiter, or at any of a list of them.
func split(s, at any) []any {
	delimiters, ok := at.([]any)
	if !ok {
		delimiters = []any{at}
	}
	pieces := []string{toText(s)}
	for _, d := range delimiters {
		var cut []string
		for _, piece := range pieces {
			cut = append(cut, strings.Split(piece, toText(d))...)
		}
		pieces = cut
	}
	return anys(pieces)
}
