/// Runs a device as its description tells.
package ashlar.drivergen.simulate;
