package cli

import (
	"errors"

	"newsgraph/internal/store"
)

// The exit codes, as the contract has them.
const (
	exitDone        = 0   // all is done
	exitFailed      = 1   // it could not be done
	exitMisused     = 2   // the command line is wrong
	exitRejected    = 3   // it is done, but some articles were rejected
	exitUnreachable = 4   // the graph could not be reached, refused the credentials or is in use
	exitInterrupted = 130 // a signal ended it; what had been begun is finished
)

// The two ends that are told while they come about, so that nothing is left to say.
var (
	errRejected    = errors.New("some articles were rejected")
	errInterrupted = errors.New("interrupted")
)

// usageError is a mistake in the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// exitCode finds an error's place in the table.
func exitCode(err error) int {
	var misuse usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &misuse):
		return exitMisused
	case errors.Is(err, errInterrupted):
		return exitInterrupted
	case errors.Is(err, store.ErrUnreachable), errors.Is(err, store.ErrRefused), errors.Is(err, store.ErrBusy):
		return exitUnreachable
	case errors.Is(err, errRejected):
		return exitRejected
	}
	return exitFailed
}
