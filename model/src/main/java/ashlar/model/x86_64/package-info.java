/// The x86-64 instruction set as a program in user mode (64-bit mode, CPL 3, IOPL 0) sees it.
/// Source: Intel 64 and IA-32 Architectures Software Developer's Manual, volumes 1 and 2. One record a family
/// of instructions holds its decoding, execution and text. Flags that the manual leaves undefined are listed
/// in `docs/instructions-x86_64.md`.
package ashlar.model.x86_64;
