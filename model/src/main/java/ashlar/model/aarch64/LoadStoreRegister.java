package ashlar.model.aarch64;

/// LDR, STR and their narrow forms: "Load/store register (register offset)".
public record LoadStoreRegister(Transfer transfer, int rm, int option, int amount, boolean isShifted, int rn,
                                int rt) implements Instruction {
    //  31.30 29.27 26 25.24 23.22 21 20..16 15..13 12 11.10 9..5 4..0
    //  size  111   V  00    opc   1  Rm     option S  10    Rn   Rt
    static final int MASK = 0x3B20_0C00;
    static final int MATCH = 0x3820_0800;

    static Instruction decode(int w) {
        int size = Fields.bits(w, 31, 30);
        boolean isVector = Fields.bit(w, 26);
        int opc = Fields.bits(w, 23, 22);
        int option = Fields.bits(w, 15, 13);
        boolean isShifted = Fields.bit(w, 12);
        if (!Transfer.exists(size, isVector, opc) || (option & 2) == 0) return new Undefined(w);
        Transfer transfer = Transfer.of(size, isVector, opc);
        int amount = isShifted ? transfer.sizeLog() : 0;
        LoadStoreRegister i = new LoadStoreRegister(transfer, Fields.rm(w), option, amount, isShifted,
            Fields.rn(w), Fields.rd(w));
        return Transfer.isPrefetch(size, isVector, opc) ? new Prefetch(Fields.rd(w), false, i.operand()) : i;
    }

    @Override
    public void execute(Cpu cpu) {
        transfer.execute(cpu, cpu.xOrSp(rn) + Operand.extend(cpu.x[rm], option, amount), rt);
    }

    private String operand() {
        String extension = option == 3 ? isShifted ? ", lsl #" + amount : ""
            : ", " + Text.extendName(option) + (isShifted ? " #" + amount : "");
        return "[" + Text.rsp(true, rn) + ", " + Text.r((option & 1) == 1, rm) + extension + "]";
    }

    @Override
    public String assembly(long pc) {
        return (transfer.opc() == 0 ? "str" : "ldr") + transfer.suffix() + " " + transfer.register(rt) + ", "
            + operand();
    }
}
