/// Names, widths, units and overlaps of a description, with every complaint as file, line and column.
package ashlar.drivergen.check;
