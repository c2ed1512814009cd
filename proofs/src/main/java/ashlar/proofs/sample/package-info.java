/// Generated states on which every obligation also runs as a test.
package ashlar.proofs.sample;
