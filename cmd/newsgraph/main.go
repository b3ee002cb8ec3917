// Newsgraph reads news articles, extracts who did what to whom, and keeps it in a graph. See newsgraph help.
package main

import (
	"os"

	"newsgraph/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.System()))
}
