package ashlar.impl.layout;

import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// A notification, 32 bytes: its state, the threads that wait for it in order of arrival, linked through
/// `TcbPtr.epNext` and `epPrev`, the badges gathered while active, and the thread bound to it.
public final class NotificationPtr {
    public static final long SIZE_BITS = 5;

    public static final int IDLE = 0;
    public static final int WAITING = 1;
    public static final int ACTIVE = 2;

    private static final long TAIL = 0;
    private static final long HEAD = 8;
    private static final long BADGE = 16;
    private static final long BOUND_THREAD = 24;

    public static int state(Machine m, long ntfn) {
        return (int) Word.bits(m.load64(ntfn + TAIL), 1, 0);
    }

    public static void setState(Machine m, long ntfn, int state) {
        m.store64(ntfn + TAIL, Word.insert(m.load64(ntfn + TAIL), 1, 0, state));
    }

    public static long tail(Machine m, long ntfn) {
        return Word.bits(m.load64(ntfn + TAIL), 63, 2) << 2;
    }

    public static void setTail(Machine m, long ntfn, long tail) {
        m.store64(ntfn + TAIL, Word.insert(m.load64(ntfn + TAIL), 63, 2, tail >>> 2));
    }

    public static long head(Machine m, long ntfn) {
        return m.load64(ntfn + HEAD);
    }

    public static void setHead(Machine m, long ntfn, long head) {
        m.store64(ntfn + HEAD, head);
    }

    public static long badge(Machine m, long ntfn) {
        return m.load64(ntfn + BADGE);
    }

    public static void setBadge(Machine m, long ntfn, long badge) {
        m.store64(ntfn + BADGE, badge);
    }

    public static long boundThread(Machine m, long ntfn) {
        return m.load64(ntfn + BOUND_THREAD);
    }

    public static void setBoundThread(Machine m, long ntfn, long thread) {
        m.store64(ntfn + BOUND_THREAD, thread);
    }

    private NotificationPtr() { }
}
