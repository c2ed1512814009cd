package ashlar.model.aarch64;

/// FPCR and FPSR.
final class Rounding {
    static final long FPCR_BITS = 0x07C8_0000L;
    static final long FPSR_BITS = 0xF800_009FL;

    private Rounding() { }
}
