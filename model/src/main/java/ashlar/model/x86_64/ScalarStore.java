package ashlar.model.x86_64;

/// MOVSS, MOVSD, MOVQ, MOVLPS and MOVHPS (and MOVLPD, MOVHPD) to memory.
/// @param bits   moved: 32 or 64
/// @param isHigh whether they are the register's upper half
public record ScalarStore(String name, int bits, boolean isHigh, Address destination, int source, int length)
    implements Instruction {
    static Instruction decode(Encoding e, String name, int bits, boolean isHigh) {
        return e.isRegister() ? e.undefined()
            : new ScalarStore(name, bits, isHigh, e.address(), e.reg(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.store(bits, destination.in(cpu), cpu.x[2 * source + (isHigh ? 1 : 0)]);
    }

    @Override
    public String assembly(long pc) {
        return name + " " + Names.pointer(bits) + destination.text() + ",xmm" + source;
    }
}
