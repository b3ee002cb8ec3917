package query

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
)

var numberFunctions = map[string]function{
	"abs": of(func(v any) (any, error) {
		switch x := v.(type) {
		case int64:
			if x < 0 {
				return negate(x)
			}
			return x, nil
		case float64:
			return math.Abs(x), nil
		}
		return nil, mismatch("Float or Integer", v)
	}),
	"sign": of(func(v any) (any, error) {
		if !isNumber(v) {
			return nil, mismatch("Float or Integer", v)
		}
		if isNaN(v) {
			return int64(0), nil
		}
		return int64(compareNumbers(v, int64(0))), nil
	}),
	"isnan": of(func(v any) (any, error) {
		if !isNumber(v) {
			return nil, mismatch("Float or Integer", v)
		}
		return isNaN(v), nil
	}),
	"ceil":     ofNumber(math.Ceil),
	"ceiling":  ofNumber(math.Ceil),
	"floor":    ofNumber(math.Floor),
	"sqrt":     ofNumber(math.Sqrt),
	"exp":      ofNumber(math.Exp),
	"log":      ofNumber(math.Log),
	"ln":       ofNumber(math.Log),
	"log10":    ofNumber(math.Log10),
	"sin":      ofNumber(math.Sin),
	"cos":      ofNumber(math.Cos),
	"tan":      ofNumber(math.Tan),
	"cot":      ofNumber(func(x float64) float64 { return 1 / math.Tan(x) }),
	"asin":     ofNumber(math.Asin),
	"acos":     ofNumber(math.Acos),
	"atan":     ofNumber(math.Atan),
	"degrees":  ofNumber(func(x float64) float64 { return x * 180 / math.Pi }),
	"radians":  ofNumber(func(x float64) float64 { return x / 180 * math.Pi }),
	"haversin": ofNumber(func(x float64) float64 { return (1 - math.Cos(x)) / 2 }),
	"atan2": {2, 2, false, func(_ *run, args []any) (any, error) {
		return floats("atan2", args[0], args[1], math.Atan2)
	}},
	"pi":    {0, 0, false, func(*run, []any) (any, error) { return math.Pi, nil }},
	"e":     {0, 0, false, func(*run, []any) (any, error) { return math.E, nil }},
	"rand":  {0, 0, false, func(*run, []any) (any, error) { return rand.Float64(), nil }},
	"round": {1, 3, false, round},
}

func ofNumber(f func(float64) float64) function {
	return of(func(v any) (any, error) {
		if !isNumber(v) {
			return nil, mismatch("Float or Integer", v)
		}
		return f(toFloat(v)), nil
	})
}

// round is round(x), to the nearest integer and up from the middle, or round(x, precision, mode) on the number as it is
// written, away from zero from the middle unless mode says otherwise.
func round(_ *run, args []any) (any, error) {
	if !isNumber(args[0]) {
		return nil, mismatch("Float or Integer", args[0])
	}
	x := toFloat(args[0])
	precision, mode := int64(0), "HALF_UP"
	if len(args) > 1 {
		n, ok := args[1].(int64)
		if !ok || n < 0 {
			return nil, fmt.Errorf("invalid precision %v", args[1])
		}
		precision = n
	}
	if len(args) > 2 {
		s, ok := args[2].(string)
		if !ok {
			return nil, mismatch("String", args[2])
		}
		mode = strings.ToUpper(s)
	}
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return x, nil
	case precision == 0 && len(args) < 3:
		down := math.Floor(x)
		return down + float64(sign(x-down >= 0.5)), nil
	case precision > 400:
		return x, nil
	}
	written, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(precision), nil)
	scaled := written.Mul(written, new(big.Rat).SetInt(scale))
	quotient, rest := new(big.Int).QuoRem(scaled.Num(), scaled.Denom(), new(big.Int))
	half := new(big.Int).Lsh(new(big.Int).Abs(rest), 1).Cmp(scaled.Denom())
	away := false
	switch mode {
	case "UP":
		away = rest.Sign() != 0
	case "DOWN":
	case "CEILING":
		away = rest.Sign() > 0
	case "FLOOR":
		away = rest.Sign() < 0
	case "HALF_UP":
		away = half >= 0
	case "HALF_DOWN":
		away = half > 0
	case "HALF_EVEN":
		away = half > 0 || half == 0 && quotient.Bit(0) == 1
	default:
		return nil, fmt.Errorf("unknown rounding mode '%s'", mode)
	}
	if away {
		quotient.Add(quotient, big.NewInt(int64(scaled.Sign())))
	}
	result, _ := new(big.Rat).SetFrac(quotient, scale).Float64()
	return result, nil
}
