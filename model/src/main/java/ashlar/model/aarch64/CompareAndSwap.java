package ashlar.model.aarch64;

/// CAS, CASA, CASL, CASAL and their narrow forms: "Compare and swap".
public record CompareAndSwap(int sizeLog, boolean acquires, int rs, boolean releases, int rn, int rt)
    implements Instruction {
    //  31.30 29..24 23 22 21 20..16 15 14..10 9..5 4..0
    //  size  001000 1  L  1  Rs     o0 11111  Rn   Rt
    static final int MASK = 0x3FA0_0000;
    static final int MATCH = 0x08A0_0000;

    static Instruction decode(int w) {
        if (Fields.ra(w) != 31) return new Undefined(w);
        return new CompareAndSwap(Fields.bits(w, 31, 30), Fields.bit(w, 22), Fields.rm(w), Fields.bit(w, 15),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long address = cpu.xOrSp(rn);
        if ((address & ((1 << sizeLog) - 1)) != 0) throw Trap.unaligned(address, true);
        long old = Transfer.load(cpu.memory, sizeLog, address);
        long unused = 64 - (8L << sizeLog);
        if (cpu.x[rs] << unused == old << unused) Transfer.store(cpu.memory, sizeLog, address, cpu.x[rt]);
        cpu.setX(rs, old);
    }

    @Override
    public String assembly(long pc) {
        String size = sizeLog == 0 ? "b" : sizeLog == 1 ? "h" : "";
        return "cas" + (acquires ? "a" : "") + (releases ? "l" : "") + size + " " + Text.r(sizeLog == 3, rs)
            + ", " + Text.r(sizeLog == 3, rt) + ", " + LoadStoreIndexed.operand(rn, 0);
    }
}
