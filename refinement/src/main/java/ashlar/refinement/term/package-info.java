/// Hash-consed terms of booleans and bit-vectors, rewritten as they are built.
package ashlar.refinement.term;
