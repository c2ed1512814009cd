/// Known falsehoods that must be refuted, and known truths that must be proved.
package ashlar.proofs.engine;
