package ashlar.proofs.isa;

import java.nio.ByteBuffer;
import java.util.Random;

/// Random contents of registers and memory that favour the edges.
final class X86Values {
    private static final long[] DOUBLES = {
        0, 1L << 63, 0x3ff0000000000000L, 0xbff0000000000000L, 0x7ff0000000000000L, 0xfff0000000000000L,
        0x7ff8000000000000L, 0xfff8000000001234L, 0x7ff0000000000001L, 0xfff4000000000000L, 1,
            0x8000000000000001L,
        0x000fffffffffffffL, 0x0010000000000000L, 0x7fefffffffffffffL, 0xffefffffffffffffL,
            0x41dfffffffc00000L,
        0x41e0000000000000L, 0xc1e0000000000000L, 0xc1e0000000200000L, 0x43e0000000000000L,
            0xc3e0000000000000L,
        0x3fe0000000000000L, 0x3ff8000000000000L, 0x4004000000000000L, 0x47efffffe0000000L,
            0x47effffff0000000L,
        0x380fffffffffffffL, 0x3690000000000000L, 0x3680000000000000L, 0x4330000000000001L,
            0x41dfffffffe00000L
    };
    private static final int[] SINGLES = {
        0, 1 << 31, 0x3f800000, 0xbf800000, 0x7f800000, 0xff800000, 0x7fc00000, 0xffc01234, 0x7f800001,
            0xffa00000,
        1, 0x80000001, 0x007fffff, 0x00800000, 0x7f7fffff, 0xff7fffff, 0x4effffff, 0x4f000000, 0xcf000000,
        0xcf000001, 0x5f000000, 0xdf000000, 0x3f000000, 0x3fc00000, 0x40200000, 0x4b000001, 0x33800000
    };

    private final Random random;

    X86Values(Random random) {
        this.random = random;
    }

    long integer() {
        return switch (random.nextInt(8)) {
            case 0  -> random.nextInt(5) - 2;
            case 1  -> (1L << random.nextInt(64)) - random.nextInt(3) + 1;
            case 2  -> -(1L << random.nextInt(64)) + random.nextInt(3) - 1;
            case 3  -> random.nextInt();
            case 4  -> random.nextInt(256);
            default -> random.nextLong();
        };
    }

    long twoSingles() {
        return single() & 0xffffffffL | (long) single() << 32;
    }

    private int single() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> SINGLES[random.nextInt(SINGLES.length)];
            case 2    -> Float.floatToRawIntBits((float) (random.nextGaussian() * Math.pow(10,
                random.nextInt(12) - 1)));
            default   -> random.nextInt();
        };
    }

    long aDouble() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> DOUBLES[random.nextInt(DOUBLES.length)];
            case 2    -> Double.doubleToRawLongBits(random.nextGaussian() * Math.pow(10,
                random.nextInt(20) - 1));
            default   -> random.nextLong();
        };
    }

    private long vector(int kind) {
        return switch (kind) {
            case 0, 1 -> aDouble();
            case 2, 3 -> twoSingles();
            case 4    -> random.nextLong() & 0x0303030303030303L;
            case 5    -> random.nextLong() & 0x7f00ff8001ff7f80L;
            case 6    -> integer();
            default   -> random.nextLong();
        };
    }

    void fillMemory(byte[] memory) {
        ByteBuffer b = ByteBuffer.wrap(memory).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int kind = random.nextInt(8);
        for (int i = 0; i < memory.length; i += 8) b.putLong(i, random.nextInt(16) == 0 ? 0 : vector(kind));
    }

    void fillVectors(ByteBuffer fx) {
        X86Fpu.fill(fx, random);
        fx.putInt(24, mxcsr());
        fx.putInt(28, 0xffff);
        int kind = random.nextInt(8);
        for (int i = 0; i < 32; i++) {
            boolean isCopy = i >= 2 && random.nextInt(8) == 0;
            fx.putLong(160 + 8 * i, isCopy ? fx.getLong(160 + 8 * (i - 2)) : vector(kind));
        }
    }

    /// All exceptions masked; mostly rounding to nearest, without flushing.
    private int mxcsr() {
        if (random.nextBoolean()) return 0x1f80 | random.nextInt(64);
        return 0x1f80 | random.nextInt(4) << 13 | random.nextInt(64) | (random.nextInt(4) == 0 ? 0x8000 : 0)
            | (random.nextInt(4) == 0 ? 0x40 : 0);
    }
}
