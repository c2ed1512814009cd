/// Writes the driver, in Java and in C, and the register table as a document.
package ashlar.drivergen.emit;
