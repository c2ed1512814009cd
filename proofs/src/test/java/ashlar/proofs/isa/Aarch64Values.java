package ashlar.proofs.isa;

import java.util.SplittableRandom;

/// Register contents, near the edges as often as not.
final class Aarch64Values {
    private static final long[] EDGES = {0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 33, 63, 64, 127, 128, 255, 256,
        0x7FFF, 0x8000, 0xFFFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000L, 0xFFFF_FFFFL, 0x1_0000_0000L,
        Long.MAX_VALUE, Long.MIN_VALUE};
    private static final long[] DOUBLES = {0, 1, 0x000F_FFFF_FFFF_FFFFL, 0x0010_0000_0000_0000L,
        0x3FE0_0000_0000_0000L, 0x3FF0_0000_0000_0000L, 0x3FF8_0000_0000_0000L, 0x4000_0000_0000_0000L,
        0x41DF_FFFF_FFC0_0000L,
        0x41E0_0000_0000_0000L, 0x43E0_0000_0000_0000L, 0x43DF_FFFF_FFFF_FFFFL, 0x7FEF_FFFF_FFFF_FFFFL,
        0x7FF0_0000_0000_0000L, 0x7FF0_0000_0000_0001L, 0x7FF8_0000_0000_0000L, 0x7FF8_0000_0000_1234L,
        0x36A0_0000_0000_0000L, 0x3810_0000_0000_0000L, 0x47EF_FFFF_E000_0000L, 0x47EF_FFFF_F000_0000L,
        0x4330_0000_0000_0001L, 0x3E70_0000_0000_0000L, 0x40EF_FFFF_0000_0000L};
    private static final int[] FLOATS = {0, 1, 0x007F_FFFF, 0x0080_0000, 0x3F00_0000, 0x3F80_0000,
        0x3FC0_0000, 0x4000_0000, 0x4EFF_FFFF, 0x4F00_0000, 0x4F80_0000, 0x5F00_0000, 0x7F7F_FFFF,
        0x7F80_0000, 0x7F80_0001, 0x7FC0_0000,
        0x7FC0_1234, 0x3380_0000, 0x3880_0000, 0x387F_E000, 0x477F_E000, 0x477F_F000, 0x4B00_0001,
        0x3F7F_FFFF};
    private static final int[] HALVES = {0, 1, 0x03FF, 0x0400, 0x3800, 0x3C00, 0x3E00, 0x4000, 0x77FF, 0x7800,
        0x7BFF, 0x7C00, 0x7C01, 0x7D55, 0x7E00, 0x7E34, 0x3BFF, 0x6400};

    private final SplittableRandom random;

    Aarch64Values(SplittableRandom random) {
        this.random = random;
    }

    long integer() {
        long edge = EDGES[random.nextInt(EDGES.length)];
        return switch (random.nextInt(8)) {
            case 0, 1 -> edge;
            case 2    -> -edge;
            case 3    -> edge - random.nextInt(3) + 1;
            case 4    -> random.nextLong() >> random.nextInt(64);
            case 5    -> (long) random.nextInt() << random.nextInt(64);
            default   -> random.nextLong();
        };
    }

    /// 64 bits of a vector register.
    long lanes() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> doubles();
            case 2, 3 -> floats() & 0xFFFF_FFFFL | (long) floats() << 32;
            case 4    -> repeat(16);
            case 5    -> repeat(8);
            case 6    -> integer();
            default   -> random.nextLong();
        };
    }

    private long repeat(int bits) {
        long all = 0;
        for (int i = 0; i < 64; i += bits) {
            long lane = bits == 16 ? halves() : (int) integer();
            all |= (lane & (1L << bits) - 1) << i;
        }
        return all;
    }

    private long doubles() {
        long d = DOUBLES[random.nextInt(DOUBLES.length)] ^ (random.nextInt(2) == 0 ? Long.MIN_VALUE : 0);
        return switch (random.nextInt(8)) {
            case 0  -> Double.doubleToRawLongBits(random.nextInt(-300, 300) / 4.0);
            case 1  -> random.nextLong();
            case 2  -> d + random.nextInt(-2, 3);
            case 3  -> (1023L + random.nextInt(-70, 70)) << 52 | random.nextLong() >>> 12;
            case 4  -> (1023L + random.nextInt(-5, 5)) << 52 | random.nextLong() >>> 12;
            case 5  -> Double.doubleToRawLongBits((double) integer());
            default -> d;
        };
    }

    private int floats() {
        int f = FLOATS[random.nextInt(FLOATS.length)] ^ (random.nextInt(2) == 0 ? Integer.MIN_VALUE : 0);
        return switch (random.nextInt(8)) {
            case 0  -> Float.floatToRawIntBits(random.nextInt(-300, 300) / 4f);
            case 1  -> random.nextInt();
            case 2  -> f + random.nextInt(-2, 3);
            case 3  -> (127 + random.nextInt(-40, 40)) << 23 | random.nextInt() >>> 9;
            case 4  -> (127 + random.nextInt(-5, 5)) << 23 | random.nextInt() >>> 9;
            case 5  -> Float.floatToRawIntBits((float) integer());
            default -> f;
        };
    }

    private int halves() {
        int h = HALVES[random.nextInt(HALVES.length)] ^ (random.nextInt(2) == 0 ? 0x8000 : 0);
        return switch (random.nextInt(4)) {
            case 0  -> random.nextInt();
            case 1  -> h + random.nextInt(-2, 3);
            default -> h;
        };
    }
}
