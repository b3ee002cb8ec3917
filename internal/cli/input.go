package cli

import (
	"context"
	"errors"
	"runtime/debug"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"newsgraph/internal/article"
	"newsgraph/internal/pipeline"
)

// inputHelp ends the help of every command that reads articles.
const inputHelp = `

PATH is a file, a folder (with all below it), a glob or "-" for standard input. Articles are plain text (title, ISO date,
optionally "Author: …", then a paragraph a line), JSON or JSON lines (published, text; optionally title, id, url, author,
source) or HTML, each also gzipped. An article that can't be used is named with the reason, and the rest go on.`

// inputOptions are those of every command that reads articles.
type inputOptions struct {
	workers int
	quiet   bool
}

func (o *inputOptions) addFlags(f *pflag.FlagSet) {
	f.IntVarP(&o.workers, "workers", "j", 0, "articles read at once (default: the number of cores)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no progress")
}

// somePaths wants at least one PATH.
func somePaths(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New("a PATH is wanted: a file, a folder, or - for standard input")
	}
	return nil
}

// reading is one pass over the articles that a command was given.
type reading struct {
	env     Env
	opts    inputOptions
	in      *article.Input
	extract pipeline.Extractor
	batch   int  // articles that the sink takes at once; 0: as the pipeline likes
	shown   bool // results go to the terminal, where progress would be in the way
}

// memory is what reading keeps to, in bytes, as far as it can; GOMEMLIMIT goes before it. The largest article takes about as
// much, and with the program itself that is 250 MB.
const memory = 160 << 20

// newReading finds the articles and loads what reading them takes, before a command begins anything.
func newReading(env Env, opts inputOptions, paths []string) (reading, error) {
	r := reading{env: env, opts: opts}
	if opts.workers < 0 {
		return r, usageError{errors.New("--workers must be 1 or more")}
	}
	var err error
	if r.in, err = article.Open(paths, env.Stdin); err != nil {
		return r, err
	}
	if env.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	r.extract, err = env.NewExtractor()
	return r, err
}

// into reads the articles into a sink. The error is errRejected or errInterrupted where those are all there is to say.
func (r reading) into(ctx context.Context, sink pipeline.Sink) (pipeline.Summary, error) {
	p := newProgress(r.env, r.in, r.opts.quiet || r.shown)
	p.begin(ctx)
	summary, err := pipeline.Run(ctx, r.in.Records(ctx), r.extract, sink, pipeline.Options{
		Workers: r.opts.workers, Batch: r.batch, Progress: p.step, Now: r.env.Now,
	})
	p.end()
	switch {
	case err != nil:
		return summary, err
	case summary.Interrupted:
		return summary, errInterrupted
	case summary.Rejects > 0:
		return summary, errRejected
	}
	return summary, nil
}

// printing reads articles and prints each as soon as it is read.
func printing(ctx context.Context, env Env, opts inputOptions, paths []string, sink pipeline.Sink) error {
	r, err := newReading(env, opts, paths)
	if err != nil {
		return err
	}
	r.batch, r.shown = 1, env.Width(env.Stdout) > 0
	_, err = r.into(ctx, sink)
	return err
}
