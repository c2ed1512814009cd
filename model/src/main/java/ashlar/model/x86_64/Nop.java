package ashlar.model.x86_64;

/// NOP in all its sizes, PAUSE, ENDBR64, fences and prefetches: nothing to do with one core and no cache.
public record Nop(int kind, int length) implements Instruction {
    static final int PLAIN = 0;
    static final int PAUSE = 1;
    static final int ENDBR64 = 2;
    static final int LFENCE = 5;
    static final int MFENCE = 6;
    static final int SFENCE = 7;
    static final int PREFETCH = 8;

    @Override
    public void execute(Cpu cpu) { }

    @Override
    public String assembly(long pc) {
        return switch (kind) {
            case PLAIN   -> "nop";
            case PAUSE   -> "pause";
            case ENDBR64 -> "endbr64";
            case LFENCE  -> "lfence";
            case MFENCE  -> "mfence";
            case SFENCE  -> "sfence";
            default      -> "prefetch";
        };
    }
}
