/// Mutants of what a suite proves things of, and whether the suite notices.
package ashlar.refinement.mutate;
