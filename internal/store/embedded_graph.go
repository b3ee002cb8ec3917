package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"iter"
	"os"
	"slices"

	bolt "go.etcd.io/bbolt"

	"newsgraph/internal/query"
)

// format is the version of the file's layout. It changes with the meaning of any key or record.
const format = 1

// The buckets of a file. Numbers of nodes and relationships take five bytes, so that they are in order; those of names a
// varint.
var (
	metaBucket  = []byte("newsgraph") // "format" → version; "count", label → how many nodes have it, the empty one all
	nameBucket  = []byte("name")      // number, two bytes → label, type or property key
	nodeBucket  = []byte("node")      // node → how many labels, labels, properties (how many, key and value of each)
	indexBucket = []byte("index")     // label, property, value, 0, node
	outBucket   = []byte("out")       // start, type, end, relationship → properties
	inBucket    = []byte("in")        // end, type, start, relationship → properties where there are none, else nothing
	actBucket   = []byte("act")       // event, key in out of a direct edge that stands for it

	formatKey   = []byte("format")
	countPrefix = []byte("count")
)

// indexed are the properties that nodes can be found by, whatever their label. All have an id.
var indexed = []string{"id", "name", "iso3", "act", "type", "status", "date", "publishedAt"}

// How much of a file's records is kept decoded at most, and how long a value may be in a key before its hash stands for it.
const (
	cacheBytes = 32 << 20
	keyBytes   = 200
)

// snapshot is the graph as one transaction sees it. It is a query.Graph.
type snapshot struct {
	meta, name, node, index, out, in, act *bolt.Bucket

	names  []string // by number
	codes  map[string]uint64
	none   map[string]any // the properties of what has none
	cache  map[query.ID]*query.Node
	cached int // bytes of records
}

// snapshot begins to read in a transaction, where the file holds a graph that this program can read.
func (e *Embedded) snapshot(tx *bolt.Tx) (*snapshot, error) {
	s := &snapshot{codes: map[string]uint64{}, none: map[string]any{}, cache: map[query.ID]*query.Node{}}
	if info, err := os.Stat(e.path); err == nil && info.Size() < tx.Size() { // a copy that was cut short: reading on would end the program
		return nil, fmt.Errorf("%w: %s has %d bytes, not %d", errDamaged, e.path, info.Size(), tx.Size())
	}
	if s.meta = tx.Bucket(metaBucket); s.meta == nil {
		if first, _ := tx.Cursor().First(); first == nil {
			return nil, e.lacking()
		}
		return nil, fmt.Errorf("%s is no graph of newsgraph", e.path)
	}
	if version, _ := binary.Uvarint(s.meta.Get(formatKey)); version != format {
		return nil, fmt.Errorf("the graph %s has format %d; this program reads format %d", e.path, version, format)
	}
	s.name, s.node, s.index = tx.Bucket(nameBucket), tx.Bucket(nodeBucket), tx.Bucket(indexBucket)
	s.out, s.in, s.act = tx.Bucket(outBucket), tx.Bucket(inBucket), tx.Bucket(actBucket)
	return s, s.name.ForEach(func(_, name []byte) error {
		s.codes[string(name)] = uint64(len(s.names))
		s.names = append(s.names, string(name))
		return nil
	})
}

const idBytes = 5

func appendID(b []byte, id query.ID) []byte {
	return append(b, byte(id>>32), byte(id>>24), byte(id>>16), byte(id>>8), byte(id))
}

func idAt(b []byte) query.ID {
	_ = b[idBytes-1]
	return query.ID(b[0])<<32 | query.ID(b[1])<<24 | query.ID(b[2])<<16 | query.ID(b[3])<<8 | query.ID(b[4])
}

// Node reads a node, or takes it from those read before.
func (s *snapshot) Node(id query.ID) (*query.Node, error) {
	if n, ok := s.cache[id]; ok {
		return n, nil
	}
	record := s.node.Get(appendID(nil, id))
	d := decoder{data: record}
	n := &query.Node{ID: id, Labels: s.labels(&d)}
	var err error
	if n.Properties, err = s.properties(&d); err != nil || d.broken {
		return nil, fmt.Errorf("reading node %d: %w", id, errDamaged)
	}
	s.keep(n, len(record))
	return n, nil
}

// labels reads the beginning of a node's record.
func (s *snapshot) labels(d *decoder) []string {
	var names []string
	for count := d.uvarint(); count > 0 && !d.broken; count-- {
		names = append(names, s.nameAt(d))
	}
	return names
}

// Labels reads no more than the labels of a node.
func (s *snapshot) Labels(id query.ID) ([]string, error) {
	if n, ok := s.cache[id]; ok {
		return n.Labels, nil
	}
	d := decoder{data: s.node.Get(appendID(nil, id))}
	names := s.labels(&d)
	if d.broken {
		return nil, fmt.Errorf("reading node %d: %w", id, errDamaged)
	}
	return names, nil
}

// keep puts a node of a size in bytes into the cache.
func (s *snapshot) keep(n *query.Node, size int) {
	if s.cached += size; s.cached > cacheBytes {
		clear(s.cache)
		s.cached = size
	}
	s.cache[n.ID] = n
}

// Count reads how many nodes have a label.
func (s *snapshot) Count(label string) (int, error) {
	if _, ok := s.codes[label]; !ok {
		return 0, nil
	}
	n, _ := binary.Uvarint(s.meta.Get(s.countKey(label)))
	return int(n), nil
}

func (s *snapshot) countKey(label string) []byte {
	return binary.AppendUvarint(slices.Clone(countPrefix), s.codes[label])
}

// Nodes lists the nodes with a label by id, all nodes by number.
func (s *snapshot) Nodes(label string) iter.Seq2[query.ID, error] {
	return func(yield func(query.ID, error) bool) {
		if label == "" {
			for key := range keys(s.node, nil) {
				if !yield(idAt(key), nil) {
					return
				}
			}
			return
		}
		prefix, ok := s.indexPrefix(label, "id")
		if !ok {
			return
		}
		for key := range keys(s.index, prefix) {
			if !yield(idAt(key[len(key)-idBytes:]), nil) {
				return
			}
		}
	}
}

// Indexed tells whether Find works for a property.
func (s *snapshot) Indexed(_, property string) bool { return slices.Contains(indexed, property) }

// Find lists the nodes with a label that have a value as an indexed property.
func (s *snapshot) Find(label, property string, value any) iter.Seq2[query.ID, error] {
	return func(yield func(query.ID, error) bool) {
		prefix, ok := s.indexPrefix(label, property)
		if !ok {
			return
		}
		if prefix, ok = appendIndexed(prefix, value); !ok {
			return
		}
		for key := range keys(s.index, prefix) {
			// A longer key is that of a value which holds a zero.
			if len(key) == len(prefix)+idBytes && !yield(idAt(key[len(prefix):]), nil) {
				return
			}
		}
	}
}

func (s *snapshot) indexPrefix(label, property string) ([]byte, bool) {
	labelCode, ok := s.codes[label]
	propertyCode, also := s.codes[property]
	return binary.AppendUvarint(binary.AppendUvarint(nil, labelCode), propertyCode), ok && also
}

// appendIndexed writes a value as it stands in the index, with a zero at its end. Only texts and dates are indexed.
func appendIndexed(b []byte, value any) ([]byte, bool) {
	switch v := value.(type) {
	case string:
		if len(v) > keyBytes {
			sum := sha256.Sum256([]byte(v))
			v = v[:keyBytes] + string(sum[:])
		}
		return append(append(append(b, stringKind), v...), 0), true
	case query.Date:
		return append(binary.BigEndian.AppendUint64(append(b, dateKind), uint64(v)), 0), true
	}
	return nil, false
}

// find is the node with a label and an id, if there is one.
func (s *snapshot) find(label, id string) (query.ID, bool) {
	for n := range s.Find(label, "id", id) {
		return n, true
	}
	return 0, false
}

// Expand lists the relationships of a node by direction, type and other end.
func (s *snapshot) Expand(node query.ID, direction query.Direction, types []string) iter.Seq2[*query.Relationship, error] {
	return s.expand(node, direction, types, nil)
}

// Connect lists those that lead to one other end.
func (s *snapshot) Connect(node, other query.ID, direction query.Direction, types []string) iter.Seq2[*query.Relationship, error] {
	return s.expand(node, direction, types, appendID(nil, other))
}

// expand lists relationships to one other end, if it is given.
func (s *snapshot) expand(node query.ID, direction query.Direction, types []string, other []byte) iter.Seq2[*query.Relationship, error] {
	prefix := appendID(nil, node)
	prefixes := [][]byte{prefix}
	if len(types) > 0 {
		prefixes = nil
		for _, name := range types {
			if code, ok := s.codes[name]; ok {
				prefixes = append(prefixes, append(binary.AppendUvarint(slices.Clone(prefix), code), other...))
			}
		}
		slices.SortFunc(prefixes, bytes.Compare)
		prefixes = slices.CompactFunc(prefixes, bytes.Equal)
	}
	return func(yield func(*query.Relationship, error) bool) {
		for _, bucket := range []*bolt.Bucket{s.out, s.in} {
			if bucket == s.out && direction == query.Incoming || bucket == s.in && direction == query.Outgoing {
				continue
			}
			for key, record := range keys(bucket, prefixes...) {
				if end := len(key) - idBytes; other != nil && !bytes.HasSuffix(key[:end], other) {
					continue
				}
				r, err := s.relationship(key, record, bucket == s.in)
				if bucket == s.in && direction == query.Both && r != nil && r.Start == r.End {
					continue
				}
				if !yield(r, err) || err != nil {
					return
				}
			}
		}
	}
}

// relationship reads a relationship from its key and record in out or in.
func (s *snapshot) relationship(key, record []byte, incoming bool) (*query.Relationship, error) {
	d := decoder{data: key}
	var r query.Relationship
	r.Start = idAt(d.take(idBytes))
	r.Type = s.nameAt(&d)
	if len(d.data) != 2*idBytes {
		return nil, fmt.Errorf("reading a relationship: %w", errDamaged)
	}
	r.End, r.ID = idAt(d.data), idAt(d.data[idBytes:])
	if incoming {
		r.Start, r.End = r.End, r.Start
		if len(record) == 0 {
			record = s.out.Get(s.edgeKey(&r))
		}
	}
	var err error
	if r.Properties, err = s.properties(&decoder{data: record}); err != nil {
		return nil, fmt.Errorf("reading relationship %d: %w", r.ID, err)
	}
	return &r, nil
}

// edgeKey is the key in out of a relationship whose type has a number, mirrorKey that in in.
func (s *snapshot) edgeKey(r *query.Relationship) []byte { return s.key(r.Start, r.Type, r.End, r.ID) }

func (s *snapshot) mirrorKey(r *query.Relationship) []byte {
	return s.key(r.End, r.Type, r.Start, r.ID)
}

func (s *snapshot) key(from query.ID, kind string, to, r query.ID) []byte {
	b := binary.AppendUvarint(appendID(make([]byte, 0, 3*idBytes+2), from), s.codes[kind])
	return appendID(appendID(b, to), r)
}

// keys lists the keys of a bucket that begin with one of some prefixes, which are in order. They lie in the file: who keeps
// one copies it.
func keys(bucket *bolt.Bucket, prefixes ...[]byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, value []byte) bool) {
		cursor := bucket.Cursor()
		var key, value []byte
		for _, prefix := range prefixes {
			if key == nil || bytes.Compare(key, prefix) < 0 { // else it lies beyond what has this prefix, or is the first that has
				key, value = cursor.Seek(prefix)
			}
			for ; key != nil && bytes.HasPrefix(key, prefix); key, value = cursor.Next() {
				if !yield(key, value) {
					return
				}
			}
			if key == nil {
				return
			}
		}
	}
}
