/// What a driver sees: reads, writes and interrupts.
package ashlar.model.bus;
