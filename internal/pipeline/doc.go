// Package pipeline is the hallway between the rooms: it takes articles through them, many at a time, and hands the
// results on one batch after the other.
//
// In go the records of package article and an [Extractor], which reads one article; out go batches to a [Sink] and a
// [Summary]. Promised: results leave in the order of the input, whatever the number of workers, so the same input gives
// the same output; only a bounded number of articles is held at once; a fault, even a panic, in one article becomes a
// reject that names it; when the context ends, what is read goes to the sink whole before Run returns.
//
// With four workers and a file of a thousand lines, the tenth article may be read before the second, but it is written
// after it.
package pipeline
