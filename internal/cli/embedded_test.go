package cli

import (
	"path/filepath"
	"strings"
	"testing"

	"newsgraph/internal/store"
)

// TestEmbedded loads into a file and asks it, in processes' stead one after the other.
func TestEmbedded(t *testing.T) {
	file := filepath.Join(t.TempDir(), "my graph.db")
	command := func(stdin string, args ...string) (code int, out, err string) {
		w := newWorld(stdin)
		w.OpenStore = store.Open
		code = w.run(append(args, "--graph", file)...)
		return code, w.out.String(), w.err.String()
	}
	if code, _, err := command("", "report", "newest"); code != exitUnreachable || !strings.Contains(err, "no graph at "+file+" yet: load articles first") {
		t.Errorf("before the load: exit code %d, %s", code, err)
	}
	if code, out, err := command("", "schema", "apply"); code != exitDone || out != "" || !strings.Contains(err, "needs no constraints") {
		t.Errorf("schema: exit code %d, %s%s", code, out, err)
	}
	for _, want := range []string{"(2 new, 0 replaced, 0 unchanged)", "(0 new, 0 replaced, 2 unchanged)"} {
		if code, _, err := command(line("One.")+line("Two."), "load", "-"); code != exitDone || !strings.Contains(err, want) {
			t.Errorf("exit code %d, %s, want %s", code, err, want)
		}
	}
	code, out, err := command("", "report", "dyads", "--output", "csv")
	if want := "European Union,North Korea,1,"; code != exitDone || !strings.Contains(out, want) {
		t.Errorf("dyads: exit code %d, %s%s, want %s", code, out, err, want)
	}
	code, out, err = command("", "query", "MATCH (r:LoadRun) RETURN count(*) AS loads, sum(r.articles) AS articles", "--output", "csv")
	if code != exitDone || out != "loads,articles\n2,4\n" {
		t.Errorf("runs: exit code %d, %s%s", code, out, err)
	}
	code, out, err = command("", "query", "MATCH (e:Event) RETURN e.id AS id", "--output", "csv")
	if code != exitDone {
		t.Fatalf("event: exit code %d, %s", code, err)
	}
	event := strings.Fields(out)[1]
	if code, out, err := command("", "explain", event); code != exitDone || !strings.Contains(out, "European Union → North Korea") || !strings.Contains(out, "Two.") {
		t.Errorf("explain: exit code %d, %s%s", code, out, err)
	}
	if code, _, err := command("", "query", "CREATE (n)"); code != exitFailed || !strings.Contains(err, "CREATE") {
		t.Errorf("writing: exit code %d, %s", code, err)
	}
}
