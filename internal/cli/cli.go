package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"newsgraph/internal/pipeline"
	"newsgraph/internal/store"
)

// Env is all that a command finds around it, and all that a test must replace.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Width          func(io.Writer) int // columns of the terminal behind a stream, 0 where there is none
	NewExtractor   func() (pipeline.Extractor, error)
	OpenStore      func(context.Context, store.Config) (store.Store, error)
}

// System is the world outside a test.
func System() Env {
	return Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, Width: width,
		NewExtractor: pipeline.NewExtractor, OpenStore: store.Open,
	}
}

func width(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return columns
}

// Main runs the command that args name, without the program's own name, and gives the exit code. The first interrupt
// lets the command finish what it has in hand; the second ends the program.
func Main(args []string, env Env) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return run(ctx, args, env)
}

func run(ctx context.Context, args []string, env Env) int {
	begun := false
	root := newRootCommand(env)
	root.PersistentPreRun = func(*cobra.Command, []string) { begun = true }
	root.SetArgs(args)
	ran, err := root.ExecuteContextC(ctx)
	if err != nil && !begun {
		err = usageError{err}
	}
	if err != nil && ctx.Err() != nil && !errors.Is(err, errInterrupted) {
		err = fmt.Errorf("%w: %w", errInterrupted, err)
	}
	code := exitCode(err)
	switch code {
	case exitDone, exitRejected:
	case exitInterrupted:
		env.say("interrupted")
	case exitMisused:
		env.say("%s", oneLine(err))
		env.say("see %s --help", ran.CommandPath())
	default:
		env.say("%s", oneLine(err))
	}
	return code
}

// say writes a line to standard error.
func (env Env) say(format string, args ...any) {
	fmt.Fprintf(env.Stderr, "newsgraph: "+format+"\n", args...)
}

// oneLine keeps a message to the one line that is promised.
func oneLine(err error) string {
	return strings.Join(strings.Fields(err.Error()), " ")
}

func newRootCommand(env Env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "newsgraph",
		Short: "News articles in, a graph of who did what to whom out",
		Long: `newsgraph reads news articles, extracts who did what to whom, who said what about whom, and keeps it in a graph
of actors, events and statements, each with the sentence and the article it comes from.

Exit codes: 0 done; 1 failed; 2 wrong usage; 3 finished, but some articles were rejected; 4 the graph could not be
reached, refused the credentials or is in use by another process; 130 interrupted.`,
		Example: `  newsgraph load articles/
  newsgraph report dyads
  newsgraph explain articles/seed.txt`,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.SetIn(env.Stdin)
	cmd.SetOut(env.Stdout)
	cmd.SetErr(env.Stderr)
	cmd.AddCommand(
		newLoadCommand(env),
		newExtractCommand(env),
		newReportCommand(env),
		newQueryCommand(env),
		newExplainCommand(env),
		newSchemaCommand(env),
		newVersionCommand(env),
	)
	return cmd
}
