package main

import (
	"compress/gzip"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"newsgraph": main})
}

// TestScripts runs testdata/*.txt: commands with what they print and how they exit.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			for _, name := range []string{"NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "NEWSGRAPH_FILE"} {
				env.Setenv(name, "") // a script must not reach the developer's graph
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"gzip": zip,
			"exit": exit,
		},
	})
}

// zip compresses files: gzip FILE… makes FILE.gz of each.
func zip(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		out, err := os.Create(ts.MkAbs(name + ".gz"))
		ts.Check(err)
		z := gzip.NewWriter(out)
		_, err = z.Write([]byte(ts.ReadFile(name)))
		ts.Check(err)
		ts.Check(z.Close())
		ts.Check(out.Close())
	}
}

// exit runs a command and wants an exit code: exit 3 newsgraph extract a.txt.
func exit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE PROGRAM [ARG…]")
	}
	want := args[0]
	got := "exit status " + want
	err := ts.Exec(args[1], args[2:]...)
	switch {
	case err == nil && want != "0":
		ts.Fatalf("exit status 0, want %s", want)
	case err != nil && err.Error() != got:
		ts.Fatalf("%v, want %s", err, got)
	}
}
