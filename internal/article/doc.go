// Package article reads news articles from files.
//
// In go the paths of a command line: files, folders, globs and "-" for standard input, holding plain text, JSON, JSON
// lines or HTML, gzipped or not. Out comes a stream of records in the order of the input, each one an [Article], a
// line that `newsgraph extract` printed, or a [Reject] that says what could not be used and why.
//
// Promised: a fault in one article never stops the others; memory is bounded by the largest article allowed
// ([MaxBytes]), whatever the size of the input or of its decompressed form; an article's text keeps the bytes of its
// paragraphs, so that offsets into it can be checked against the source; the id depends on nothing but the article.
//
// A file seed.txt of three lines, "EU and South Korea …", "2024-11-04" and "South Korea and the European Union
// condemned …", becomes an Article whose Title is the first, Published the second and Text the third.
package article
