package syntax

import "newsgraph/internal/syntax/kernel"

// Activations for the heads of other rooms, with the same bits on every processor.

// Gelu applies the Gaussian error linear unit to rows whose width is a multiple of 16.
func Gelu(x []float32) { kernel.Best().Gelu(x) }

// Softmax replaces a row of at most 32 values by its softmax.
func Softmax(row []float32) {
	var buffer [32]float32
	copy(buffer[:], row)
	kernel.Best().Softmax(len(row), buffer[:(len(row)+7)&^7], 1)
	copy(row, buffer[:len(row)])
}
