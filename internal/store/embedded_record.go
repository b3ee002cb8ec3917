package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"newsgraph/internal/query"
)

// errDamaged says that a record is none.
var errDamaged = errors.New("the graph's file is damaged")

// Values in records: a kind, then the value.
const (
	falseKind  = 'f'
	trueKind   = 't'
	intKind    = 'i' // zigzag varint
	floatKind  = 'd' // eight bytes
	stringKind = 's' // length, bytes
	dateKind   = 'D' // days since 1970-01-01, zigzag varint
	timeKind   = 'T' // nanoseconds since then, zigzag varint; in UTC
	listKind   = 'l' // length, values
)

// appendProperties writes how many properties there are and, in the order of their keys, the number of each and its value.
func (w *writer) appendProperties(b []byte, p map[string]any) []byte {
	b = binary.AppendUvarint(b, uint64(len(p)))
	for _, key := range slices.Sorted(maps.Keys(p)) {
		b = w.appendValue(binary.AppendUvarint(b, w.code(key)), p[key])
	}
	return b
}

func (w *writer) appendValue(b []byte, value any) []byte {
	switch v := value.(type) {
	case bool:
		if v {
			return append(b, trueKind)
		}
		return append(b, falseKind)
	case int64:
		return binary.AppendVarint(append(b, intKind), v)
	case float64:
		return binary.BigEndian.AppendUint64(append(b, floatKind), math.Float64bits(v))
	case string:
		return append(binary.AppendUvarint(append(b, stringKind), uint64(len(v))), v...)
	case query.Date:
		return binary.AppendVarint(append(b, dateKind), int64(v))
	case time.Time:
		return binary.AppendVarint(append(b, timeKind), v.UnixNano())
	case []any:
		b = binary.AppendUvarint(append(b, listKind), uint64(len(v)))
		for _, item := range v {
			b = w.appendValue(b, item)
		}
		return b
	}
	w.fail(fmt.Errorf("a %T can't be kept", value))
	return b
}

// decoder reads a record from its beginning on. What is broken reads as nothing.
type decoder struct {
	data   []byte
	broken bool
}

func (d *decoder) uvarint() uint64 {
	n, size := binary.Uvarint(d.data)
	d.skip(size)
	return n
}

func (d *decoder) varint() int64 {
	n, size := binary.Varint(d.data)
	d.skip(size)
	return n
}

// skip passes over what was read; a size of none or less says that it was not there.
func (d *decoder) skip(size int) {
	if size <= 0 {
		d.broken, d.data = true, nil
		return
	}
	d.data = d.data[size:]
}

// take reads some bytes, which lie in the file still.
func (d *decoder) take(size uint64) []byte {
	if size > uint64(len(d.data)) {
		d.broken, d.data = true, nil
		return nil
	}
	taken := d.data[:size]
	d.data = d.data[size:]
	return taken
}

func (d *decoder) value() any {
	kind := d.take(1)
	if d.broken {
		return nil
	}
	switch kind[0] {
	case falseKind, trueKind:
		return kind[0] == trueKind
	case intKind:
		return d.varint()
	case floatKind:
		if bits := d.take(8); bits != nil {
			return math.Float64frombits(binary.BigEndian.Uint64(bits))
		}
	case stringKind:
		return string(d.take(d.uvarint()))
	case dateKind:
		return query.Date(d.varint())
	case timeKind:
		return time.Unix(0, d.varint()).UTC()
	case listKind:
		list := []any{}
		for n := d.uvarint(); n > 0 && !d.broken; n-- {
			list = append(list, d.value())
		}
		return list
	default:
		d.broken = true
	}
	return nil
}

// properties reads the rest of a record.
func (s *snapshot) properties(d *decoder) (map[string]any, error) {
	count := d.uvarint()
	if count == 0 && !d.broken {
		return s.none, nil
	}
	p := make(map[string]any, min(count, uint64(len(d.data))))
	for ; count > 0 && !d.broken; count-- {
		key := s.nameAt(d)
		p[key] = d.value()
	}
	if d.broken {
		return nil, errDamaged
	}
	return p, nil
}

// nameAt reads the number of a label, type or property key.
func (s *snapshot) nameAt(d *decoder) string {
	code := d.uvarint()
	if code >= uint64(len(s.names)) {
		d.broken, d.data = true, nil
		return ""
	}
	return s.names[code]
}
