/// A small kernel of one counter, its specification, and obligations that pin it down, or do not.
package ashlar.refinement.mutate.sample;
