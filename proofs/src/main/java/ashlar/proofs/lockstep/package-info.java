/// Random runs of specification and kernel, side by side.
package ashlar.proofs.lockstep;
