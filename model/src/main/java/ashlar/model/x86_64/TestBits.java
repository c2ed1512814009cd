package ashlar.model.x86_64;

/// PTEST.
public record TestBits(int first, Vector second, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        second.requireAligned(cpu);
        long low = second.low(cpu);
        long high = second.high(cpu);
        long a = cpu.x[2 * first];
        long b = cpu.x[2 * first + 1];
        cpu.setOnlyZero((low & a | high & b) == 0);
        cpu.setCarry((low & ~a | high & ~b) == 0);
    }

    @Override
    public String assembly(long pc) {
        return "ptest xmm" + first + "," + second.text(128);
    }
}
