package article

import (
	"bufio"
	"errors"
	"io"
)

var errTooLong = errors.New("too long")

// valueReader cuts a file of JSON into its objects, without holding more than one: those of an array at the top, or
// those that stand one after the other. It only counts brackets; whether an object is well formed, its decoder says.
type valueReader struct {
	r     *bufio.Reader
	line  int
	count int
	array bool
	ended bool // the array's closing bracket was read
	value []byte
}

// several is true once the file is known to hold more than one object.
func (v *valueReader) several() bool { return v.array || v.count > 1 }

// next gives an object and the line it begins on. An object that is too long is skipped with errTooLong; any other
// error but io.EOF means that the rest can't be made out.
func (v *valueReader) next() ([]byte, int, error) {
	for {
		c, err := v.read()
		switch {
		case errors.Is(err, io.EOF) && v.array && !v.ended:
			return nil, v.line, errors.New("broken JSON: the list has no end")
		case err != nil:
			return nil, v.line, v.fault(err)
		case c == ' ', c == '\t', c == '\r', c == '\n', c == ',' && v.array && v.count > 0 && !v.ended:
		case c == '[' && v.count == 0 && !v.array:
			v.array = true
		case c == ']' && v.array && !v.ended:
			v.ended = true
		case c == '{' && !v.ended:
			v.count++
			return v.object()
		default:
			return nil, v.line, errors.New("broken JSON: an object is wanted, not " + quoted(c))
		}
	}
}

// object reads on from an opening brace to the one that closes it.
func (v *valueReader) object() ([]byte, int, error) {
	start := v.line
	v.value = append(v.value[:0], '{')
	tooLong, text, escaped := false, false, false
	for depth := 1; depth > 0; {
		c, err := v.read()
		if errors.Is(err, io.EOF) {
			return nil, start, errors.New("broken JSON: the object has no end")
		}
		if err != nil {
			return nil, start, v.fault(err)
		}
		switch {
		case escaped:
			escaped = false
		case c == '\\':
			escaped = text
		case c == '"':
			text = !text
		case text:
		case c == '{', c == '[':
			depth++
		case c == '}', c == ']':
			depth--
		}
		if tooLong = tooLong || len(v.value) >= lineBytes; tooLong {
			v.value = nil
			continue
		}
		v.value = append(v.value, c)
	}
	if tooLong {
		return nil, start, errTooLong
	}
	return v.value, start, nil
}

func (v *valueReader) read() (byte, error) {
	c, err := v.r.ReadByte()
	if c == '\n' && err == nil {
		v.line++
	}
	return c, err
}

func (v *valueReader) fault(err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	return errors.New(readFault(err))
}

func quoted(c byte) string {
	if c < ' ' || c > '~' {
		return "this"
	}
	return string(rune(c))
}
