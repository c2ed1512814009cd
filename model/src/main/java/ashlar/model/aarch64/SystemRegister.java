package ashlar.model.aarch64;

/// MRS, MSR (register): "System register move". What EL0 may use: NZCV, FPCR, FPSR, TPIDR_EL0, TPIDRRO_EL0,
/// CTR_EL0, DCZID_EL0 and the counters; the rest is undefined.
/// @param register op0, op1, CRn, CRm, op2: 16 bits
public record SystemRegister(boolean isRead, int register, int rt) implements Instruction {
    //  31.......22 21 20 19 18.16 15..12 11..8 7.5 4..0
    //  1101010100  L  1  o0 op1   CRn    CRm   op2 Rt
    static final int MASK = 0xFFD0_0000;
    static final int MATCH = 0xD510_0000;

    private static final int CTR = 0b11_011_0000_0000_001;
    private static final int DCZID = 0b11_011_0000_0000_111;
    private static final int NZCV = 0b11_011_0100_0010_000;
    private static final int FPCR = 0b11_011_0100_0100_000;
    private static final int FPSR = 0b11_011_0100_0100_001;
    private static final int TPIDR = 0b11_011_1101_0000_010;
    private static final int TPIDRRO = 0b11_011_1101_0000_011;
    private static final int CNTFRQ = 0b11_011_1110_0000_000;
    private static final int CNTPCT = 0b11_011_1110_0000_001;
    private static final int CNTVCT = 0b11_011_1110_0000_010;

    /// CTR_EL0 and DCZID_EL0 of a processor with 64-byte lines and blocks.
    static final long CACHE_TYPE = 0x8444_C004L;
    static final long ZERO_BLOCK_WORDS_LOG = 4;

    static Instruction decode(int w) {
        int register = Fields.bits(w, 20, 5);
        boolean isRead = Fields.bit(w, 21);
        boolean isKnown = switch (register) {
            case NZCV, FPCR, FPSR, TPIDR                      -> true;
            case CTR, DCZID, TPIDRRO, CNTFRQ, CNTPCT, CNTVCT -> isRead;
            default                                          -> false;
        };
        return isKnown ? new SystemRegister(isRead, register, Fields.rd(w)) : new Undefined(w);
    }

    @Override
    public void execute(Cpu cpu) {
        if (!isPermitted(cpu.permissions)) throw Trap.of(Trap.SYSTEM_REGISTER, iss());
        if (isRead) cpu.setX(rt, read(cpu));
        else write(cpu, cpu.x[rt]);
    }

    private boolean isPermitted(Permissions p) {
        return switch (register) {
            case CTR    -> p.readCacheType();
            case CNTPCT -> p.readPhysicalCount();
            case CNTVCT -> p.readVirtualCount();
            case CNTFRQ -> p.readPhysicalCount() || p.readVirtualCount();
            default     -> true;
        };
    }

    private long iss() {
        return SystemInstruction.iss(register, rt, isRead);
    }

    private long read(Cpu cpu) {
        return switch (register) {
            case CTR     -> CACHE_TYPE;
            case DCZID   -> ZERO_BLOCK_WORDS_LOG | (cpu.permissions.zeroBlocks() ? 0 : 1 << 4);
            case NZCV    -> cpu.nzcv();
            case FPCR    -> cpu.fpcr;
            case FPSR    -> cpu.fpsr;
            case TPIDR   -> cpu.tpidr;
            case TPIDRRO -> cpu.tpidrRo;
            case CNTFRQ  -> cpu.counterFrequency;
            case CNTPCT  -> cpu.physicalCount;
            default      -> cpu.virtualCount;
        };
    }

    private void write(Cpu cpu, long value) {
        switch (register) {
            case NZCV -> cpu.setNzcv(value);
            case FPCR -> cpu.fpcr = value & FloatFormat.FPCR_BITS;
            case FPSR -> cpu.fpsr = value & FloatFormat.FPSR_BITS;
            default   -> cpu.tpidr = value;
        }
    }

    private String name() {
        return switch (register) {
            case CTR     -> "ctr_el0";
            case DCZID   -> "dczid_el0";
            case NZCV    -> "nzcv";
            case FPCR    -> "fpcr";
            case FPSR    -> "fpsr";
            case TPIDR   -> "tpidr_el0";
            case TPIDRRO -> "tpidrro_el0";
            case CNTFRQ  -> "cntfrq_el0";
            case CNTPCT  -> "cntpct_el0";
            default      -> "cntvct_el0";
        };
    }

    @Override
    public String assembly(long pc) {
        return isRead ? "mrs " + Text.r(true, rt) + ", " + name() : "msr " + name() + ", " + Text.r(true, rt);
    }
}
