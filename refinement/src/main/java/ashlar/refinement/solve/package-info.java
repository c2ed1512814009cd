/// The solver chain: cache, split, Z3, cross-check, time limits.
package ashlar.refinement.solve;
