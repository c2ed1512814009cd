/// Reads maps of registers in other languages; what has no counterpart is listed, never lost.
package ashlar.drivergen.foreign;
