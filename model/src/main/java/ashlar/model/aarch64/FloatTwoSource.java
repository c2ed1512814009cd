package ashlar.model.aarch64;

/// FMUL, FDIV, FADD, FSUB, FMAX, FMIN, FMAXNM, FMINNM, FNMUL: "Floating-point data-processing (2 source)".
public record FloatTwoSource(int bits, int opcode, int rm, int rn, int rd) implements Instruction {
    //  31....24 23.22 21 20..16 15..12 11.10 9..5 4..0
    //  00011110 ptype 1  Rm     opcode 10    Rn   Rd
    static final int MASK = 0xFF20_0C00;
    static final int MATCH = 0x1E20_0800;

    static Instruction decode(int w) {
        int ptype = Fields.bits(w, 23, 22);
        int opcode = Fields.bits(w, 15, 12);
        if (!FloatType.exists(ptype) || opcode > 8) return new Undefined(w);
        return new FloatTwoSource(FloatType.bits(ptype), opcode, Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.setQ(rd, result(cpu, cpu.scalar(bits, rn), cpu.scalar(bits, rm)), 0);
    }

    private long result(Cpu cpu, long a, long b) {
        return switch (opcode) {
            case 0  -> FloatArithmetic.mul(cpu, bits, a, b);
            case 1  -> FloatArithmetic.div(cpu, bits, a, b);
            case 2  -> FloatArithmetic.add(cpu, bits, a, b);
            case 3  -> FloatArithmetic.sub(cpu, bits, a, b);
            case 4  -> FloatCompare.max(cpu, bits, a, b);
            case 5  -> FloatCompare.min(cpu, bits, a, b);
            case 6  -> FloatCompare.maxNumber(cpu, bits, a, b);
            case 7  -> FloatCompare.minNumber(cpu, bits, a, b);
            default -> FloatFormat.negated(bits, FloatArithmetic.mul(cpu, bits, a, b));
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode) {
            case 0  -> "fmul ";
            case 1  -> "fdiv ";
            case 2  -> "fadd ";
            case 3  -> "fsub ";
            case 4  -> "fmax ";
            case 5  -> "fmin ";
            case 6  -> "fmaxnm ";
            case 7  -> "fminnm ";
            default -> "fnmul ";
        };
        return name + FloatType.register(bits, rd) + ", " + FloatType.register(bits, rn) + ", "
            + FloatType.register(bits, rm);
    }
}
