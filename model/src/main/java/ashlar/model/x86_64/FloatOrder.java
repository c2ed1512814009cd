package ashlar.model.x86_64;

/// COMISS, COMISD, UCOMISS, UCOMISD.
public record FloatOrder(boolean isSignalling, int bits, int first, Vector second, int length)
    implements Instruction {
    /// Opcodes 0f 2e, 2f.
    static Instruction decode(Encoding e, int opcode) {
        return e.repeat() != 0 ? e.undefined()
            : new FloatOrder(opcode == 0x2f, e.has66() ? 64 : 32, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long b = bits == 32 ? second.single(cpu) : second.low(cpu);
        cpu.mxcsr.begin();
        int order = Order.compare(cpu.mxcsr, bits, Bits.zeroExtend(cpu.x[2 * first], bits), b, isSignalling);
        cpu.mxcsr.commit();
        cpu.setOrderFlags(order);
    }

    @Override
    public String assembly(long pc) {
        return (isSignalling ? "comis" : "ucomis") + (bits == 32 ? "s" : "d") + " xmm" + first + ","
            + second.text(bits);
    }
}
