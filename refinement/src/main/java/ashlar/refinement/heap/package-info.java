/// Values of the lifted program: terms, records, sums, references, and the heap they point into.
package ashlar.refinement.heap;
