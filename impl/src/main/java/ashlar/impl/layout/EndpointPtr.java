package ashlar.impl.layout;

import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// An endpoint, 16 bytes: its state and the threads that wait to send, or to receive, in order of arrival,
/// linked through `TcbPtr.epNext` and `epPrev`.
public final class EndpointPtr {
    public static final long SIZE_BITS = 4;

    public static final int IDLE = 0;
    public static final int SEND = 1;
    public static final int RECV = 2;

    private static final long TAIL = 0;
    private static final long HEAD = 8;

    public static int state(Machine m, long ep) {
        return (int) Word.bits(m.load64(ep + TAIL), 1, 0);
    }

    public static void setState(Machine m, long ep, int state) {
        m.store64(ep + TAIL, Word.insert(m.load64(ep + TAIL), 1, 0, state));
    }

    public static long tail(Machine m, long ep) {
        return Word.bits(m.load64(ep + TAIL), 63, 2) << 2;
    }

    public static void setTail(Machine m, long ep, long tail) {
        m.store64(ep + TAIL, Word.insert(m.load64(ep + TAIL), 63, 2, tail >>> 2));
    }

    public static long head(Machine m, long ep) {
        return m.load64(ep + HEAD);
    }

    public static void setHead(Machine m, long ep, long head) {
        m.store64(ep + HEAD, head);
    }

    private EndpointPtr() { }
}
