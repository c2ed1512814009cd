package ashlar.model.x86_64;

/// MOVSS, MOVSD, MOVQ into an XMM register. From memory, and MOVQ, clear the bits above.
/// @param bits       moved: 32 or 64
/// @param isQuadword whether it is MOVQ
public record ScalarLoad(int bits, boolean clears, boolean isQuadword, int destination, Vector source,
    int length)
    implements Instruction {
    static Instruction decode(Encoding e, int bits, boolean isQuadword) {
        return new ScalarLoad(bits, isQuadword || !e.isRegister(), isQuadword, e.reg(), e.vector(),
            e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long a = bits == 32 ? source.single(cpu) : source.low(cpu);
        if (clears) {
            cpu.x[2 * destination] = a;
            cpu.x[2 * destination + 1] = 0;
        } else {
            cpu.setScalar(destination, bits, a);
        }
    }

    @Override
    public String assembly(long pc) {
        String name = bits == 32 ? "movss" : isQuadword ? "movq" : "movsd";
        return name + " xmm" + destination + "," + source.text(bits);
    }
}
