package ashlar.model.x86_64;

/// BSF, BSR, POPCNT. The scan of zero leaves the destination as it was.
public record BitScan(int operation, Operand destination, Operand source, int length) implements Instruction {
    static final int BSF = 0;
    static final int BSR = 1;
    static final int POPCNT = 2;

    /// Opcodes 0f bc, bd, and f3 0f b8: Gv,Ev
    static Instruction decode(Encoding e, int operation) {
        return new BitScan(operation, e.regOperand(e.bits()), e.rmOperand(e.bits()), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long a = source.read(cpu);
        long result = switch (operation) {
            case BSF -> Long.numberOfTrailingZeros(a);
            case BSR -> 63 - Long.numberOfLeadingZeros(a);
            default  -> Long.bitCount(a);
        };
        boolean isKept = operation != POPCNT && a == 0;
        destination.write(cpu, isKept ? destination.read(cpu) : result);
        if (operation == POPCNT) cpu.setOnlyZero(a == 0);
        else cpu.setLogicFlags(destination.bits(), a);
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case BSF -> "bsf ";
            case BSR -> "bsr ";
            default  -> "popcnt ";
        };
        return name + destination.text() + "," + source.text();
    }
}
