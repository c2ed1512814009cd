package ashlar.model.aarch64;

/// SVC, BRK: "Exception generation". HVC, SMC, HLT and DCPS are undefined at EL0.
public record ExceptionGeneration(boolean isCall, int imm16) implements Instruction {
    //  31....24 23.21 20...5 4.2 1.0
    //  11010100 opc   imm16  000 LL
    static final int MASK = 0xFF00_001C;
    static final int MATCH = 0xD400_0000;

    static Instruction decode(int w) {
        int kind = Fields.bits(w, 23, 21) << 2 | Fields.bits(w, 1, 0);
        int imm16 = Fields.bits(w, 20, 5);
        return switch (kind) {
            case 0b000_01 -> new ExceptionGeneration(true, imm16);
            case 0b001_00 -> new ExceptionGeneration(false, imm16);
            default       -> new Undefined(w);
        };
    }

    @Override
    public void execute(Cpu cpu) {
        throw Trap.of(isCall ? Trap.SVC : Trap.BRK, imm16);
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return (isCall ? "svc " : "brk ") + Text.hex(imm16);
    }
}
