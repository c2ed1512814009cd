package ashlar.refinement.report.sample.line;

import ashlar.model.machine.Machine;

/// The line.
public final class LinePtr {
    public static final int EMPTY = 0;
    public static final int WAITING = 1;

    private static final long BASE = 0x8000_0000L;

    private LinePtr() { }

    public static long head(Machine m) {
        return m.load64(BASE);
    }

    public static void setHead(Machine m, long head) {
        m.store64(BASE, head);
    }

    public static long tail(Machine m) {
        return m.load64(BASE + 8);
    }

    public static void setTail(Machine m, long tail) {
        m.store64(BASE + 8, tail);
    }

    public static int state(Machine m) {
        return (int) m.load64(BASE + 16);
    }

    public static void setState(Machine m, int state) {
        m.store64(BASE + 16, state);
    }

    public static long served(Machine m) {
        return m.load64(BASE + 24);
    }

    public static void setServed(Machine m, long served) {
        m.store64(BASE + 24, served);
    }
}
