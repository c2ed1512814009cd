/// Writes descriptions for others: documents, maps of registers in other languages, drivers.
package ashlar.drivergen.emit;
