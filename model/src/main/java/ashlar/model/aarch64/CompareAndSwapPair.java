package ashlar.model.aarch64;

/// CASP, CASPA, CASPL, CASPAL: "Compare and swap pair".
public record CompareAndSwapPair(boolean is64, boolean acquires, int rs, boolean releases, int rn, int rt)
    implements Instruction {
    //  31 30 29..24 23 22 21 20..16 15 14..10 9..5 4..0
    //  0  sz 001000 0  L  1  Rs     o0 11111  Rn   Rt
    static Instruction decode(int w) {
        boolean isWrong = Fields.ra(w) != 31 || Fields.bit(w, 16) || Fields.bit(w, 0);
        if (isWrong) return new Undefined(w);
        return new CompareAndSwapPair(Fields.bit(w, 30), Fields.bit(w, 22), Fields.rm(w), Fields.bit(w, 15),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long address = cpu.xOrSp(rn);
        int sizeLog = is64 ? 3 : 2;
        if ((address & ((2 << sizeLog) - 1)) != 0) throw Trap.unaligned(address, true);
        long first = Transfer.load(cpu.memory, sizeLog, address);
        long second = Transfer.load(cpu.memory, sizeLog, address + (1L << sizeLog));
        if (cpu.x(is64, rs) == first && cpu.x(is64, rs + 1) == second) {
            Transfer.store(cpu.memory, sizeLog, address, cpu.x[rt]);
            Transfer.store(cpu.memory, sizeLog, address + (1L << sizeLog), cpu.x[rt + 1]);
        }
        cpu.setX(rs, first);
        cpu.setX(rs + 1, second);
    }

    @Override
    public String assembly(long pc) {
        return "casp" + (acquires ? "a" : "") + (releases ? "l" : "") + " " + Text.r(is64, rs) + ", "
            + Text.r(is64, rs + 1) + ", " + Text.r(is64, rt) + ", " + Text.r(is64, rt + 1) + ", "
            + LoadStoreIndexed.operand(rn, 0);
    }
}
