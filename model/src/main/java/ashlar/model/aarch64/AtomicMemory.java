package ashlar.model.aarch64;

/// LDADD, LDCLR, LDEOR, LDSET, LDSMAX, LDSMIN, LDUMAX, LDUMIN, SWP with all orders and sizes, LDAPR:
/// "Atomic memory operations".
/// @param operation o3 and opc
public record AtomicMemory(int sizeLog, boolean acquires, boolean releases, int rs, int operation, int rn,
                           int rt) implements Instruction {
    //  31.30 29.27 26 25.24 23 22 21 20..16 15 14.12 11.10 9..5 4..0
    //  size  111   0  00    A  R  1  Rs     o3 opc   00    Rn   Rt
    static final int MASK = 0x3F20_0C00;
    static final int MATCH = 0x3820_0000;
    private static final int SWP = 8;
    private static final int LDAPR = 12;

    static Instruction decode(int w) {
        int operation = Fields.bits(w, 15, 12);
        boolean isLdapr = operation == LDAPR && Fields.bits(w, 23, 22) == 2 && Fields.rm(w) == 31;
        if (operation > SWP && !isLdapr) return new Undefined(w);
        return new AtomicMemory(Fields.bits(w, 31, 30), Fields.bit(w, 23), Fields.bit(w, 22), Fields.rm(w),
            operation, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long address = cpu.xOrSp(rn);
        boolean isLoad = operation == LDAPR;
        if ((address & ((1 << sizeLog) - 1)) != 0) throw Trap.unaligned(address, !isLoad);
        long old = Transfer.load(cpu.memory, sizeLog, address);
        if (!isLoad) Transfer.store(cpu.memory, sizeLog, address, combined(old, cpu.x[rs]));
        cpu.setX(rt, old);
    }

    /// The lowest bits of the result count. Shifted to the top, narrow values compare as whole words do.
    private long combined(long old, long operand) {
        int unused = 64 - (8 << sizeLog);
        long a = old << unused;
        long b = operand << unused;
        return switch (operation) {
            case 0  -> old + operand;
            case 1  -> old & ~operand;
            case 2  -> old ^ operand;
            case 3  -> old | operand;
            case 4  -> a >= b ? old : operand;
            case 5  -> a <= b ? old : operand;
            case 6  -> Long.compareUnsigned(a, b) >= 0 ? old : operand;
            case 7  -> Long.compareUnsigned(a, b) <= 0 ? old : operand;
            default -> operand;
        };
    }

    private String name() {
        return switch (operation) {
            case 0   -> "add";
            case 1   -> "clr";
            case 2   -> "eor";
            case 3   -> "set";
            case 4   -> "smax";
            case 5   -> "smin";
            case 6   -> "umax";
            case 7   -> "umin";
            case SWP -> "swp";
            default  -> "ldapr";
        };
    }

    @Override
    public String assembly(long pc) {
        boolean is64 = sizeLog == 3;
        String size = sizeLog == 0 ? "b" : sizeLog == 1 ? "h" : "";
        String target = Text.r(is64, rt) + ", " + LoadStoreIndexed.operand(rn, 0);
        if (operation == LDAPR) return "ldapr" + size + " " + target;
        boolean isStore = rt == 31 && !acquires && operation != SWP;
        String name = (operation == SWP ? "" : isStore ? "st" : "ld") + name() + (acquires ? "a" : "")
            + (releases ? "l" : "") + size;
        String source = name + " " + Text.r(is64, rs) + ", ";
        return isStore ? source + LoadStoreIndexed.operand(rn, 0) : source + target;
    }
}
