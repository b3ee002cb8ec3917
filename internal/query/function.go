package query

import (
	"maps"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// function is a function of expressions. Except for coalesce it is null where an argument is null.
type function struct {
	least, most int // how many arguments
	call        func(r *run, args []any) any
	entity      entity // that the first argument must be, where it is known
}

// entities are kinds of entities by the names of their types.
var entities = map[string]entity{"Node": nodeEntity, "Relationship": relationshipEntity, "Path": pathEntity, "String or List<T>": relationshipsEntity}

// slicing is what list[from..to] calls.
const slicing = "[..]"

// functions are all functions but those that aggregate, by their names in lower case.
var functions = map[string]function{
	"coalesce": {1, math.MaxInt, func(_ *run, args []any) any {
		return at(args, slices.IndexFunc(args, func(v any) bool { return v != nil }))
	}, anything},

	// Of entities and paths.
	"id":            of("Node or Relationship", func(v any) any { return int64(idOf(v)) }),
	"elementid":     of("Node or Relationship", func(v any) any { return strconv.FormatUint(uint64(idOf(v)), 10) }),
	"labels":        of("Node", func(n *Node) any { return anys(n.Labels) }),
	"type":          of("Relationship", func(x *Relationship) any { return x.Type }),
	"properties":    of("Map", func(v any) any { return maps.Clone(propertiesOf(v)) }),
	"keys":          of("Map", func(v any) any { return anys(sortedKeys(propertiesOf(v))) }),
	"startnode":     {1, 1, func(r *run, args []any) any { return r.node(to[*Relationship](args[0], "Relationship").Start) }, relationshipEntity},
	"endnode":       {1, 1, func(r *run, args []any) any { return r.node(to[*Relationship](args[0], "Relationship").End) }, relationshipEntity},
	"nodes":         of("Path", func(p Path) any { return anys(p.Nodes) }),
	"relationships": of("Path", func(p Path) any { return anys(p.Relationships) }),
	"length":        of("Path", func(p Path) any { return int64(len(p.Relationships)) }),

	// Of lists.
	"size":    of("String or List<T>", size),
	"isempty": of("String or List<T>", func(v any) any { return size(v) == int64(0) }),
	"head":    of("List<T>", func(items []any) any { return at(items, 0) }),
	"last":    of("List<T>", func(items []any) any { return at(items, len(items)-1) }),
	"tail":    of("List<T>", func(items []any) any { return slices.Clone(items[min(1, len(items)):]) }),
	"reverse": of("", reverse),
	"range":   {2, 3, func(_ *run, args []any) any { return numbers(append(args, int64(1))[:3]) }, anything},
	slicing:   {3, 3, func(_ *run, args []any) any { return slice(toList(args[0]), toInteger(args[1]), toInteger(args[2])) }, anything},

	// Of strings.
	"tostring":  of("", toString),
	"tointeger": of("", toIntegerOrNull),
	"tofloat":   of("", toFloatOrNull),
	"toboolean": of("", toBooleanOrNull),
	"toupper":   of("String", func(s string) any { return cased(s, strings.ToUpper, cases.Upper) }),
	"tolower":   of("String", func(s string) any { return cased(s, strings.ToLower, cases.Lower) }),
	"trim":      of("String", func(s string) any { return strings.TrimSpace(s) }),
	"ltrim":     of("String", func(s string) any { return strings.TrimLeftFunc(s, unicode.IsSpace) }),
	"rtrim":     of("String", func(s string) any { return strings.TrimRightFunc(s, unicode.IsSpace) }),
	"replace": {3, 3, func(_ *run, args []any) any {
		return strings.ReplaceAll(toText(args[0]), toText(args[1]), toText(args[2]))
	}, anything},
	"split": {2, 2, func(_ *run, args []any) any { return anys(strings.Split(toText(args[0]), toText(args[1]))) }, anything},
	"substring": {2, 3, func(_ *run, args []any) any {
		rest := part(args[0], args[1], int64(math.MaxInt64))
		return part(rest, int64(0), append(args, int64(math.MaxInt64))[2])
	}, anything},
	"left": {2, 2, func(_ *run, args []any) any { return part(args[0], int64(0), args[1]) }, anything},
	"right": {2, 2, func(_ *run, args []any) any {
		return reverse(part(reverse(toText(args[0])), int64(0), args[1]))
	}, anything},

	// Of numbers.
	"abs": of("", func(v any) any {
		if toNumber(v) < 0 {
			return negate(v)
		}
		return v
	}),
	"sign":  ofNumber(func(x float64) any { return int64(order(x, 0.0)) }),
	"isnan": ofNumber(func(x float64) any { return math.IsNaN(x) }),
	"ceil":  ofNumber(func(x float64) any { return math.Ceil(x) }),
	"floor": ofNumber(func(x float64) any { return math.Floor(x) }),
	"sqrt":  ofNumber(func(x float64) any { return math.Sqrt(x) }),
	"exp":   ofNumber(func(x float64) any { return math.Exp(x) }),
	"log":   ofNumber(func(x float64) any { return math.Log(x) }),
	"log10": ofNumber(func(x float64) any { return math.Log10(x) }),
	"sin":   ofNumber(func(x float64) any { return math.Sin(x) }),
	"cos":   ofNumber(func(x float64) any { return math.Cos(x) }),
	"round": {1, 2, func(_ *run, args []any) any { return round(toNumber(args[0]), toInteger(append(args, int64(0))[1])) }, anything},
	"pi":    {0, 0, func(*run, []any) any { return math.Pi }, anything},
	"rand":  {0, 0, func(*run, []any) any { return rand.Float64() }, anything},

	// Of dates, times and durations.
	"timestamp":         {0, 0, func(r *run, _ []any) any { return r.now.UnixMilli() }, anything},
	"date":              {0, 1, func(r *run, args []any) any { return DateOf(instant(append(args, r.now)[0], false)) }, anything},
	"datetime":          {0, 1, func(r *run, args []any) any { return instant(append(args, r.now)[0], true) }, anything},
	"date.truncate":     {1, 2, func(r *run, args []any) any { return DateOf(truncate(append(args, r.now)[1], toText(args[0]))) }, anything},
	"datetime.truncate": {1, 2, func(r *run, args []any) any { return truncate(append(args, r.now)[1], toText(args[0])) }, anything},
	"duration":          of("", durationFrom),

	"duration.between":   {2, 2, func(_ *run, args []any) any { return between(args[0], args[1], "") }, anything},
	"duration.inmonths":  {2, 2, func(_ *run, args []any) any { return between(args[0], args[1], "months") }, anything},
	"duration.indays":    {2, 2, func(_ *run, args []any) any { return between(args[0], args[1], "days") }, anything},
	"duration.inseconds": {2, 2, func(_ *run, args []any) any { return between(args[0], args[1], "seconds") }, anything},
}

// of makes a function of one value of a type; what is the type's name.
func of[T any](what string, call func(v T) any) function {
	return function{1, 1, func(_ *run, args []any) any { return call(to[T](args[0], what)) }, entities[what]}
}

func ofNumber(call func(float64) any) function {
	return of("", func(v any) any { return call(toNumber(v)) })
}

func idOf(v any) ID {
	id, ok := identity(v)
	if !ok {
		mismatch("Node or Relationship", v)
	}
	return id
}

func anys[T any](items []T) []any {
	out := make([]any, len(items))
	for i, item := range items {
		out[i] = item
	}
	return out
}

func size(v any) any {
	switch x := v.(type) {
	case string:
		return int64(utf8.RuneCountInString(x))
	case map[string]any:
		return int64(len(x))
	}
	return int64(len(to[[]any](v, "String or List<T>")))
}

func at(items []any, i int) any {
	if i < 0 || i >= len(items) {
		return nil
	}
	return items[i]
}

func reverse(v any) any {
	if s, ok := v.(string); ok {
		letters := []rune(s)
		slices.Reverse(letters)
		return string(letters)
	}
	out := slices.Clone(to[[]any](v, "String or List<T>"))
	slices.Reverse(out)
	return out
}

// slice is list[from..to], where what is negative counts from the end.
func slice(items []any, from, to int64) any {
	place := func(n int64) int64 {
		if n < 0 {
			n += int64(len(items))
		}
		return max(0, min(n, int64(len(items))))
	}
	return slices.Clone(items[place(from):max(place(from), place(to))])
}

// part is the letters of a string from a place on, so many or as many as there are.
func part(s, from, count any) any {
	letters := []rune(toText(s))
	start, n := toInteger(from), toInteger(count)
	if start < 0 || n < 0 {
		fail("a length or position can't be negative")
	}
	letters = letters[min(start, int64(len(letters))):]
	return string(letters[:min(n, int64(len(letters)))])
}

// cased changes the case of what changes its length, too: ß becomes SS.
func cased(s string, plain func(string) string, full func(language.Tag, ...cases.Option) cases.Caser) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return full(language.Und).String(s)
	}
	return plain(s)
}

// maxRange bounds the lists that range makes: they are made as a whole.
const maxRange = 10_000_000

// numbers is range(first, last, step).
func numbers(args []any) any {
	first, last, step := toInteger(args[0]), toInteger(args[1]), toInteger(args[2])
	if step == 0 {
		fail("the step can't be zero")
	}
	if step > 0 && last < first || step < 0 && last > first {
		return []any{}
	}
	// Unsigned, as the ends may lie further apart than an integer can say.
	apart, width := uint64(last)-uint64(first), uint64(step)
	if step < 0 {
		apart, width = -apart, -width
	}
	if apart/width >= maxRange {
		fail("more than %d elements", maxRange)
	}
	out := make([]any, apart/width+1)
	for i := range out {
		out[i] = first + int64(i)*step
	}
	return out
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
		if x-down >= 0.5 {
			down++
		}
		return down
	}
	written, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	result, _ := strconv.ParseFloat(written.FloatString(int(precision)), 64)
	return result
}
