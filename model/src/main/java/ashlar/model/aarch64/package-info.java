/// The A64 instruction set as a program at EL0 sees it: one record per encoding class of the manual, with
/// decode, execute and assembly side by side. Source: Arm Architecture Reference Manual, Arm DDI 0487;
/// Armv8.2-A with half precision, dot product, LSE atomics, CRC32 and LDAPR, as Cortex-A76 has them.
package ashlar.model.aarch64;
