/// Unsigned 64-bit words: slices, alignment, extension; the only home of clever bit tricks.
package ashlar.model.word;
