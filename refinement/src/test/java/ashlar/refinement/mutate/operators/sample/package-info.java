/// A kernel in small, to mutate.
package ashlar.refinement.mutate.operators.sample;
