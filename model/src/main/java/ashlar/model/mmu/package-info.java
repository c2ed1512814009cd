/// Memory as programs see it: virtual addresses, their translation by tables in the hardware's format and by
/// what is cached of them, and the faults that it raises.
package ashlar.model.mmu;
