package ashlar.model.aarch64;

/// LDP, STP, LDPSW, LDNP, STNP: "Load/store register pair" in all its forms.
/// Where the manual leaves open what is loaded, as QEMU has it: of general registers the first wins over the
/// second, of vector registers the second over the first, and the base over both.
/// @param mode 0: non-temporal; 1: post-indexed; 2: offset; 3: pre-indexed
public record LoadStorePair(Transfer transfer, int mode, long offset, int rt2, int rn, int rt)
    implements Instruction {
    //  31.30 29.27 26 25 24.23 22 21..15 14..10 9..5 4..0
    //  opc   101   V  0  mode  L  imm7   Rt2    Rn   Rt
    static final int MASK = 0x3A00_0000;
    static final int MATCH = 0x2800_0000;
    private static final int NON_TEMPORAL = 0;
    private static final int POST = 1;
    private static final int PRE = 3;

    static Instruction decode(int w) {
        int opc = Fields.bits(w, 31, 30);
        boolean isVector = Fields.bit(w, 26);
        boolean isLoad = Fields.bit(w, 22);
        int mode = Fields.bits(w, 24, 23);
        boolean isSigned = !isVector && opc == 1;
        if (opc == 3 || isSigned && (!isLoad || mode == NON_TEMPORAL)) return new Undefined(w);
        int sizeLog = isVector ? opc + 2 : opc == 2 ? 3 : 2;
        Transfer transfer = new Transfer(isVector, sizeLog, isSigned ? 2 : isLoad ? 1 : 0);
        return new LoadStorePair(transfer, mode, (long) Fields.signed(w, 21, 15) << sizeLog, Fields.ra(w),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long base = cpu.xOrSp(rn);
        long address = mode == POST ? base : base + offset;
        if (transfer.opc() == 0) store(cpu, address);
        else if (transfer.sizeLog() == 4) loadWide(cpu, address);
        else load(cpu, address);
        if (mode == POST || mode == PRE) cpu.setXOrSp(rn, base + offset);
    }

    private void store(Cpu cpu, long address) {
        StoreCheck.check(cpu.memory, address, 2 << transfer.sizeLog());
        transfer.execute(cpu, address, rt);
        transfer.execute(cpu, address + (1L << transfer.sizeLog()), rt2);
    }

    private void load(Cpu cpu, long address) {
        long first = Transfer.load(cpu.memory, transfer.sizeLog(), address);
        long second = Transfer.load(cpu.memory, transfer.sizeLog(), address + (1L << transfer.sizeLog()));
        if (transfer.isVector()) {
            cpu.setQ(rt, first, 0);
            cpu.setQ(rt2, second, 0);
        } else {
            cpu.setX(rt2, transfer.extended(second));
            cpu.setX(rt, transfer.extended(first));
        }
    }

    private void loadWide(Cpu cpu, long address) {
        long firstLow = cpu.memory.load64(address);
        long firstHigh = cpu.memory.load64(address + 8);
        long secondLow = cpu.memory.load64(address + 16);
        long secondHigh = cpu.memory.load64(address + 24);
        cpu.setQ(rt, firstLow, firstHigh);
        cpu.setQ(rt2, secondLow, secondHigh);
    }

    @Override
    public String assembly(long pc) {
        String name = (transfer.opc() == 0 ? "st" : "ld") + (mode == NON_TEMPORAL ? "np" : "p")
            + (transfer.opc() == 2 ? "sw" : "");
        String address = switch (mode) {
            case POST -> "[" + Text.rsp(true, rn) + "], #" + offset;
            case PRE  -> "[" + Text.rsp(true, rn) + ", #" + offset + "]!";
            default   -> LoadStoreIndexed.operand(rn, offset);
        };
        return name + " " + transfer.register(rt) + ", " + transfer.register(rt2) + ", " + address;
    }
}
