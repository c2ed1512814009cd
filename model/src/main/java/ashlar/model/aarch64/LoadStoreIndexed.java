package ashlar.model.aarch64;

/// LDUR, STUR, LDTR, STTR, LDR and STR with a signed offset: "Load/store register (unscaled immediate)",
/// "(immediate post-indexed)", "(unprivileged)", "(immediate pre-indexed)". Where a base that is written back
/// is also the register loaded, which the manual leaves open, the base is what stays.
/// @param mode 0: unscaled; 1: post-indexed; 2: unprivileged, which is no different at EL0; 3: pre-indexed
public record LoadStoreIndexed(Transfer transfer, int mode, long offset, int rn, int rt)
    implements Instruction {
    //  31.30 29.27 26 25.24 23.22 21 20..12 11.10 9..5 4..0
    //  size  111   V  00    opc   0  imm9   mode  Rn   Rt
    static final int MASK = 0x3B20_0000;
    static final int MATCH = 0x3800_0000;
    private static final int UNSCALED = 0;
    private static final int POST = 1;
    private static final int UNPRIVILEGED = 2;
    private static final int PRE = 3;

    static Instruction decode(int w) {
        int size = Fields.bits(w, 31, 30);
        boolean isVector = Fields.bit(w, 26);
        int opc = Fields.bits(w, 23, 22);
        int mode = Fields.bits(w, 11, 10);
        long offset = Fields.signed(w, 20, 12);
        int rn = Fields.rn(w);
        if (!Transfer.exists(size, isVector, opc) || mode == UNPRIVILEGED && isVector)
            return new Undefined(w);
        if (Transfer.isPrefetch(size, isVector, opc))
            return mode == UNSCALED ? new Prefetch(Fields.rd(w), true, operand(rn, offset))
                : new Undefined(w);
        return new LoadStoreIndexed(Transfer.of(size, isVector, opc), mode, offset, rn, Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long base = cpu.xOrSp(rn);
        transfer.execute(cpu, mode == POST ? base : base + offset, rt);
        if (mode == POST || mode == PRE) cpu.setXOrSp(rn, base + offset);
    }

    /// `[base, #offset]`.
    static String operand(int rn, long offset) {
        return "[" + Text.rsp(true, rn) + (offset == 0 ? "]" : ", #" + offset + "]");
    }

    @Override
    public String assembly(long pc) {
        String kind = mode == UNSCALED ? "ur" : mode == UNPRIVILEGED ? "tr" : "r";
        String address = switch (mode) {
            case POST -> "[" + Text.rsp(true, rn) + "], #" + offset;
            case PRE  -> "[" + Text.rsp(true, rn) + ", #" + offset + "]!";
            default   -> operand(rn, offset);
        };
        return (transfer.opc() == 0 ? "st" : "ld") + kind + transfer.suffix() + " " + transfer.register(rt)
            + ", " + address;
    }
}
