package store

import (
	"encoding/binary"
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"newsgraph/internal/graph"
	"newsgraph/internal/query"
)

// writer is a snapshot that can be changed, and sees its own changes. While it goes through keys, nothing may be changed.
// The first error stays in err and makes the transaction void; what is read after it may be empty.
type writer struct {
	*snapshot
	counts map[string]int // by how much they have changed, by label, the empty one for all
	err    error
}

// writer begins to write in a transaction; in an empty file it makes a graph.
func (e *Embedded) writer(tx *bolt.Tx) (*writer, error) {
	if first, _ := tx.Cursor().First(); first == nil {
		if err := create(tx); err != nil {
			return nil, fmt.Errorf("creating the graph %s: %w", e.path, err)
		}
	}
	s, err := e.snapshot(tx)
	if err != nil {
		return nil, err
	}
	w := &writer{snapshot: s, counts: map[string]int{}}
	// Labels and types get their numbers in order, and so a node's relationships do, whatever is loaded first.
	labels, types := slices.Sorted(slices.Values(graph.NodeLabels())), slices.Sorted(slices.Values(graph.EdgeTypes()))
	for _, name := range slices.Concat([]string{""}, labels, types, indexed) {
		w.code(name)
	}
	// Nodes and what goes out from them mostly come in order: pages may be filled.
	s.node.FillPercent, s.out.FillPercent = 0.9, 0.9
	return w, w.err
}

func create(tx *bolt.Tx) error {
	for _, name := range [][]byte{metaBucket, nameBucket, nodeBucket, indexBucket, outBucket, inBucket, actBucket} {
		if _, err := tx.CreateBucket(name); err != nil {
			return err
		}
	}
	return tx.Bucket(metaBucket).Put(formatKey, binary.AppendUvarint(nil, format))
}

// finish writes what has been counted, and says what went wrong.
func (w *writer) finish() error {
	for _, label := range sorted(w.counts) {
		n, _ := w.Count(label)
		w.save(w.meta, w.countKey(label), binary.AppendUvarint(nil, uint64(n+w.counts[label])))
	}
	return w.err
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) save(b *bolt.Bucket, key, value []byte) { w.fail(b.Put(key, value)) }

func (w *writer) remove(b *bolt.Bucket, key []byte) { w.fail(b.Delete(key)) }

// next is a new number for a record.
func (w *writer) next(b *bolt.Bucket) query.ID {
	n, err := b.NextSequence()
	w.fail(err)
	return query.ID(n)
}

// code is the number of a name, which gets one where it has none.
func (w *writer) code(name string) uint64 {
	code, ok := w.codes[name]
	if !ok {
		code = uint64(len(w.names))
		w.names, w.codes[name] = append(w.names, name), code
		w.save(w.name, binary.BigEndian.AppendUint16(nil, uint16(code)), []byte(name))
	}
	return code
}

// values are the properties as the graph keeps them.
func values(p graph.Props) map[string]any {
	out := make(map[string]any, len(p)+1)
	for key, value := range p {
		switch v := value.(type) {
		case int:
			out[key] = int64(v)
		case []string:
			list := make([]any, len(v))
			for i := range v {
				list[i] = v[i]
			}
			out[key] = list
		case graph.Date:
			if t, err := time.Parse(time.DateOnly, string(v)); err == nil {
				out[key] = query.Date(t.Unix() / (24 * 60 * 60))
			}
		default:
			out[key] = v
		}
	}
	return out
}

// read reads a node.
func (w *writer) read(id query.ID) *query.Node {
	n, err := w.Node(id)
	if err != nil {
		w.fail(err)
		return &query.Node{ID: id}
	}
	return n
}

// merge makes sure that a row's node is there, with its labels and properties. Of an article's old self nothing is left.
func (w *writer) merge(row graph.Node) {
	labels := graph.Labels(row.Label)
	id, ok := w.find(row.Label, row.ID)
	if !ok && len(labels) > 1 {
		id, ok = w.find(graph.ActorLabel, row.ID) // an actor that was of another kind
	}
	n, old := &query.Node{ID: id, Properties: values(row.Props)}, (*query.Node)(nil)
	n.Properties["id"] = row.ID
	if ok {
		old = w.read(id)
		labels = append(labels, old.Labels...)
		if row.Label != graph.ArticleLabel {
			n.Properties = over(old.Properties, n.Properties)
		}
	} else {
		n.ID = w.next(w.node)
	}
	slices.Sort(labels)
	n.Labels = slices.Compact(labels)
	w.put(old, n)
}

// set lays properties over those of a node and takes away some others.
func (w *writer) set(id query.ID, properties map[string]any, but ...string) {
	old := w.read(id)
	kept := maps.Clone(old.Properties)
	for _, key := range but {
		delete(kept, key)
	}
	w.put(old, &query.Node{ID: id, Labels: old.Labels, Properties: over(kept, properties)})
}

// over is a copy of properties with others laid over them.
func over(properties, others map[string]any) map[string]any {
	out := make(map[string]any, len(properties)+len(others))
	maps.Copy(out, properties)
	maps.Copy(out, others)
	return out
}

// put writes a node in the place of its old self. old is nil for a new one, n for one that is to go.
func (w *writer) put(old, n *query.Node) {
	if old != nil && reflect.DeepEqual(old, n) {
		return
	}
	was, is := w.entries(old, -1), w.entries(n, +1)
	for key := range was {
		if !is[key] {
			w.remove(w.index, []byte(key))
		}
	}
	for key := range is {
		if !was[key] {
			w.save(w.index, []byte(key), nil)
		}
	}
	if n == nil {
		delete(w.cache, old.ID)
		w.remove(w.node, appendID(nil, old.ID))
		return
	}
	record := binary.AppendUvarint(nil, uint64(len(n.Labels)))
	for _, label := range n.Labels {
		record = binary.AppendUvarint(record, w.codes[label])
	}
	record = w.appendProperties(record, n.Properties)
	w.keep(n, len(record))
	w.save(w.node, appendID(nil, n.ID), record)
}

// entries are the keys of a node in the index, none for nil. It is counted by the way.
func (w *writer) entries(n *query.Node, by int) map[string]bool {
	out := map[string]bool{}
	if n == nil {
		return out
	}
	w.counts[""] += by
	for _, label := range n.Labels {
		w.counts[label] += by
		for _, property := range indexed {
			prefix, _ := w.indexPrefix(label, property)
			if key, ok := appendIndexed(prefix, n.Properties[property]); ok {
				out[string(appendID(key, n.ID))] = true
			}
		}
	}
	return out
}

// drop deletes a node with all its relationships.
func (w *writer) drop(id query.ID) {
	for _, r := range w.list(id, query.Both) {
		w.disconnect(r)
	}
	w.put(w.read(id), nil)
}

// each goes through the relationships of a node.
func (w *writer) each(id query.ID, direction query.Direction, types ...string) iter.Seq[*query.Relationship] {
	return func(yield func(*query.Relationship) bool) {
		for r, err := range w.Expand(id, direction, types) {
			if w.fail(err); err != nil || !yield(r) {
				return
			}
		}
	}
}

// list reads the relationships of a node, so that they can be changed.
func (w *writer) list(id query.ID, direction query.Direction, types ...string) []*query.Relationship {
	return slices.Collect(w.each(id, direction, types...))
}

// tie makes sure that one relationship of a type leads from a node to another, with these properties.
func (w *writer) tie(kind string, from, to query.ID, properties map[string]any) {
	r := &query.Relationship{Type: kind, Start: from, End: to, Properties: properties}
	key := w.edgeKey(r)
	for found := range keys(w.out, key[:len(key)-idBytes]) {
		r.ID = idAt(found[len(found)-idBytes:])
		w.saveEdge(r)
		return
	}
	w.connect(r)
}

// connect writes a new relationship.
func (w *writer) connect(r *query.Relationship) {
	r.ID = w.next(w.out)
	key := w.edgeKey(r)
	w.saveEdge(r)
	if event, ok := w.eventOf(r); ok {
		w.save(w.act, append(appendID(nil, event), key...), nil)
	}
}

// saveEdge writes a relationship at both of its ends: where it comes in, whether it has properties.
func (w *writer) saveEdge(r *query.Relationship) {
	record := w.appendProperties(nil, r.Properties)
	w.save(w.out, w.edgeKey(r), record)
	if len(r.Properties) > 0 {
		record = nil
	}
	w.save(w.in, w.mirrorKey(r), record)
}

func (w *writer) disconnect(r *query.Relationship) {
	key := w.edgeKey(r)
	w.remove(w.out, key)
	w.remove(w.in, w.mirrorKey(r))
	if event, ok := w.eventOf(r); ok {
		w.remove(w.act, append(appendID(nil, event), key...))
	}
}

// eventOf is the event that a direct edge stands for.
func (w *writer) eventOf(r *query.Relationship) (query.ID, bool) {
	id, ok := r.Properties["eventId"].(string)
	if !ok {
		return 0, false
	}
	return w.find(graph.EventLabel, id)
}

// direct lists the direct edges that stand for an event.
func (w *writer) direct(event query.ID) []*query.Relationship {
	var out []*query.Relationship
	for key := range keys(w.act, appendID(nil, event)) {
		key = key[idBytes:]
		r, err := w.relationship(key, w.out.Get(key), false)
		if err != nil {
			w.fail(err)
			return nil
		}
		out = append(out, r)
	}
	return out
}
