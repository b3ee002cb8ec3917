package query

import "iter"

// ID names a node or a relationship within its graph; nodes and relationships are numbered apart.
type ID uint64

// Node is a node as the graph keeps it. It is shared: nobody changes it.
type Node struct {
	ID         ID
	Labels     []string // sorted
	Properties map[string]any
}

// Relationship is a relationship as the graph keeps it. It is shared: nobody changes it.
type Relationship struct {
	ID         ID
	Type       string
	Start, End ID
	Properties map[string]any
}

// Direction of relationships as seen from a node.
type Direction int

// Directions.
const (
	Both Direction = iota
	Outgoing
	Incoming
)

// Graph is what statements are asked of: one unchanging state of a property graph. Property values are bool, int64,
// float64, string, Date, time.Time, or []any of these. Every order is fixed: the same graph answers in the same order.
// Its methods are called from one goroutine.
type Graph interface {
	// Node is the node with an id that the graph gave.
	Node(id ID) (*Node, error)
	// Nodes lists the nodes with a label, all nodes for "".
	Nodes(label string) iter.Seq2[ID, error]
	// Count is the number of nodes with a label, of all nodes for "".
	Count(label string) (int, error)
	// Indexed tells whether Find works for the property of the nodes with a label.
	Indexed(label, property string) bool
	// Find lists the nodes with a label whose indexed property is equal to value.
	Find(label, property string, value any) iter.Seq2[ID, error]
	// Expand lists the relationships of a node, of the types given or of all; a loop comes once.
	Expand(node ID, direction Direction, types []string) iter.Seq2[*Relationship, error]
}

// Labeller is a Graph that tells the labels of a node without reading the rest of it.
type Labeller interface {
	Labels(id ID) ([]string, error)
}

// Connector is a Graph that finds the relationships between two nodes without reading the others of either.
type Connector interface {
	// Connect lists what Expand does, but only what leads to the other node.
	Connect(node, other ID, direction Direction, types []string) iter.Seq2[*Relationship, error]
}
