package entity

import "strings"

// PlaceCountry says in which country a city, region or capital lies, also where words around the name narrow it: "northern
// Gaza", "Kharkiv region", "the city of Mosul", "Paris, Texas". Seas and regions of several countries are known places
// without a country: "", true.
func PlaceCountry(name string) (iso3 string, ok bool) {
	name = strings.TrimSpace(trimArticle(name))
	if iso3, ok = placeCountry(name); ok {
		return iso3, true
	}
	if i := strings.LastIndexByte(name, ','); i >= 0 {
		if iso3, ok = PlaceCountry(name[i+1:]); ok {
			return iso3, true
		}
		return PlaceCountry(name[:i])
	}
	for _, front := range placeFronts {
		if len(name) > len(front) && strings.EqualFold(name[:len(front)], front) && (strings.HasSuffix(front, "-") || name[len(front)] == ' ') {
			return PlaceCountry(name[len(front)+1:])
		}
	}
	for _, back := range placeBacks {
		if cut := len(name) - len(back); cut > 1 && name[cut-1] == ' ' && strings.EqualFold(name[cut:], back) {
			return PlaceCountry(name[:cut-1])
		}
	}
	return "", false
}

// placeCountry looks up one name; of several places the first that is surely one.
func placeCountry(name string) (iso3 string, ok bool) {
	for _, a := range Lookup(name) {
		place := a.Kind == Place || a.Kind == Country && (a.Use == AsName || a.Use == AsAbbreviation || a.Use == AsCapital)
		switch {
		case !place:
		case !a.Ambiguous:
			return a.ISO3, true
		case !ok:
			iso3, ok = a.ISO3, true
		}
	}
	return iso3, ok
}

var placeFronts = [...]string{
	"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern", "northwestern",
	"southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "northeast", "northwest",
	"southeast", "southwest", "upper", "lower", "inner", "outer", "greater", "downtown", "rural", "mainland", "occupied",
	"city of", "town of", "village of", "port of", "province of", "state of", "region of", "district of", "island of",
	"port city of", "capital of", "suburbs of", "outskirts of", "border of", "coast of", "mount",
}

var placeBacks = [...]string{
	"region", "province", "oblast", "governorate", "district", "county", "state", "city", "department", "prefecture",
	"municipality", "territory", "voivodeship", "canton", "raion", "township", "division", "area", "suburb", "suburbs",
	"refugee camp", "camp", "international airport", "airport", "air base", "airbase", "port", "harbor", "harbour", "island",
	"islands", "valley", "border", "border crossing", "crossing", "coast", "peninsula", "prison", "bridge", "basin", "metro area",
	"railway station", "metropolitan area",
}
