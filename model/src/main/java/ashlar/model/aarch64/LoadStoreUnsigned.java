package ashlar.model.aarch64;

/// LDR, STR and their narrow forms: "Load/store register (unsigned immediate)".
public record LoadStoreUnsigned(Transfer transfer, long offset, int rn, int rt) implements Instruction {
    //  31.30 29.27 26 25.24 23.22 21...10 9..5 4..0
    //  size  111   V  01    opc   imm12   Rn   Rt
    static final int MASK = 0x3B00_0000;
    static final int MATCH = 0x3900_0000;

    static Instruction decode(int w) {
        int size = Fields.bits(w, 31, 30);
        boolean isVector = Fields.bit(w, 26);
        int opc = Fields.bits(w, 23, 22);
        long imm = Fields.bits(w, 21, 10);
        int rn = Fields.rn(w);
        if (!Transfer.exists(size, isVector, opc)) return new Undefined(w);
        if (Transfer.isPrefetch(size, isVector, opc))
            return new Prefetch(Fields.rd(w), false, LoadStoreIndexed.operand(rn, imm << 3));
        Transfer transfer = Transfer.of(size, isVector, opc);
        return new LoadStoreUnsigned(transfer, imm << transfer.sizeLog(), rn, Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        transfer.execute(cpu, cpu.xOrSp(rn) + offset, rt);
    }

    @Override
    public String assembly(long pc) {
        return (transfer.opc() == 0 ? "str" : "ldr") + transfer.suffix() + " " + transfer.register(rt) + ", "
            + LoadStoreIndexed.operand(rn, offset);
    }
}
