/// The simulated machine: memory, cores, interrupt lines, and how they step.
package ashlar.model.machine;
