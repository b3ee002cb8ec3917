package relation

// Status says how the text holds an act to be: done, claimed, denied or wished.
type Status string

// The six statuses of the contract.
const (
	Asserted     Status = "asserted"     // told as fact, or a speech act that took place
	Alleged      Status = "alleged"      // somebody's claim
	Denied       Status = "denied"       // said not to have happened, refused
	Planned      Status = "planned"      // promised, announced, intended
	Hypothetical Status = "hypothetical" // could, may, if
	Demanded     Status = "demanded"     // what someone calls for
)

// Statuses is the closed list, in the contract's order.
var Statuses = []Status{Asserted, Alleged, Denied, Planned, Hypothetical, Demanded}

// Real tells whether an act of this status may stand as a direct edge between two actors.
func (s Status) Real() bool {
	return s == Asserted || s == Alleged
}

// Known tells whether the status is one of the six.
func (s Status) Known() bool {
	for _, known := range Statuses {
		if s == known {
			return true
		}
	}
	return false
}
