package ashlar.impl.layout;

import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;

/// Which ready queues have threads. Level 2: four words for each domain; bit p % 64 of word p / 64 stands
/// for priority p. Level 1: one word for each domain; bit i says that word i of level 2 is not zero.
public final class ReadyBitmapPtr {
    public static final long BASE = Platform.KERNEL_DATA + 0x1000;
    public static final long SIZE_BITS = 10;

    private static final long LEVEL1 = BASE;
    private static final long LEVEL2 = BASE + 512;

    public static long level1(Machine m, long domain) {
        return m.load64(LEVEL1 + (domain << 3));
    }

    public static void setLevel1(Machine m, long domain, long bits) {
        m.store64(LEVEL1 + (domain << 3), bits);
    }

    public static long level2(Machine m, long domain, long i) {
        return m.load64(LEVEL2 + (domain << 5) + (i << 3));
    }

    public static void setLevel2(Machine m, long domain, long i, long bits) {
        m.store64(LEVEL2 + (domain << 5) + (i << 3), bits);
    }

    private ReadyBitmapPtr() { }
}
