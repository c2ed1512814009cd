package ashlar.proofs.isa;

import ashlar.proofs.isa.Aarch64Family.Base;
import java.util.List;

/// The encoding classes to be compared.
final class Aarch64Families {
    private Aarch64Families() { }

    static final List<Aarch64Family> ALL = List.of(
        plain("PC-rel. addressing",                        "x_xx_10000_xxxxxxxxxxxxxxxxxxx_xxxxx"),
        plain("Add/subtract (immediate)",                  "x_x_x_100010_x_xxxxxxxxxxxx_xxxxx_xxxxx"),
        plain("Logical (immediate)",                       "x_xx_100100_x_xxxxxx_xxxxxx_xxxxx_xxxxx"),
        plain("Move wide (immediate)",                     "x_xx_100101_xx_xxxxxxxxxxxxxxxx_xxxxx"),
        plain("Bitfield",                                  "0_xx_100110_0_0xxxxx_0xxxxx_xxxxx_xxxxx"),
        plain("Bitfield",                                  "1_xx_100110_1_xxxxxx_xxxxxx_xxxxx_xxxxx"),
        plain("Extract",                                   "x_00_100111_x_0_xxxxx_xxxxxx_xxxxx_xxxxx"),
        plain("Data processing (immediate)",               "xxx_100_xxx_xxxxxxxxxxxxxxxxxxxxxxx"),
        plain("Logical (shifted register)",                "x_xx_01010_xx_x_xxxxx_xxxxxx_xxxxx_xxxxx"),
        plain("Add/subtract (shifted register)",           "x_x_x_01011_xx_0_xxxxx_xxxxxx_xxxxx_xxxxx"),
        plain("Add/subtract (extended register)",          "x_x_x_01011_00_1_xxxxx_xxx_xxx_xxxxx_xxxxx"),
        plain("Add/subtract (with carry)",                 "x_x_x_11010000_xxxxx_000000_xxxxx_xxxxx"),
        plain("Conditional compare",                       "x_x_1_11010010_xxxxx_xxxx_x_0_xxxxx_0_xxxx"),
        plain("Conditional select",                        "x_x_0_11010100_xxxxx_xxxx_0_x_xxxxx_xxxxx"),
        plain("Data-processing (1 source)",                "x_1_0_11010110_00000_000xxx_xxxxx_xxxxx"),
        plain("Data-processing (2 source)",                "x_0_0_11010110_xxxxx_00xxxx_xxxxx_xxxxx"),
        plain("CRC32",                                     "x_0_0_11010110_xxxxx_010_x_xx_xxxxx_xxxxx"),
        plain("Data-processing (3 source)",                "x_00_11011_xxx_xxxxx_x_xxxxx_xxxxx_xxxxx"),
        plain("Data processing (register)",                "xxx_x101_xxxx_xxxxxxxxxxxxxxxxxxxxx"),
        plain("Conditional branch (immediate)",            "0101010_0_xxxxxxxxxxxxxxxxxxx_0_xxxx"),
        plain("Unconditional branch (immediate)",          "x_00101_xxxxxxxxxxxxxxxxxxxxxxxxxx"),
        plain("Unconditional branch (register)",           "1101011_00xx_11111_000000_xxxxx_00000"),
        plain("Compare and branch (immediate)",            "x_011010_x_xxxxxxxxxxxxxxxxxxx_xxxxx"),
        plain("Test and branch (immediate)",               "x_011011_x_xxxxx_xxxxxxxxxxxxxx_xxxxx"),
        plain("Exception generation",                      "11010100_001_xxxxxxxxxxxxxxxx_00000"),
        plain("Hints",                                     "11010101000000110010_0000_xxx_11111"),
        plain("Barriers",                                  "11010101000000110011_xxxx_1xx_11111"),
        plain("System register move: NZCV",                "1101010100_x_11_011_0100_0010_000_xxxxx"),
        plain("System register move: FPCR",                "1101010100_1_11_011_0100_0100_000_xxxxx"),
        plain("System register move: FPSR",                "1101010100_x_11_011_0100_0100_001_xxxxx"),
        plain("System register move: TPIDR_EL0",           "1101010100_x_11_011_1101_0000_010_xxxxx"),
        plain("Floating-point (1 source)",                 "00011110_xx_1_0xxxxx_10000_xxxxx_xxxxx"),
        plain("Floating-point (2 source)",                 "00011110_xx_1_xxxxx_xxxx_10_xxxxx_xxxxx"),
        plain("Floating-point (3 source)",                 "00011111_xx_x_xxxxx_x_xxxxx_xxxxx_xxxxx"),
        plain("Floating-point compare",                    "00011110_xx_1_xxxxx_001000_xxxxx_xx_000"),
        plain("Floating-point conditional compare",        "00011110_xx_1_xxxxx_xxxx_01_xxxxx_x_xxxx"),
        plain("Floating-point conditional select",         "00011110_xx_1_xxxxx_xxxx_11_xxxxx_xxxxx"),
        plain("Floating-point immediate",                  "00011110_xx_1_xxxxxxxx_100_00000_xxxxx"),
        plain("Floating-point and integer",                "x0011110_xx_1_xx_xxx_000000_xxxxx_xxxxx"),
        plain("Floating-point and fixed-point",            "x0011110_xx_0_xx_xxx_xxxxxx_xxxxx_xxxxx"),
        plain("Floating-point and fixed-point",            "x0011110_xx_0_x0_01x_1xxxxx_xxxxx_xxxxx"),
        plain("Floating-point and fixed-point",            "x0011110_xx_0_11_00x_1xxxxx_xxxxx_xxxxx"),
        plain("SIMD three same",                           "0xx_01110_xx_1_xxxxx_xxxxx_1_xxxxx_xxxxx"),
        plain("SIMD three same",                           "0xx_01110_xx_1_xxxxx_0xxxx_1_xxxxx_xxxxx"),
        plain("SIMD three same (float)",                   "0xx_01110_xx_1_xxxxx_11xxx_1_xxxxx_xxxxx"),
        plain("SIMD three same (FP16)",                    "0xx_01110_x10_xxxxx_00_xxx_1_xxxxx_xxxxx"),
        plain("SIMD three same extra",                     "0xx_01110_xx_0_xxxxx_1_00xx_1_xxxxx_xxxxx"),
        plain("SIMD scalar three same",                    "01x_11110_xx_1_xxxxx_xxxxx_1_xxxxx_xxxxx"),
        plain("SIMD scalar three same (FP16)",             "01x_11110_x10_xxxxx_00_xxx_1_xxxxx_xxxxx"),
        plain("SIMD scalar three same extra",              "011_11110_xx_0_xxxxx_1_00xx_1_xxxxx_xxxxx"),
        plain("SIMD two-register misc",                    "0xx_01110_xx_10000_xxxxx_10_xxxxx_xxxxx"),
        plain("SIMD two-register misc",                    "0xx_01110_xx_10000_xxxxx_10_xxxxx_xxxxx"),
        of("SIMD two-register misc (FP16)", Base.ALLOCATED, "0xx_01110_x1_11100_xxxxx_10_xxxxx_xxxxx"),
        plain("SIMD scalar two-register misc",             "01x_11110_xx_10000_xxxxx_10_xxxxx_xxxxx"),
        of("SIMD scalar two-register misc (FP16)", Base.ALLOCATED, "01x_11110_x1_11100_xxxxx_10_xxxxx_xxxxx"),
        plain("SIMD across lanes",                         "0xx_01110_xx_11000_xx01x_10_xxxxx_xxxxx"),
        plain("SIMD across lanes",                         "0xx_01110_xx_11000_011xx_10_xxxxx_xxxxx"),
        plain("SIMD across lanes",                         "0xx_01110_xx_11000_xxxxx_10_xxxxx_xxxxx"),
        plain("SIMD scalar pairwise",                      "01x_11110_xx_11000_x1xxx_10_xxxxx_xxxxx"),
        plain("SIMD copy",                                 "0x0_01110000_xxxxx_0_0xxx_1_xxxxx_xxxxx"),
        plain("SIMD copy",                                 "011_01110000_xxxxx_0_xxxx_1_xxxxx_xxxxx"),
        plain("SIMD scalar copy",                          "010_11110000_xxxxx_0_0000_1_xxxxx_xxxxx"),
        plain("SIMD permute",                              "0x0_01110_xx_0_xxxxx_0_xxx_10_xxxxx_xxxxx"),
        plain("SIMD extract",                              "0x1_01110_00_0_xxxxx_0_xxxx_0_xxxxx_xxxxx"),
        plain("SIMD table lookup",                         "0x0_01110_00_0_xxxxx_0_xxx_00_xxxxx_xxxxx"),
        plain("SIMD modified immediate",                   "0xx_0111100000_xxx_xxxx_x_1_xxxxx_xxxxx"),
        plain("SIMD shift by immediate",                   "0xx_011110_xxxx_xxx_xxxxx_1_xxxxx_xxxxx"),
        plain("SIMD shift by immediate",                   "0xx_011110_xxxx_xxx_xxxxx_1_xxxxx_xxxxx"),
        plain("SIMD scalar shift by immediate",            "01x_111110_xxxx_xxx_xxxxx_1_xxxxx_xxxxx"),
        plain("SIMD by element",                           "0xx_01111_xx_x_x_xxxx_xxxx_x_0_xxxxx_xxxxx"),
        plain("SIMD scalar by element",                    "01x_11111_xx_x_x_xxxx_xxxx_x_0_xxxxx_xxxxx"),
        plain("SIMD three different",                      "0xx_01110_xx_1_xxxxx_xxxx_00_xxxxx_xxxxx"),
        plain("SIMD scalar three different",               "01x_11110_xx_1_xxxxx_xxxx_00_xxxxx_xxxxx"),
        of("SIMD load/store multiple", Base.REGISTER,      "0x_0011000_x_000000_xxxx_xx_xxxxx_xxxxx"),
        of("SIMD load/store multiple (post)", Base.REGISTER, "0x_0011001_x_0_xxxxx_xxxx_xx_xxxxx_xxxxx"),
        of("SIMD load/store single", Base.REGISTER,        "0x_0011010_x_x_00000_xxx_x_xx_xxxxx_xxxxx"),
        of("SIMD load/store single (post)", Base.REGISTER, "0x_0011011_x_x_xxxxx_xxx_x_xx_xxxxx_xxxxx"),
        plain("System register move: CTR_EL0",             "1101010100_1_11_011_0000_0000_001_xxxxx"),
        plain("System register move: DCZID_EL0",           "1101010100_1_11_011_0000_0000_111_xxxxx"),
        plain("Any data processing",                       "xxx_x101_xxxxxxxxxxxxxxxxxxxxxxxxx"),
        plain("Any floating point or SIMD",                "xxx_x111_xxxxxxxxxxxxxxxxxxxxxxxxx"),
        plain("Any load or store",                         "xxx_x1x0_xxxxxxxxxxxxxxxxxxxxxxxxx"),
        plain("Any branch, exception or system",           "xxx_101x_xxxxxxxxxxxxxxxxxxxxxxxxx"),
        plain("Reserved",                                  "xxx_00xx_xxxxxxxxxxxxxxxxxxxxxxxxx"),
        of("DC ZVA", Base.BLOCK,                           "1101010100_0_01_011_0111_0100_001_xxxxx"),
        of("DC CVAC", Base.BLOCK,                          "1101010100_0_01_011_0111_1010_001_xxxxx"),
        of("DC CVAU", Base.BLOCK,                          "1101010100_0_01_011_0111_1011_001_xxxxx"),
        of("DC CIVAC", Base.BLOCK,                         "1101010100_0_01_011_0111_1110_001_xxxxx"),
        of("IC IVAU", Base.BLOCK,                          "1101010100_0_01_011_0111_0101_001_xxxxx"),
        of("Load/store (unsigned immediate)", Base.UNSIGNED, "xx_111_x_01_xx_xxxxxxxxxxxx_xxxxx_xxxxx"),
        of("Load/store (signed immediate)", Base.INDEXED,  "xx_111_x_00_xx_0_xxxxxxxxx_xx_xxxxx_xxxxx"),
        of("Load/store (register offset)", Base.OFFSET_REGISTER,
        "xx_111_x_00_xx_1_xxxxx_x1x_x_10_xxxxx_xxxxx"),
        of("Load register (literal)", Base.LITERAL,        "xx_011_x_00_xxxxxxxxxxxxxxxxxxx_xxxxx"),
        of("Load/store register pair", Base.PAIR,          "xx_101_x_0_xx_x_xxxxxxx_xxxxx_xxxxx_xxxxx"),
        of("Load/store ordered", Base.REGISTER,            "xx_001000_1_x_0_11111_x_11111_xxxxx_xxxxx"),
        of("Load exclusive", Base.REGISTER,                "xx_001000_0_1_0_11111_x_11111_xxxxx_xxxxx"),
        of("Load exclusive pair", Base.REGISTER,           "1x_001000_0_1_1_11111_x_xxxxx_xxxxx_xxxxx"),
        of("Store exclusive", Base.SEQUENCE,               "xx_001000_0_0_0_11110_x_11111_xxxxx_0xxxx"),
        of("Store exclusive pair", Base.SEQUENCE,          "1x_001000_0_0_1_11110_x_0xxxx_xxxxx_0xxxx"),
        of("Compare and swap", Base.REGISTER,              "xx_001000_1_x_1_xxxxx_x_11111_xxxxx_xxxxx"),
        of("Compare and swap pair", Base.REGISTER,         "0x_001000_0_x_1_xxxx0_x_11111_xxxxx_xxxx0"),
        of("Atomic memory operations", Base.REGISTER,      "xx_111_0_00_xx_1_xxxxx_0_xxx_00_xxxxx_xxxxx"),
        of("Swap", Base.REGISTER,                          "xx_111_0_00_xx_1_xxxxx_1_000_00_xxxxx_xxxxx"),
        of("LDAPR", Base.ALIGNED,                          "xx_111_0_00_10_1_11111_1_100_00_xxxxx_xxxxx"));

    /// Words on which QEMU 7.2 is known to be wrong: unallocated ones that it executes (half-precision maxima
    /// across lanes and pairwise with bit 22 set, FMOV (vector, immediate) of half precision with `op` set);
    /// and FCVTZS and FCVTZU (scalar, fixed-point) of half precision, which leave more than 16 bits of
    /// result.
    static boolean isWrongInQemu(int w) {
        return (w & 0xBF7F_CC00) == 0x0E70_C800 || (w & 0xFF7F_CC00) == 0x5E70_C800
            || (w & 0xBFF8_FC00) == 0x2F00_FC00 || (w & 0xDFF0_FC00) == 0x5F10_FC00;
    }

    /// Instructions of Cortex-A76 that this machine does not have: AES, SHA-1, SHA-256.
    static boolean isLeftOut(int w) {
        return (w & 0xFF3E_0C00) == 0x4E28_0800 || (w & 0xFF3E_0C00) == 0x5E28_0800
            || (w & 0xFF20_8C00) == 0x5E00_0000;
    }

    private static Aarch64Family plain(String name, String pattern) {
        return Aarch64Family.of(name, Base.NONE, pattern);
    }

    private static Aarch64Family of(String name, Base base, String pattern) {
        return Aarch64Family.of(name, base, pattern);
    }
}
