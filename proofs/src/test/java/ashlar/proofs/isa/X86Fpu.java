package ashlar.proofs.isa;

import ashlar.model.x86_64.X87;
import java.nio.ByteBuffer;
import java.util.Random;

/// The x87 part of what FXSAVE stores.
final class X86Fpu {
    private static final int STACK = 32;
    private static final int STACK_FAULT = 0x40;

    private X86Fpu() { }

    static void load(X87 f, ByteBuffer fx) {
        f.setStatus(fx.getShort(2));
        f.setControl(fx.getShort(0));
        f.setFull(fx.get(4));
        int top = f.status() >> 11 & 7;
        for (int i = 0; i < 8; i++)
            f.set(top + i & 7, fx.getShort(STACK + 16 * i + 8), fx.getLong(STACK + 16 * i));
    }

    static void store(X87 f, ByteBuffer fx) {
        fx.putShort(0, (short) f.control());
        fx.putShort(2, (short) f.status());
        fx.put(4, (byte) f.full());
        int top = f.status() >> 11 & 7;
        for (int i = 0; i < 8; i++) {
            fx.putLong(STACK + 16 * i, f.significand(top + i & 7));
            fx.putShort(STACK + 16 * i + 8, (short) f.signExponent(top + i & 7));
        }
    }

    static boolean hasStackFault(X87 f) {
        return (f.status() & STACK_FAULT) != 0;
    }

    /// A stack that is mostly half full, all exceptions masked.
    static void fill(ByteBuffer fx, Random random) {
        int top = random.nextInt(8);
        boolean isPlain = random.nextBoolean();
        int precision = isPlain ? 3 : new int[] {0, 2, 3}[random.nextInt(3)];
        fx.putShort(0, (short) (0x7f | precision << 8 | (isPlain ? 0 : random.nextInt(4)) << 10));
        fx.putShort(2, (short) (top << 11 | random.nextInt(64) | (random.nextBoolean() ? 0x4500 : 0)));
        int count = random.nextInt(10) == 0 ? random.nextInt(9) : 4 + random.nextInt(3);
        int full = 0;
        for (int i = 0; i < count; i++) full |= 1 << (top + i & 7);
        fx.put(4, (byte) full);
        for (int i = 0; i < 8; i++) {
            fx.putLong(STACK + 16 * i, significand(random));
            fx.putShort(STACK + 16 * i + 8, exponent(random));
            if (fx.getShort(STACK + 16 * i + 8) << 17 == 0
                && random.nextInt(4) != 0) fx.putLong(STACK + 16 * i, 0);
        }
    }

    private static long significand(Random random) {
        long top = random.nextInt(16) == 0 ? 0 : Long.MIN_VALUE;
        return top | switch (random.nextInt(6)) {
            case 0  -> 0;
            case 1  -> -1;
            case 2  -> random.nextLong() & 0x7ffff00000000000L;
            case 3  -> 1L << random.nextInt(64);
            default -> random.nextLong();
        };
    }

    private static short exponent(Random random) {
        int sign = random.nextInt(2) << 15;
        return (short) (sign | switch (random.nextInt(8)) {
            case 0  -> 0;
            case 1  -> 0x7fff;
            case 2  -> random.nextInt(0x8000);
            case 3  -> 0x3fff + random.nextInt(5) - 2;
            default -> 0x3fff + random.nextInt(130) - 65;
        });
    }
}
