package ashlar.model.aarch64;

/// LDXR, LDAXR, STXR, STLXR, LDXP, LDAXP, STXP, STLXP and their narrow forms: "Load/store exclusive".
/// A store succeeds if the last exclusive load was of the same bytes and nothing opened the monitor since.
public record LoadStoreExclusive(int sizeLog, boolean isLoad, boolean isPair, int rs, boolean isOrdered,
                                 int rt2, int rn, int rt) implements Instruction {
    //  31.30 29..24 23 22 21 20..16 15 14..10 9..5 4..0
    //  size  001000 0  L  P  Rs     o0 Rt2    Rn   Rt
    static final int MASK = 0x3F80_0000;
    static final int MATCH = 0x0800_0000;

    static Instruction decode(int w) {
        int sizeLog = Fields.bits(w, 31, 30);
        boolean isPair = Fields.bit(w, 21);
        if (isPair && sizeLog < 2) return CompareAndSwapPair.decode(w);
        return new LoadStoreExclusive(sizeLog, Fields.bit(w, 22), isPair, Fields.rm(w), Fields.bit(w, 15),
            Fields.ra(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long address = cpu.xOrSp(rn);
        int bytes = (isPair ? 2 : 1) << sizeLog;
        if ((address & (bytes - 1)) != 0) throw Trap.unaligned(address, !isLoad);
        if (isLoad) load(cpu, address, bytes);
        else store(cpu, address, bytes);
    }

    private void load(Cpu cpu, long address, int bytes) {
        long first = Transfer.load(cpu.memory, sizeLog, address);
        if (isPair) {
            long second = Transfer.load(cpu.memory, sizeLog, address + bytes / 2);
            cpu.setX(rt, first);
            cpu.setX(rt2, second);
        } else {
            cpu.setX(rt, first);
        }
        cpu.exclusiveAddress = address;
        cpu.exclusiveBytes = bytes;
    }

    private void store(Cpu cpu, long address, int bytes) {
        boolean succeeds = cpu.exclusiveBytes == bytes && cpu.exclusiveAddress == address;
        if (succeeds) {
            Transfer.store(cpu.memory, sizeLog, address, cpu.x[rt]);
            if (isPair) Transfer.store(cpu.memory, sizeLog, address + bytes / 2, cpu.x[rt2]);
        }
        cpu.clearExclusive();
        cpu.setX(rs, succeeds ? 0 : 1);
    }

    @Override
    public String assembly(long pc) {
        boolean is64 = sizeLog == 3;
        String size = sizeLog == 0 ? "b" : sizeLog == 1 ? "h" : "";
        String name = (isLoad ? isOrdered ? "ldax" : "ldx" : isOrdered ? "stlx" : "stx")
            + (isPair ? "p" : "r") + size;
        return name + " " + (isLoad ? "" : Text.r(false, rs) + ", ") + Text.r(is64, rt) + ", "
            + (isPair ? Text.r(is64, rt2) + ", " : "") + LoadStoreIndexed.operand(rn, 0);
    }
}
