/// The command line.
package ashlar.ci;
