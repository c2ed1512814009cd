package ashlar.model.aarch64;

/// LDR, LDRSW: "Load register (literal)".
public record LoadLiteral(Transfer transfer, long offset, int rt) implements Instruction {
    //  31.30 29.27 26 25.24 23...5 4..0
    //  opc   011   V  00    imm19  Rt
    static final int MASK = 0x3B00_0000;
    static final int MATCH = 0x1800_0000;

    static Instruction decode(int w) {
        int opc = Fields.bits(w, 31, 30);
        boolean isVector = Fields.bit(w, 26);
        if (opc == 3) return isVector ? new Undefined(w) : Prefetch.ofLiteral(w);
        Transfer transfer = isVector ? new Transfer(true, opc + 2, 1)
            : new Transfer(false, opc == 1 ? 3 : 2, opc == 2 ? 2 : 1);
        return new LoadLiteral(transfer, (long) Fields.signed(w, 23, 5) << 2, Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        transfer.execute(cpu, cpu.pc + offset, rt);
    }

    @Override
    public String assembly(long pc) {
        return "ldr" + transfer.suffix() + " " + transfer.register(rt) + ", " + Text.address(pc + offset);
    }
}
