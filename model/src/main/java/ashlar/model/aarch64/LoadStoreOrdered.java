package ashlar.model.aarch64;

/// LDAR, STLR, LDLAR, STLLR and their narrow forms: "Load/store ordered". Memory is in order here.
public record LoadStoreOrdered(int sizeLog, boolean isLoad, boolean isLimited, int rn, int rt)
    implements Instruction {
    //  31.30 29..24 23 22 21 20..16 15 14..10 9..5 4..0
    //  size  001000 1  L  0  (Rs)   o0 (Rt2)  Rn   Rt
    static final int MASK = 0x3FA0_0000;
    static final int MATCH = 0x0880_0000;

    static Instruction decode(int w) {
        return new LoadStoreOrdered(Fields.bits(w, 31, 30), Fields.bit(w, 22), !Fields.bit(w, 15),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long address = cpu.xOrSp(rn);
        if ((address & ((1 << sizeLog) - 1)) != 0) throw Trap.unaligned(address, !isLoad);
        if (isLoad) cpu.setX(rt, Transfer.load(cpu.memory, sizeLog, address));
        else Transfer.store(cpu.memory, sizeLog, address, cpu.x[rt]);
    }

    @Override
    public String assembly(long pc) {
        String size = sizeLog == 0 ? "b" : sizeLog == 1 ? "h" : "";
        String name = isLoad ? isLimited ? "ldlar" : "ldar" : isLimited ? "stllr" : "stlr";
        return name + size + " " + Text.r(sizeLog == 3, rt) + ", " + LoadStoreIndexed.operand(rn, 0);
    }
}
