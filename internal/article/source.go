package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"sync/atomic"
)

// source is one input as the decoders see it: decompressed and without a byte-order mark.
type source struct {
	path string
	r    *bufio.Reader
}

// headBytes is how much of an input is looked at to tell its format.
const headBytes = 64 << 10

// newSource unpacks r where its first bytes say that it is gzipped, whatever its name.
func newSource(path string, r io.Reader) (*source, error) {
	b := bufio.NewReaderSize(r, headBytes)
	if magic, _ := b.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, headBytes)
	}
	mark, _ := b.Peek(3)
	switch {
	case bytes.HasPrefix(mark, []byte("\xef\xbb\xbf")):
		_, _ = b.Discard(3) // just peeked
	case bytes.HasPrefix(mark, []byte("\xff\xfe")), bytes.HasPrefix(mark, []byte("\xfe\xff")):
		return nil, errors.New("not UTF-8 but UTF-16")
	}
	return &source{path: path, r: b}, nil
}

// head is the beginning of the input, left to be read.
func (s *source) head() []byte {
	head, _ := s.r.Peek(headBytes)
	return head
}

// all reads an input that is a single article.
func (s *source) all() ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(s.r, MaxBytes+1))
	switch {
	case err != nil:
		return nil, errors.New(readFault(err))
	case len(data) > MaxBytes:
		return nil, errors.New(tooLarge)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, errors.New("empty file")
	}
	return data, nil
}

// readFault says why reading stopped, without the path that a Reject names anyway.
func readFault(err error) string {
	var where *fs.PathError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "file is cut short"
	case errors.As(err, &where):
		return where.Err.Error()
	}
	return err.Error()
}

// counted counts the bytes that pass, and ends with its context.
type counted struct {
	ctx context.Context
	r   io.Reader
	n   *atomic.Int64
}

func (c *counted) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}
