package ashlar.model.x86_64;

/// MOVAPS, MOVUPS, MOVDQA and the like: all 128 bits.
/// @param form the instruction's place in [#names]
public record VectorMove(int form, boolean isAligned, Vector destination, Vector source, int length)
    implements Instruction {
    static final int MOVUPS = 0;
    static final int MOVUPD = 1;
    static final int MOVAPS = 2;
    static final int MOVAPD = 3;
    static final int MOVDQA = 4;
    static final int MOVDQU = 5;
    static final int LDDQU = 6;
    static final int MOVNTPS = 7;
    static final int MOVNTPD = 8;
    static final int MOVNTDQ = 9;
    static final int MOVNTDQA = 10;

    static Instruction load(Encoding e, int form) {
        return new VectorMove(form, isAligned(form), Vector.register(e.reg()), e.vector(), e.length());
    }

    static Instruction store(Encoding e, int form) {
        return new VectorMove(form, isAligned(form), e.vector(), Vector.register(e.reg()), e.length());
    }

    private static boolean isAligned(int form) {
        return form != MOVUPS && form != MOVUPD && form != MOVDQU && form != LDDQU;
    }

    @Override
    public void execute(Cpu cpu) {
        if (isAligned) {
            source.requireAligned(cpu);
            destination.requireAligned(cpu);
        }
        destination.write(cpu, source.low(cpu), source.high(cpu));
    }

    @Override
    public String assembly(long pc) {
        return names() + " " + destination.text(128) + "," + source.text(128);
    }

    private String names() {
        return switch (form) {
            case MOVUPS  -> "movups";
            case MOVUPD  -> "movupd";
            case MOVAPS  -> "movaps";
            case MOVAPD  -> "movapd";
            case MOVDQA  -> "movdqa";
            case MOVDQU  -> "movdqu";
            case LDDQU   -> "lddqu";
            case MOVNTPS -> "movntps";
            case MOVNTPD -> "movntpd";
            case MOVNTDQ -> "movntdq";
            default      -> "movntdqa";
        };
    }
}
