package ashlar.model.x86_64;

/// A processor with just the instructions that this package knows: `cpuid` answers like a Nehalem. Its clock
/// stands still until it is set.
public final class Nehalem extends Surroundings {
    private static final long FAMILY_6_MODEL_26 = 0x106a5;
    // fpu tsc msr cx8 cmov clfsh fxsr sse sse2
    private static final long FEATURES_EDX = 1 | 1 << 4 | 1 << 5 | 1 << 8 | 1 << 15 | 1 << 19 | 1 << 24
        | 1 << 25 | 1 << 26;
    // sse3 ssse3 cx16 sse4.1 sse4.2 popcnt
    private static final long FEATURES_ECX = 1 | 1 << 9 | 1 << 13 | 1 << 19 | 1 << 20 | 1 << 23;
    private static final long CACHE_LINE_64 = 8 << 8;
    private static final long FSGSBASE = 1;
    // syscall nx rdtscp long-mode
    private static final long EXTENDED_EDX = 1 << 11 | 1 << 20 | 1 << 27 | 1 << 29;
    private static final long LAHF = 1;

    private long timeStamp;

    public void setTimeStamp(long value) {
        timeStamp = value;
    }

    @Override
    public long timeStamp() {
        return timeStamp;
    }

    @Override
    public long processor() {
        return 0;
    }

    @Override
    public long cpuid(long leaf, long subleaf, int register) {
        return switch ((int) leaf) {
            case 0          -> vendor(register);
            case 1          -> features(register);
            case 7          -> register == EBX && subleaf == 0 ? FSGSBASE : 0;
            case 0x80000000 -> register == EAX ? 0x80000001L : 0;
            case 0x80000001 -> register == EDX ? EXTENDED_EDX : register == ECX ? LAHF : 0;
            default         -> 0;
        };
    }

    /// GenuineIntel, and the highest leaf.
    private static long vendor(int register) {
        return switch (register) {
            case EAX -> 7;
            case EBX -> 0x756e6547;
            case EDX -> 0x49656e69;
            default  -> 0x6c65746e;
        };
    }

    private static long features(int register) {
        return switch (register) {
            case EAX -> FAMILY_6_MODEL_26;
            case EBX -> CACHE_LINE_64;
            case EDX -> FEATURES_EDX;
            default  -> FEATURES_ECX;
        };
    }
}
