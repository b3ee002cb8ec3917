// Package cli is the command line: one file for each command, and what they share.
//
// In go the arguments and an [Env], which holds the streams, the environment, the clock and the doors to the rooms
// behind, so that a test can replace them; out goes an exit code of the table in exit.go. Promised: results are written
// to standard output and everything else to standard error; a message names what went wrong in one line that begins
// with "newsgraph: ".
//
// Every command has the same shape: a constructor newXCommand, its options, and runX, which does the work.
package cli
