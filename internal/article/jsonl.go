package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// lineBytes is the longest line read. It is more than MaxBytes because JSON escapes take room, and because a line of
// `newsgraph extract` repeats the sentences of its events.
const lineBytes = 8 * MaxBytes

// decodeLines reads an object a line, one line at a time.
func decodeLines(src *source, yield func(Record) bool) {
	lines := lineReader{r: src.r}
	empty := true
	for {
		line, tooLong, err := lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		record := Record{}
		switch {
		case err != nil:
			yield(rejected(src.path, lines.number, readFault(err)))
			return
		case tooLong:
			record = rejected(src.path, lines.number, "line is "+tooLongLine)
		case len(bytes.TrimSpace(line)) == 0:
			continue
		default:
			record = decodeObject(line, src.path, lines.number)
		}
		empty = false
		if !yield(record) {
			return
		}
	}
	if empty {
		yield(rejected(src.path, 0, "empty file"))
	}
}

var tooLongLine = fmt.Sprintf("larger than %d MiB", lineBytes>>20)

// lineReader gives lines whole, but never holds more of one than lineBytes.
type lineReader struct {
	r      *bufio.Reader
	line   []byte
	number int // of the line given last, 1-based
}

// next gives a line that is valid until the next call, or says that it was too long and has been skipped.
func (l *lineReader) next() (line []byte, tooLong bool, err error) {
	l.number++
	l.line = l.line[:0]
	if cap(l.line) > 1<<20 { // one long line must not keep its memory for the rest of the file
		l.line = nil
	}
	started := false
	for {
		part, err := l.r.ReadSlice('\n')
		started = started || len(part) > 0
		if !tooLong {
			if len(l.line)+len(part) > lineBytes+1 {
				tooLong, l.line = true, nil
			} else {
				l.line = append(l.line, part...)
			}
		}
		switch {
		case err == nil, errors.Is(err, io.EOF) && started:
			return l.line, tooLong, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, false, err
		}
	}
}
