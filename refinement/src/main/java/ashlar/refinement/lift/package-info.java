/// Class files to terms, one file per JVM instruction family.
package ashlar.refinement.lift;
