package query

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"
)

func toString(v any) any {
	s, ok := format(v)
	if !ok {
		mismatch("Boolean, Float, Integer, String, Duration or a temporal value", v)
	}
	return s
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
	size := math.Abs(f)
	switch {
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

func toIntegerOrNull(v any) any {
	switch x := v.(type) {
	case int64:
		return x
	case bool:
		if x {
			return int64(1)
		}
		return int64(0)
	case string:
		x = strings.TrimSpace(x)
		if n, err := strconv.ParseInt(x, 10, 64); err == nil {
			return n
		}
		f, ok := parseFloat(x)
		if !ok || math.Abs(f) >= 1<<63 {
			return nil
		}
		return int64(f)
	}
	switch f := to[float64](v, "Boolean, Float, Integer or String"); {
	case math.IsNaN(f):
		return int64(0)
	case f >= 1<<63: // as in Java, the ends of the range are the nearest for what lies beyond
		return int64(math.MaxInt64)
	default:
		return int64(max(f, math.MinInt64))
	}
}

func toFloatOrNull(v any) any {
	if isNumber(v) {
		return toFloat(v)
	}
	if f, ok := parseFloat(strings.TrimSpace(to[string](v, "Float, Integer or String"))); ok {
		return f
	}
	return nil
}

// parseFloat reads a number in Java's ways of writing, not Go's further ones.
func parseFloat(s string) (float64, bool) {
	if name := strings.TrimLeft(s, "+-"); name != "NaN" && name != "Infinity" && strings.Trim(s, "0123456789+-.eE") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil || errors.Is(err, strconv.ErrRange)
}

func toBooleanOrNull(v any) any {
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
}
