package query

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
)

var numberFunctions = map[string]function{
	"abs": of(func(v any) any {
		if i, ok := v.(int64); ok && i < 0 {
			return negate(i)
		} else if ok {
			return i
		}
		return math.Abs(toNumber(v))
	}),
	"sign": of(func(v any) any {
		if math.IsNaN(toNumber(v)) {
			return int64(0)
		}
		return int64(compareNumbers(v, int64(0)))
	}),
	"isnan":    of(func(v any) any { return math.IsNaN(toNumber(v)) }),
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
	"atan2":    {2, 2, false, func(_ *run, args []any) any { return math.Atan2(toNumber(args[0]), toNumber(args[1])) }},
	"pi":       {0, 0, false, func(*run, []any) any { return math.Pi }},
	"e":        {0, 0, false, func(*run, []any) any { return math.E }},
	"rand":     {0, 0, false, func(*run, []any) any { return rand.Float64() }},
	"round": {1, 2, false, func(_ *run, args []any) any {
		if len(args) == 1 {
			return round(toNumber(args[0]), 0)
		}
		return round(toNumber(args[0]), toInteger(args[1]))
	}},
}

func ofNumber(f func(float64) float64) function {
	return of(func(v any) any { return f(toNumber(v)) })
}

// round goes to the nearest integer, from the middle upwards; with a precision it takes the number as it is written and
// goes away from zero from the middle.
func round(x float64, precision int64) float64 {
	switch {
	case precision < 0:
		fail("the precision can't be negative")
	case math.IsNaN(x) || math.IsInf(x, 0) || precision > 400:
		return x
	case precision == 0:
		down := math.Floor(x)
		return down + float64(sign(x-down >= 0.5))
	}
	written, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	result, _ := strconv.ParseFloat(written.FloatString(int(precision)), 64)
	return result
}
