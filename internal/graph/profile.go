package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Sighting is what one article says of an actor, or several articles of one publication date that say the same.
type Sighting struct {
	Name       string
	Aliases    []string
	Role       string
	Represents string // an actor's id
	Wikidata   string
	Date       Date
}

// Profile is what all articles together say of an actor. The zero Profile is nobody's; Add is commutative, associative
// and idempotent, so that a profile is the same whatever the order of loading.
type Profile struct {
	Name     string   // the best of all names
	Aliases  []string // the others, sorted
	Role     string   // the latest one
	RoleDate Date     // of the latest article that gives a role
	Wikidata string
	Offices  []Office // whom the actor acts for, by id
}

// Office is an actor's acting for another.
type Office struct {
	Actor       string // the one acted for
	Role        string // the latest one
	RoleDate    Date
	First, Last Date // of the articles that say so
}

// Add joins a sighting to a profile.
func (p Profile) Add(s Sighting) Profile {
	names := distinct(slices.Concat([]string{p.Name, s.Name}, p.Aliases, s.Aliases))
	p.Name = BetterName(p.Name, s.Name)
	p.Aliases = slices.DeleteFunc(names, func(name string) bool { return name == "" || name == p.Name })
	p.Role, p.RoleDate = laterRole(p.Role, p.RoleDate, s.Role, s.Date)
	p.Wikidata = max(p.Wikidata, s.Wikidata)
	if s.Represents != "" {
		p.Offices = addOffice(p.Offices, s)
	}
	return p
}

// Sort puts what was read from a store in the order in which Add keeps it.
func (p *Profile) Sort() {
	slices.Sort(p.Aliases)
	slices.SortFunc(p.Offices, func(a, b Office) int { return strings.Compare(a.Actor, b.Actor) })
}

// Principals lists the actors acted for.
func (p Profile) Principals() []string {
	out := make([]string, 0, len(p.Offices))
	for _, o := range p.Offices {
		out = append(out, o.Actor)
	}
	return out
}

// Props are the properties of the actor's node that a profile gives.
func (p Profile) Props() Props {
	return known(Props{"name": p.Name, "aliases": distinct(p.Aliases), "role": p.Role, "roleDate": p.RoleDate, "wikidata": p.Wikidata})
}

// Props are the properties of REPRESENTS.
func (o Office) Props() Props {
	return known(Props{"role": o.Role, "roleDate": o.RoleDate, "first": o.First, "last": o.Last})
}

// addOffice joins a sighting to a copy of the offices.
func addOffice(offices []Office, s Sighting) []Office {
	out := slices.Clone(offices)
	i, found := slices.BinarySearchFunc(out, s.Represents, func(o Office, id string) int { return strings.Compare(o.Actor, id) })
	if !found {
		out = slices.Insert(out, i, Office{Actor: s.Represents, First: s.Date, Last: s.Date})
	}
	o := &out[i]
	o.Role, o.RoleDate = laterRole(o.Role, o.RoleDate, s.Role, s.Date)
	o.First, o.Last = min(o.First, s.Date), max(o.Last, s.Date)
	return out
}

// laterRole is the role of the later date; of one date the longer, then the smaller one.
func laterRole(a string, aDate Date, b string, bDate Date) (string, Date) {
	switch {
	case b == "":
		return a, aDate
	case a == "":
		return b, bDate
	}
	if cmp.Or(cmp.Compare(bDate, aDate), cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) > 0 {
		return b, bDate
	}
	return a, aDate
}

// BetterName is the better of two names. It is commutative, associative and idempotent.
func BetterName(a, b string) string {
	if betterName(b, a) {
		return b
	}
	return a
}

// betterName prefers a name in mixed case, then the longer, then the smaller one. No name is worse than any.
func betterName(a, b string) bool {
	if a == "" || b == "" {
		return b == "" && a != ""
	}
	return cmp.Or(cmp.Compare(casing(a), casing(b)), cmp.Compare(len(a), len(b)), cmp.Compare(b, a)) > 0
}

// casing tells a name that shouts or mumbles (0) from one in mixed case (1).
func casing(name string) int {
	if name == strings.ToUpper(name) || name == strings.ToLower(name) {
		return 0
	}
	return 1
}
