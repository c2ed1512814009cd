/// Reads a description: names, widths, units and overlaps, with every complaint as file, line and column.
package ashlar.drivergen.check;
