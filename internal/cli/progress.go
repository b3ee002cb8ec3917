package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"

	"newsgraph/internal/article"
	"newsgraph/internal/pipeline"
)

// lineEvery is how often a pipe is told how far the work is.
const lineEvery = 10 * time.Second

// progress tells standard error how far the reading is: a bar on a terminal, a line now and then elsewhere. Rejects are
// told in any case.
type progress struct {
	env   Env
	in    *article.Input
	quiet bool
	bar   *progressbar.ProgressBar
	size  int64 // bytes of all input, -1 where that is not known
	told  time.Time
}

func newProgress(env Env, in *article.Input, quiet bool) *progress {
	return &progress{env: env, in: in, quiet: quiet}
}

func (p *progress) begin(ctx context.Context) {
	p.told = p.env.Now()
	if p.quiet {
		return
	}
	p.size = p.in.Size(ctx)
	if columns := p.env.Width(p.env.Stderr); columns == 0 || p.env.Getenv("NO_COLOR") != "" {
		return
	}
	p.bar = progressbar.NewOptions64(p.size,
		progressbar.OptionSetWriter(p.env.Stderr),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true),
		progressbar.OptionFullWidth(),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
}

// step is told of every record.
func (p *progress) step(e pipeline.Event) {
	if e.Reject != nil {
		p.clear()
		p.env.say("rejected %s", e.Reject.Error())
	}
	switch {
	case p.quiet:
	case p.bar != nil:
		p.bar.Describe(count(e.Articles, "article"))
		_ = p.bar.Set64(p.in.Read()) // a bar that can't be drawn is no reason to stop
	case p.env.Now().Sub(p.told) >= lineEvery:
		p.told = p.env.Now()
		p.env.say("%s read%s, %d rejected", count(e.Articles, "article"), p.share(), e.Rejects)
	}
}

// share is how much of the input has been read.
func (p *progress) share() string {
	if p.size <= 0 {
		return ""
	}
	return fmt.Sprintf(" (%d %% of the input)", min(100, 100*p.in.Read()/p.size))
}

func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) end() { p.clear() }

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
