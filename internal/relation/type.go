package relation

// The four PLOVER quad classes.
const (
	VerbalCooperation   = "verbal cooperation"
	MaterialCooperation = "material cooperation"
	VerbalConflict      = "verbal conflict"
	MaterialConflict    = "material conflict"
)

// Type is one kind of act between actors. Its name is the relationship type in the graph.
type Type struct {
	Name      string // UPPER_SNAKE
	Plover    string // PLOVER root
	Quad      string // PLOVER quad class of the root
	Symmetric bool   // both sides do the same: written once, from the smaller id to the larger
	Label     string // what a reader sees: "condemns"
}

// Types is the closed list of acts, in the contract's order.
var Types = []Type{
	{Name: "AGREES_WITH", Plover: "AGREE", Quad: VerbalCooperation, Symmetric: true, Label: "agrees with"},
	{Name: "MEETS", Plover: "CONSULT", Quad: VerbalCooperation, Symmetric: true, Label: "meets"},
	{Name: "SUPPORTS", Plover: "SUPPORT", Quad: VerbalCooperation, Label: "supports"},
	{Name: "COOPERATES_WITH", Plover: "COOPERATE", Quad: MaterialCooperation, Symmetric: true, Label: "cooperates with"},
	{Name: "AIDS", Plover: "AID", Quad: MaterialCooperation, Label: "aids"},
	{Name: "SUPPLIES_ARMS_TO", Plover: "AID", Quad: MaterialCooperation, Label: "supplies arms to"},
	{Name: "CONCEDES_TO", Plover: "CONCEDE", Quad: VerbalCooperation, Label: "concedes to"},
	{Name: "WITHDRAWS_FROM", Plover: "RETREAT", Quad: MaterialCooperation, Label: "withdraws from"},
	{Name: "URGES", Plover: "REQUEST", Quad: VerbalConflict, Label: "urges"},
	{Name: "DEMANDS", Plover: "REQUEST", Quad: VerbalConflict, Label: "demands of"},
	{Name: "ACCUSES", Plover: "ACCUSE", Quad: VerbalConflict, Label: "accuses"},
	{Name: "INVESTIGATES", Plover: "ACCUSE", Quad: VerbalConflict, Label: "investigates"},
	{Name: "CONDEMNS", Plover: "ACCUSE", Quad: VerbalConflict, Label: "condemns"},
	{Name: "REJECTS", Plover: "REJECT", Quad: VerbalConflict, Label: "rejects"},
	{Name: "THREATENS", Plover: "THREATEN", Quad: VerbalConflict, Label: "threatens"},
	{Name: "PROTESTS", Plover: "PROTEST", Quad: MaterialConflict, Label: "protests against"},
	{Name: "SANCTIONS", Plover: "SANCTION", Quad: MaterialConflict, Label: "sanctions"},
	{Name: "DEPLOYS_TO", Plover: "MOBILIZE", Quad: MaterialConflict, Label: "deploys to"},
	{Name: "MOBILIZES_AGAINST", Plover: "MOBILIZE", Quad: MaterialConflict, Label: "mobilizes against"},
	{Name: "COERCES", Plover: "COERCE", Quad: MaterialConflict, Label: "coerces"},
	{Name: "ATTACKS", Plover: "ASSAULT", Quad: MaterialConflict, Label: "attacks"},
}

// Lookup finds the type of a name.
func Lookup(name string) (Type, bool) {
	for _, t := range Types {
		if t.Name == name {
			return t, true
		}
	}
	return Type{}, false
}
