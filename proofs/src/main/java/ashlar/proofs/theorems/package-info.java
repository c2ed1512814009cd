/// What users rely on, proved of the specification alone.
package ashlar.proofs.theorems;
