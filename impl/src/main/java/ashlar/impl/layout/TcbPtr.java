package ashlar.impl.layout;

import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// A thread control block, 2048 bytes: five capability slots (`CtePtr.at(thread, CTABLE)` and so on), and
/// from 1024 on the thread itself. The blocking fields mean something only in the blocked states, the links
/// only while the thread is in a queue.
public final class TcbPtr {
    public static final long SIZE_BITS = 11;

    public static final long CTABLE = 0;
    public static final long VTABLE = 1;
    public static final long REPLY = 2;
    public static final long CALLER = 3;
    public static final long BUFFER = 4;
    public static final long SLOTS = 5;

    public static final int INACTIVE = 0;
    public static final int RUNNING = 1;
    public static final int RESTART = 2;
    public static final int BLOCKED_ON_RECEIVE = 3;
    public static final int BLOCKED_ON_SEND = 4;
    public static final int BLOCKED_ON_REPLY = 5;
    public static final int BLOCKED_ON_NOTIFICATION = 6;
    public static final int IDLE = 7;

    public static final long BADGE_REGISTER = 0;
    public static final long INFO_REGISTER = 1;
    public static final long FIRST_MESSAGE_REGISTER = 2;
    public static final long MESSAGE_REGISTERS = 4;
    public static final long FAULT_IP = 6;
    public static final long NEXT_IP = 7;
    public static final long REGISTERS = 8;

    private static final long FIRST_REGISTER = 1024;
    private static final long STATE = 1848;
    private static final long BLOCKING_OBJECT = 1856;
    private static final long BLOCKING_BADGE = 1864;
    private static final long BOUND_NOTIFICATION = 1880;
    private static final long DOMAIN = 1920;
    private static final long MAX_PRIORITY = 1928;
    private static final long PRIORITY = 1936;
    private static final long TIME_SLICE = 1944;
    private static final long SCHED_NEXT = 1968;
    private static final long SCHED_PREV = 1976;
    private static final long EP_NEXT = 1984;
    private static final long EP_PREV = 1992;

    /// Register i of the user's, 0 to 7: badge, info, four message registers, the addresses of the faulting
    /// and of the next instruction.
    public static long register(Machine m, long thread, long i) {
        return m.load64(thread + FIRST_REGISTER + (i << 3));
    }

    public static void setRegister(Machine m, long thread, long i, long value) {
        m.store64(thread + FIRST_REGISTER + (i << 3), value);
    }

    public static int state(Machine m, long thread) {
        return (int) Word.bits(m.load64(thread + STATE), 3, 0);
    }

    public static void setState(Machine m, long thread, int state) {
        m.store64(thread + STATE, Word.insert(m.load64(thread + STATE), 3, 0, state));
    }

    /// Whether the thread is in its ready queue.
    public static boolean queued(Machine m, long thread) {
        return Word.bit(m.load64(thread + STATE), 4);
    }

    public static void setQueued(Machine m, long thread, boolean queued) {
        m.store64(thread + STATE, Word.insert(m.load64(thread + STATE), 4, 4, queued ? 1 : 0));
    }

    public static boolean blockingIsCall(Machine m, long thread) {
        return Word.bit(m.load64(thread + STATE), 5);
    }

    public static void setBlockingIsCall(Machine m, long thread, boolean isCall) {
        m.store64(thread + STATE, Word.insert(m.load64(thread + STATE), 5, 5, isCall ? 1 : 0));
    }

    public static boolean blockingCanGrantReply(Machine m, long thread) {
        return Word.bit(m.load64(thread + STATE), 6);
    }

    public static void setBlockingCanGrantReply(Machine m, long thread, boolean canGrantReply) {
        m.store64(thread + STATE, Word.insert(m.load64(thread + STATE), 6, 6, canGrantReply ? 1 : 0));
    }

    public static boolean blockingCanGrant(Machine m, long thread) {
        return Word.bit(m.load64(thread + STATE), 7);
    }

    public static void setBlockingCanGrant(Machine m, long thread, boolean canGrant) {
        m.store64(thread + STATE, Word.insert(m.load64(thread + STATE), 7, 7, canGrant ? 1 : 0));
    }

    /// The endpoint or notification it waits for.
    public static long blockingObject(Machine m, long thread) {
        return m.load64(thread + BLOCKING_OBJECT);
    }

    public static void setBlockingObject(Machine m, long thread, long object) {
        m.store64(thread + BLOCKING_OBJECT, object);
    }

    public static long blockingBadge(Machine m, long thread) {
        return m.load64(thread + BLOCKING_BADGE);
    }

    public static void setBlockingBadge(Machine m, long thread, long badge) {
        m.store64(thread + BLOCKING_BADGE, badge);
    }

    public static long boundNotification(Machine m, long thread) {
        return m.load64(thread + BOUND_NOTIFICATION);
    }

    public static void setBoundNotification(Machine m, long thread, long ntfn) {
        m.store64(thread + BOUND_NOTIFICATION, ntfn);
    }

    public static long domain(Machine m, long thread) {
        return m.load64(thread + DOMAIN);
    }

    public static void setDomain(Machine m, long thread, long domain) {
        m.store64(thread + DOMAIN, domain);
    }

    /// The highest priority it may give to others or itself (MCP).
    public static long maxPriority(Machine m, long thread) {
        return m.load64(thread + MAX_PRIORITY);
    }

    public static void setMaxPriority(Machine m, long thread, long maxPriority) {
        m.store64(thread + MAX_PRIORITY, maxPriority);
    }

    public static long priority(Machine m, long thread) {
        return m.load64(thread + PRIORITY);
    }

    public static void setPriority(Machine m, long thread, long priority) {
        m.store64(thread + PRIORITY, priority);
    }

    /// Timer ticks left.
    public static long timeSlice(Machine m, long thread) {
        return m.load64(thread + TIME_SLICE);
    }

    public static void setTimeSlice(Machine m, long thread, long ticks) {
        m.store64(thread + TIME_SLICE, ticks);
    }

    public static long schedNext(Machine m, long thread) {
        return m.load64(thread + SCHED_NEXT);
    }

    public static void setSchedNext(Machine m, long thread, long next) {
        m.store64(thread + SCHED_NEXT, next);
    }

    public static long schedPrev(Machine m, long thread) {
        return m.load64(thread + SCHED_PREV);
    }

    public static void setSchedPrev(Machine m, long thread, long prev) {
        m.store64(thread + SCHED_PREV, prev);
    }

    public static long epNext(Machine m, long thread) {
        return m.load64(thread + EP_NEXT);
    }

    public static void setEpNext(Machine m, long thread, long next) {
        m.store64(thread + EP_NEXT, next);
    }

    public static long epPrev(Machine m, long thread) {
        return m.load64(thread + EP_PREV);
    }

    public static void setEpPrev(Machine m, long thread, long prev) {
        m.store64(thread + EP_PREV, prev);
    }

    private TcbPtr() { }
}
