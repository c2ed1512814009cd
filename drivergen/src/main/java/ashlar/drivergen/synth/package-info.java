/// Finds a sequence of register accesses that keeps each promise.
package ashlar.drivergen.synth;
