package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/bmatcuk/doublestar/v4"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Input is what the paths of a command line name.
type Input struct {
	paths []string // files, folders and Stdin; all there when Open looked
	stdin io.Reader
	read  atomic.Int64
}

// Open resolves paths: each a file, a folder, a glob ("**" crosses folders) or Stdin. A path that names nothing is an
// error here, before any work is done.
func Open(paths []string, stdin io.Reader) (*Input, error) {
	in := &Input{stdin: stdin}
	for _, path := range paths {
		if path == Stdin {
			in.paths = append(in.paths, path)
			continue
		}
		_, err := os.Stat(path)
		if err == nil {
			in.paths = append(in.paths, path)
			continue
		}
		if !strings.ContainsAny(path, "*?[{") {
			return nil, fmt.Errorf("reading %s: %w", path, cause(err))
		}
		found, err := doublestar.FilepathGlob(path, doublestar.WithNoHidden())
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("reading %s: no file matches", path)
		}
		slices.Sort(found)
		in.paths = append(in.paths, found...)
	}
	return in, nil
}

// cause drops the path and operation that an error of package os repeats.
func cause(err error) error {
	var where *fs.PathError
	if errors.As(err, &where) {
		return where.Err
	}
	return err
}

// Read is how many bytes of the files have been read so far. It may be called while Records runs.
func (in *Input) Read() int64 { return in.read.Load() }

// Size is how many bytes the files hold, or -1 where standard input is among them.
func (in *Input) Size(ctx context.Context) int64 {
	var total int64
	for file := range in.files(ctx) {
		if file.path == Stdin {
			return -1
		}
		if info, err := os.Stat(file.path); err == nil {
			total += info.Size()
		}
	}
	return total
}

// Records reads the files one after the other: those named in the order named, those in a folder sorted by name, and of
// those only the ones whose extension is known and whose name has no leading dot. It ends early with ctx.
func (in *Input) Records(ctx context.Context) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		going := true
		each := func(r Record) bool {
			going = going && ctx.Err() == nil && yield(r)
			return going
		}
		for file := range in.files(ctx) {
			if file.fault != "" {
				each(rejected(filepath.ToSlash(file.path), 0, file.fault))
			} else {
				in.decode(ctx, file.path, each)
			}
			if !going {
				return
			}
		}
	}
}

// decode reads one file.
func (in *Input) decode(ctx context.Context, path string, yield func(Record) bool) {
	name := filepath.ToSlash(path)
	r := in.stdin
	if path != Stdin {
		f, err := os.Open(path)
		if err != nil {
			yield(rejected(name, 0, readFault(err)))
			return
		}
		defer f.Close()
		r = f
	}
	src, err := newSource(name, &counted{ctx: ctx, r: r, n: &in.read})
	if err != nil {
		yield(rejected(name, 0, readFault(err)))
		return
	}
	format, known := formatOf(name)
	if !known {
		format = sniff(src.head())
	}
	format.decode(src, yield)
}

// file is a path to read, or one that can't be read and why.
type file struct{ path, fault string }

// files lists the input's files, folders unfolded.
func (in *Input) files(ctx context.Context) iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, path := range in.paths {
			info, err := os.Stat(path)
			if path == Stdin || err != nil || !info.IsDir() {
				if !yield(file{path: path}) {
					return
				}
				continue
			}
			count, going := 0, true
			walk(ctx, path, func(f file) bool {
				count++
				going = yield(f)
				return going
			})
			if going && count == 0 && ctx.Err() == nil {
				going = yield(file{path: path, fault: "no article files in this folder"})
			}
			if !going {
				return
			}
		}
	}
}

// walk visits a folder's article files in the order of their names. Links to folders are not followed: they could lead
// in a circle.
func walk(ctx context.Context, folder string, visit func(file) bool) bool {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return visit(file{path: folder, fault: readFault(err)})
	}
	for _, entry := range entries {
		path := filepath.Join(folder, entry.Name())
		_, known := formatOf(entry.Name())
		switch {
		case ctx.Err() != nil:
			return false
		case strings.HasPrefix(entry.Name(), "."):
		case entry.IsDir():
			if !walk(ctx, path, visit) {
				return false
			}
		case known && plain(path) && !visit(file{path: path}):
			return false
		}
	}
	return true
}

// plain is false for what is no file in truth, a pipe or a link to a folder. What can't be looked at counts as a file,
// so that reading it says why.
func plain(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}
