// Package kernel computes the products and row functions of the encoder, with the same bits on every processor.
//
// What enters: rows of float32, and weights of one byte each (Pack). What leaves: rows of float32. Three paths do the
// same work: portable Go, AVX2, and AVX-512 with VNNI; Best chooses one at start, Paths lists those that this processor
// can run. Promised: every path gives the same bits. Integer sums are exact in any order; float sums run in sixteen or
// eight lanes that are folded in a fixed order; no multiplication is fused with an addition (the portable code says
// float32(x*y)+z, which forbids it to the compiler on every architecture).
//
// Activations are quantised row by row to the codes 0 to 127 with a zero point of the row's own: seven bits, so that
// AVX2's sums of two products of bytes can't leave 16 bits. A row that is mostly positive, as after GELU, spends nearly
// all its codes on positive values.
//
// Example: a layer with the weights [[1, -1], [2, 0]] of scale 1 and no bias maps the row [1, 0] to about [1, 2].
package kernel
