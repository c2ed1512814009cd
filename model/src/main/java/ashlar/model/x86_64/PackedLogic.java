package ashlar.model.x86_64;

/// ANDPS, ANDNPS, ORPS, XORPS (PD), PAND, PANDN, POR, PXOR: by the lowest two bits of the former's opcodes.
/// @param suffix 0 for PS, 1 for PD, 2 for the integer instructions
public record PackedLogic(int operation, int suffix, int destination, Vector source, int length)
    implements Instruction {
    static final int AND = 0;
    static final int ANDN = 1;
    static final int OR = 2;
    static final int XOR = 3;

    static Instruction decode(Encoding e, int operation, int suffix) {
        return new PackedLogic(operation, suffix, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        cpu.x[2 * destination] = apply(cpu.x[2 * destination], low);
        cpu.x[2 * destination + 1] = apply(cpu.x[2 * destination + 1], high);
    }

    private long apply(long a, long b) {
        return switch (operation) {
            case AND  -> a & b;
            case ANDN -> ~a & b;
            case OR   -> a | b;
            default   -> a ^ b;
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case AND  -> "and";
            case ANDN -> "andn";
            case OR   -> "or";
            default   -> "xor";
        };
        String whole = suffix == 2 ? "p" + name : name + (suffix == 1 ? "pd" : "ps");
        return whole + " xmm" + destination + "," + source.text(128);
    }
}
