/// Devices of the simulated machine, as their registers show them to software.
package ashlar.model.device;
