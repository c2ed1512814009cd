/// Facts that other proofs may assume, each one an obligation itself.
package ashlar.proofs.lemmas;
