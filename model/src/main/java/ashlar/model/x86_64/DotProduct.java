package ashlar.model.x86_64;

/// DPPS, DPPD.
public record DotProduct(int bits, int destination, Vector source, int control, int length)
    implements Instruction {
    /// Opcodes 66 0f 3a 40, 41.
    static Instruction decode(Encoding e, int opcode) {
        int control = e.next();
        return new DotProduct(opcode == 0x40 ? 32 : 64, e.reg(), e.vector(), control, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        cpu.mxcsr.begin();
        long a = cpu.x[2 * destination];
        long b = cpu.x[2 * destination + 1];
        long sum = bits == 64 ? doubles(cpu, a, b) : singles(cpu, a, b);
        cpu.mxcsr.commit();
        cpu.x[2 * destination] = spread(sum, control);
        cpu.x[2 * destination + 1] = spread(sum, bits == 64 ? control >> 1 : control >> 2);
    }

    private long spread(long sum, int selection) {
        long first = (selection & 1) == 0 ? 0 : sum;
        return bits == 64 ? first : first | ((selection & 2) == 0 ? 0 : sum << 32);
    }

    private long doubles(Cpu cpu, long a, long b) {
        long low = product(cpu, a, source.low(cpu), 16);
        return add(cpu, low, product(cpu, b, source.high(cpu), 32));
    }

    private long singles(Cpu cpu, long a, long b) {
        long c = source.low(cpu);
        long d = source.high(cpu);
        long p0 = product(cpu, a & 0xffffffffL, c & 0xffffffffL, 16);
        long p1 = product(cpu, a >>> 32, c >>> 32, 32);
        long p2 = product(cpu, b & 0xffffffffL, d & 0xffffffffL, 64);
        long p3 = product(cpu, b >>> 32, d >>> 32, 128);
        long low = add(cpu, p0, p1);
        return add(cpu, low, add(cpu, p2, p3));
    }

    private long product(Cpu cpu, long a, long b, int selector) {
        return (control & selector) == 0 ? 0
            : FloatingPoint.apply(cpu.mxcsr, FloatingPoint.MULTIPLY, bits, a, b);
    }

    private long add(Cpu cpu, long a, long b) {
        return FloatingPoint.apply(cpu.mxcsr, FloatingPoint.ADD, bits, a, b);
    }

    @Override
    public String assembly(long pc) {
        return (bits == 32 ? "dpps xmm" : "dppd xmm") + destination + "," + source.text(128) + ","
            + Names.hex(control);
    }
}
