package ashlar.model.aarch64;

/// BR, BLR, RET: "Unconditional branch (register)".
public record BranchRegister(int opc, int rn) implements Instruction {
    //  31....25 24.21 20..16 15..10 9..5 4..0
    //  1101011  opc   11111  000000 Rn   00000
    static final int MASK = 0xFE1F_FC1F;
    static final int MATCH = 0xD61F_0000;
    private static final int BLR = 1;
    private static final int RET = 2;

    static Instruction decode(int w) {
        int opc = Fields.bits(w, 24, 21);
        return opc > RET ? new Undefined(w) : new BranchRegister(opc, Fields.rn(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long target = cpu.x[rn];
        if (opc == BLR) cpu.x[30] = cpu.pc + 4;
        cpu.pc = target;
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        if (opc == RET) return rn == 30 ? "ret" : "ret " + Text.r(true, rn);
        return (opc == BLR ? "blr " : "br ") + Text.r(true, rn);
    }
}
