package query

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// memory is a Graph of slices. It counts what is asked of it.
type memory struct {
	nodes         []*Node
	relationships []*Relationship
	indexed       map[string]bool // label.property
	loaded        int             // nodes
	scanned       int             // nodes listed by label
}

// node adds a node with an id, which is also its property "id", and properties in pairs.
func (m *memory) node(id string, labels string, pairs ...any) *Node {
	n := &Node{ID: ID(len(m.nodes) + 1), Labels: slices.Sorted(strings.FieldsSeq(labels)), Properties: props(pairs)}
	n.Properties["id"] = id
	m.nodes = append(m.nodes, n)
	return n
}

func (m *memory) relate(from, kind, to string, pairs ...any) {
	m.relationships = append(m.relationships, &Relationship{
		ID: ID(len(m.relationships) + 1), Type: kind, Start: m.byID(from).ID, End: m.byID(to).ID, Properties: props(pairs),
	})
}

func (m *memory) byID(id string) *Node {
	i := slices.IndexFunc(m.nodes, func(n *Node) bool { return n.Properties["id"] == id })
	return m.nodes[i]
}

func props(pairs []any) map[string]any {
	out := map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		v, err := imported(pairs[i+1])
		if err != nil {
			panic(err)
		}
		out[pairs[i].(string)] = v
	}
	return out
}

func (m *memory) Node(id ID) (*Node, error) {
	m.loaded++
	if id < 1 || int(id) > len(m.nodes) {
		return nil, fmt.Errorf("no node %d", id)
	}
	return m.nodes[id-1], nil
}

func (m *memory) Nodes(label string) iter.Seq2[ID, error] {
	return func(yield func(ID, error) bool) {
		for _, n := range m.nodes {
			if label == "" || slices.Contains(n.Labels, label) {
				m.scanned++
				if !yield(n.ID, nil) {
					return
				}
			}
		}
	}
}

func (m *memory) Count(label string) (int, error) {
	n := 0
	for _, node := range m.nodes {
		if label == "" || slices.Contains(node.Labels, label) {
			n++
		}
	}
	return n, nil
}

func (m *memory) Indexed(label, property string) bool { return m.indexed[label+"."+property] }

func (m *memory) Find(label, property string, value any) iter.Seq2[ID, error] {
	return func(yield func(ID, error) bool) {
		for _, n := range m.nodes {
			if slices.Contains(n.Labels, label) && equal(n.Properties[property], value) == true && !yield(n.ID, nil) {
				return
			}
		}
	}
}

func (m *memory) Expand(node ID, direction Direction, types []string) iter.Seq2[*Relationship, error] {
	return func(yield func(*Relationship, error) bool) {
		for _, r := range m.relationships {
			fits := direction != Incoming && r.Start == node || direction != Outgoing && r.End == node
			if fits && (len(types) == 0 || slices.Contains(types, r.Type)) && !yield(r, nil) {
				return
			}
		}
	}
}
