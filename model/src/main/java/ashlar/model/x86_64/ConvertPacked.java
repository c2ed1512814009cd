package ashlar.model.x86_64;

/// CVTPS2PD, CVTPD2PS, CVTDQ2PS, CVTPS2DQ, CVTTPS2DQ, CVTDQ2PD, CVTPD2DQ, CVTTPD2DQ.
public record ConvertPacked(int operation, int destination, Vector source, int length)
    implements Instruction {
    static final int CVTPS2PD = 0;
    static final int CVTPD2PS = 1;
    static final int CVTDQ2PS = 2;
    static final int CVTPS2DQ = 3;
    static final int CVTTPS2DQ = 4;
    static final int CVTDQ2PD = 5;
    static final int CVTPD2DQ = 6;
    static final int CVTTPD2DQ = 7;

    static Instruction decode(Encoding e, int operation) {
        return new ConvertPacked(operation, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.mxcsr.begin();
        switch (operation) {
            case CVTPS2PD, CVTDQ2PD            -> widen(cpu, source.low(cpu));
            case CVTPD2PS, CVTPD2DQ, CVTTPD2DQ -> narrow(cpu);
            default                            -> keep(cpu);
        }
    }

    private void widen(Cpu cpu, long v) {
        long low = convert(cpu, v & 0xffffffffL);
        long high = convert(cpu, v >>> 32);
        finish(cpu, low, high);
    }

    private void narrow(Cpu cpu) {
        source.requireAligned(cpu);
        long low = convert(cpu, source.low(cpu));
        long high = convert(cpu, source.high(cpu));
        finish(cpu, low & 0xffffffffL | high << 32, 0);
    }

    private void keep(Cpu cpu) {
        source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        finish(cpu, both(cpu, low), both(cpu, high));
    }

    private long both(Cpu cpu, long v) {
        long low = convert(cpu, v & 0xffffffffL) & 0xffffffffL;
        return low | convert(cpu, v >>> 32) << 32;
    }

    private void finish(Cpu cpu, long low, long high) {
        cpu.mxcsr.commit();
        cpu.x[2 * destination] = low;
        cpu.x[2 * destination + 1] = high;
    }

    private long convert(Cpu cpu, long v) {
        Mxcsr m = cpu.mxcsr;
        return switch (operation) {
            case CVTPS2PD  -> Conversion.resize(m, 32, v);
            case CVTPD2PS  -> Conversion.resize(m, 64, v);
            case CVTDQ2PS  -> Conversion.fromInteger(m, 32, Bits.signExtend(v, 32));
            case CVTDQ2PD  -> Conversion.fromInteger(m, 64, Bits.signExtend(v, 32));
            case CVTPS2DQ  -> Conversion.toInteger(m, 32, v, 32, m.rounding());
            case CVTTPS2DQ -> Conversion.toInteger(m, 32, v, 32, Mxcsr.TOWARDS_ZERO);
            case CVTPD2DQ  -> Conversion.toInteger(m, 64, v, 32, m.rounding());
            default        -> Conversion.toInteger(m, 64, v, 32, Mxcsr.TOWARDS_ZERO);
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case CVTPS2PD  -> "cvtps2pd";
            case CVTPD2PS  -> "cvtpd2ps";
            case CVTDQ2PS  -> "cvtdq2ps";
            case CVTPS2DQ  -> "cvtps2dq";
            case CVTTPS2DQ -> "cvttps2dq";
            case CVTDQ2PD  -> "cvtdq2pd";
            case CVTPD2DQ  -> "cvtpd2dq";
            default        -> "cvttpd2dq";
        };
        boolean isHalf = operation == CVTPS2PD || operation == CVTDQ2PD;
        return name + " xmm" + destination + "," + source.text(isHalf ? 64 : 128);
    }
}
