/// Memory as programs see it: virtual addresses, their translation, and the faults that it raises.
package ashlar.model.mmu;
