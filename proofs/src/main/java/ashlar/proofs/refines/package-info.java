/// The state relation, and refinement of the specification by each kernel entry.
package ashlar.proofs.refines;
