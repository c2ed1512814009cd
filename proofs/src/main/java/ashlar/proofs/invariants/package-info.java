/// Each event preserves each invariant.
package ashlar.proofs.invariants;
