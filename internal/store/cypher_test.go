package store

import (
	"testing"
)

func examCypher(t *testing.T, s testee) {}

func examReports(t *testing.T, s testee) {}
