package query

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// conversions are functions of any value; each also has a sibling that is null where it fails.
var conversions = map[string]func(v any) (any, error){
	"tostring": func(v any) (any, error) {
		if v == nil {
			return nil, nil
		}
		if s, ok := format(v); ok {
			return s, nil
		}
		return nil, mismatch("Boolean, Float, Integer, String, Duration or a temporal value", v)
	},
	"tointeger": func(v any) (any, error) {
		switch x := v.(type) {
		case nil, int64:
			return x, nil
		case bool:
			return int64(sign(x)), nil
		case float64:
			return whole(x), nil
		case string:
			if n, err := strconv.ParseInt(strings.TrimSpace(x), 10, 64); err == nil {
				return n, nil
			}
			if f, ok := parseFloat(x); ok && math.Abs(f) < 1<<63 {
				return whole(f), nil
			}
			return nil, nil
		}
		return nil, mismatch("Boolean, Float, Integer or String", v)
	},
	"tofloat": func(v any) (any, error) {
		switch x := v.(type) {
		case nil, float64:
			return x, nil
		case int64:
			return float64(x), nil
		case string:
			if f, ok := parseFloat(x); ok {
				return f, nil
			}
			return nil, nil
		}
		return nil, mismatch("Float, Integer or String", v)
	},
	"toboolean": func(v any) (any, error) {
		switch x := v.(type) {
		case nil, bool:
			return x, nil
		case int64:
			return x != 0, nil
		case string:
			switch strings.ToLower(strings.TrimSpace(x)) {
			case "true":
				return true, nil
			case "false":
				return false, nil
			}
			return nil, nil
		}
		return nil, mismatch("Boolean, Integer or String", v)
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
	s = strings.TrimSpace(s)
	switch strings.TrimLeft(s, "+-") {
	case "NaN", "Infinity":
	default:
		if strings.ContainsFunc(s, func(r rune) bool { return !isDigit(r) && !strings.ContainsRune("+-.eE", r) }) {
			return 0, false
		}
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
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 0):
		return strings.TrimPrefix(strconv.FormatFloat(f, 'f', -1, 64), "+") + "inity"
	case size != 0 && (size < 1e-3 || size >= 1e7):
		mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
		if !strings.Contains(mantissa, ".") {
			mantissa += ".0"
		}
		n, _ := strconv.Atoi(exponent)
		return mantissa + "E" + strconv.Itoa(n)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

var stringFunctions = map[string]function{
	"tostring":        of(conversions["tostring"]),
	"tostringornull":  orNull("tostring"),
	"tointeger":       of(conversions["tointeger"]),
	"tointegerornull": orNull("tointeger"),
	"tofloat":         of(conversions["tofloat"]),
	"tofloatornull":   orNull("tofloat"),
	"toboolean":       of(conversions["toboolean"]),
	"tobooleanornull": orNull("toboolean"),
	"toupper":         ofText(strings.ToUpper),
	"upper":           ofText(strings.ToUpper),
	"tolower":         ofText(strings.ToLower),
	"lower":           ofText(strings.ToLower),
	"trim":            trimming(true, true),
	"btrim":           trimming(true, true),
	"ltrim":           trimming(true, false),
	"rtrim":           trimming(false, true),
	"replace":         {3, 3, false, replace},
	"split":           {2, 2, false, split},
	"substring":       {2, 3, false, substring},
	"left": {2, 2, false, func(r *run, args []any) (any, error) {
		return substring(r, []any{args[0], int64(0), args[1]})
	}},
	"right": {2, 2, false, func(_ *run, args []any) (any, error) {
		letters, n, err := lettersAnd(args[0], args[1])
		if err != nil {
			return nil, err
		}
		return string(letters[max(0, len(letters)-n):]), nil
	}},
	"char_length":      {1, 1, false, func(r *run, args []any) (any, error) { return textSize(args[0]) }},
	"character_length": {1, 1, false, func(r *run, args []any) (any, error) { return textSize(args[0]) }},
}

func textSize(v any) (any, error) {
	s, ok := v.(string)
	if !ok {
		return nil, mismatch("String", v)
	}
	return int64(len([]rune(s))), nil
}

func orNull(name string) function {
	return of(func(v any) (any, error) {
		result, err := conversions[name](v)
		if err != nil {
			return nil, nil
		}
		return result, nil
	})
}

func ofText(f func(string) string) function {
	return of(func(v any) (any, error) {
		s, ok := v.(string)
		if !ok {
			return nil, mismatch("String", v)
		}
		return f(s), nil
	})
}

// trimming takes blanks off, or the letters that a second argument has.
func trimming(start, end bool) function {
	return function{1, 2, false, func(_ *run, args []any) (any, error) {
		words, err := textArgs(args)
		if err != nil {
			return nil, err
		}
		cut := unicode.IsSpace
		if len(words) == 2 {
			cut = func(r rune) bool { return strings.ContainsRune(words[1], r) }
		}
		s := words[0]
		if start {
			s = strings.TrimLeftFunc(s, cut)
		}
		if end {
			s = strings.TrimRightFunc(s, cut)
		}
		return s, nil
	}}
}

func textArgs(args []any) ([]string, error) {
	words := make([]string, len(args))
	for i, v := range args {
		s, ok := v.(string)
		if !ok {
			return nil, mismatch("String", v)
		}
		words[i] = s
	}
	return words, nil
}

func replace(_ *run, args []any) (any, error) {
	words, err := textArgs(args)
	if err != nil {
		return nil, err
	}
	return strings.ReplaceAll(words[0], words[1], words[2]), nil
}

// split cuts a string at a delimiter, or at any of a list of them.
func split(_ *run, args []any) (any, error) {
	delimiters, ok := args[1].([]any)
	if !ok {
		delimiters = args[1:]
	}
	words, err := textArgs(append([]any{args[0]}, delimiters...))
	if err != nil {
		return nil, err
	}
	pieces := words[:1]
	for _, d := range words[1:] {
		var cut []string
		for _, piece := range pieces {
			cut = append(cut, strings.Split(piece, d)...)
		}
		pieces = cut
	}
	return texts(pieces), nil
}

// lettersAnd reads a string and a number that isn't negative.
func lettersAnd(s, n any) ([]rune, int, error) {
	word, ok := s.(string)
	if !ok {
		return nil, 0, mismatch("String", s)
	}
	count, ok := n.(int64)
	if !ok {
		return nil, 0, mismatch("Integer", n)
	}
	if count < 0 {
		return nil, 0, errors.New("a length or position can't be negative")
	}
	letters := []rune(word)
	return letters, int(min(count, int64(len(letters)))), nil
}

func substring(_ *run, args []any) (any, error) {
	letters, from, err := lettersAnd(args[0], args[1])
	if err != nil {
		return nil, err
	}
	letters = letters[from:]
	if len(args) == 3 {
		_, length, err := lettersAnd(args[0], args[2])
		if err != nil {
			return nil, err
		}
		letters = letters[:min(length, len(letters))]
	}
	return string(slices.Clone(letters)), nil
}
