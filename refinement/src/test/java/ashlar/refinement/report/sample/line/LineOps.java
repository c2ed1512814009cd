package ashlar.refinement.report.sample.line;

import ashlar.model.machine.Machine;

/// The kernel. It has faults.
public final class LineOps {
    private LineOps() { }

    /// The next person keeps the link to the one who has left.
    public static void leave(Machine m, long person) {
        unlink(m, person);
        if (LinePtr.head(m) == 0) LinePtr.setState(m, LinePtr.EMPTY);
    }

    static void unlink(Machine m, long person) {
        long prev = PersonPtr.prev(m, person);
        long next = PersonPtr.next(m, person);
        if (prev == 0) LinePtr.setHead(m, next);
        else           PersonPtr.setNext(m, prev, next);
        if (next == 0) LinePtr.setTail(m, prev);
    }

    /// The line stays as it was marked.
    public static void clear(Machine m) {
        for (long p = LinePtr.head(m); p != 0; p = PersonPtr.next(m, p)) unlink(m, p);
        LinePtr.setServed(m, LinePtr.served(m) + 1);
    }

    /// One too many.
    public static long length(Machine m) {
        long length = 1;
        for (long p = LinePtr.head(m); p != 0; p = PersonPtr.next(m, p)) length++;
        return length;
    }

    public static boolean isWaiting(Machine m, long person) {
        return LinePtr.head(m) == person || PersonPtr.prev(m, person) != 0;
    }

    /// Divides by the people in line.
    public static long share(Machine m, long amount) {
        return amount / (length(m) - 1);
    }

    /// Does so for ever.
    public static void wait(Machine m) {
        while (LinePtr.served(m) >= 0) LinePtr.setServed(m, 1);
    }

    /// Notes the person behind the last one, who need not exist.
    public static void greet(Machine m) {
        PersonPtr.setPrev(m, LinePtr.tail(m) + 1024, 1);
    }
}
