package ashlar.impl.layout;

import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;

/// The ready queues, one for each domain and priority: first and last of the threads linked through
/// `TcbPtr.schedNext` and `schedPrev`.
public final class ReadyQueuePtr {
    public static final long BASE = Platform.KERNEL_DATA + 0x1_0000;
    public static final long SIZE_BITS = 16;

    private static final long HEADS = BASE;
    private static final long TAILS = BASE + 8;

    public static long head(Machine m, long domain, long priority) {
        return m.load64(HEADS + (domain << 12) + (priority << 4));
    }

    public static void setHead(Machine m, long domain, long priority, long head) {
        m.store64(HEADS + (domain << 12) + (priority << 4), head);
    }

    public static long tail(Machine m, long domain, long priority) {
        return m.load64(TAILS + (domain << 12) + (priority << 4));
    }

    public static void setTail(Machine m, long domain, long priority, long tail) {
        m.store64(TAILS + (domain << 12) + (priority << 4), tail);
    }

    private ReadyQueuePtr() { }
}
