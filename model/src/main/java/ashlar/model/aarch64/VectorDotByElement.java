package ashlar.model.aarch64;

/// SDOT, UDOT (by element): "Advanced SIMD vector x indexed element".
public record VectorDotByElement(boolean isFull, boolean isSigned, int index, int rm, int rn, int rd)
    implements Instruction {
    /// As [VectorByElement] says.
    static Instruction decode(int w) {
        if (Fields.bits(w, 23, 22) != 2 || Fields.bit(w, 28)) return new Undefined(w);
        return new VectorDotByElement(Fields.bit(w, 30), !Fields.bit(w, 29), VectorByElement.index(w, 2),
            Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long element = Operand.replicate(Lanes.get(cpu.qLow(rm), cpu.qHigh(rm), 32, index), 32);
        long low = VectorDotProduct.half(isSigned, cpu.qLow(rd), cpu.qLow(rn), element);
        cpu.setQ(rd, low, isFull ? VectorDotProduct.half(isSigned, cpu.qHigh(rd), cpu.qHigh(rn), element)
            : 0);
    }

    @Override
    public String assembly(long pc) {
        return (isSigned ? "sdot " : "udot ") + Text.vector(isFull, 2, rd) + ", " + Text.vector(isFull, 0, rn)
            + ", v" + rm + ".4b[" + index + "]";
    }
}
