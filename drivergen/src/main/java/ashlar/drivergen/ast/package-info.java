/// Records of a device description: registers, states, rules, promises.
package ashlar.drivergen.ast;
