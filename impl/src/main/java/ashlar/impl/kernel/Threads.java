package ashlar.impl.kernel;

import static ashlar.impl.layout.KernelPtr.CHOOSE_NEW;
import static ashlar.impl.layout.KernelPtr.NULL;
import static ashlar.impl.layout.KernelPtr.RESUME_CURRENT;

import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;

/// Thread states and ready queues (seL4 manual ch. 6, non-MCS).
public final class Threads {
    private Threads() { }

    public static boolean isRunnable(Machine m, long thread) {
        int state = TcbPtr.state(m, thread);
        return state == TcbPtr.RUNNING || state == TcbPtr.RESTART;
    }

    public static void setThreadState(Machine m, long thread, int state) {
        TcbPtr.setState(m, thread, state);
        if (thread == KernelPtr.current(m) && KernelPtr.action(m) == RESUME_CURRENT
            && !isRunnable(m, thread)) {
            KernelPtr.setAction(m, CHOOSE_NEW);
        }
    }

    /// Appends thread to the ready queue of its domain and priority, unless it is in it.
    public static void enqueue(Machine m, long thread) {
        if (TcbPtr.queued(m, thread)) return;
        long domain = TcbPtr.domain(m, thread), priority = TcbPtr.priority(m, thread);
        long tail = ReadyQueuePtr.tail(m, domain, priority);
        TcbPtr.setSchedPrev(m, thread, tail);
        TcbPtr.setSchedNext(m, thread, NULL);
        if (tail == NULL) {
            ReadyQueuePtr.setHead(m, domain, priority, thread);
            ReadyBitmap.set(m, domain, priority);
        } else {
            TcbPtr.setSchedNext(m, tail, thread);
        }
        ReadyQueuePtr.setTail(m, domain, priority, thread);
        TcbPtr.setQueued(m, thread, true);
    }

    /// Prepends thread to the ready queue of its domain and priority, unless it is in it.
    public static void enqueueFirst(Machine m, long thread) {
        if (TcbPtr.queued(m, thread)) return;
        long domain = TcbPtr.domain(m, thread), priority = TcbPtr.priority(m, thread);
        long head = ReadyQueuePtr.head(m, domain, priority);
        TcbPtr.setSchedPrev(m, thread, NULL);
        TcbPtr.setSchedNext(m, thread, head);
        if (head == NULL) {
            ReadyQueuePtr.setTail(m, domain, priority, thread);
            ReadyBitmap.set(m, domain, priority);
        } else {
            TcbPtr.setSchedPrev(m, head, thread);
        }
        ReadyQueuePtr.setHead(m, domain, priority, thread);
        TcbPtr.setQueued(m, thread, true);
    }

    /// Unlinks thread from its ready queue, if it is in it.
    public static void dequeue(Machine m, long thread) {
        if (!TcbPtr.queued(m, thread)) return;
        long domain = TcbPtr.domain(m, thread), priority = TcbPtr.priority(m, thread);
        long prev = TcbPtr.schedPrev(m, thread), next = TcbPtr.schedNext(m, thread);
        if (prev == NULL) ReadyQueuePtr.setHead(m, domain, priority, next);
        else              TcbPtr.setSchedNext(m, prev, next);
        if (next == NULL) ReadyQueuePtr.setTail(m, domain, priority, prev);
        else              TcbPtr.setSchedPrev(m, next, prev);
        if (prev == NULL && next == NULL) ReadyBitmap.clear(m, domain, priority);
        TcbPtr.setSchedNext(m, thread, NULL);
        TcbPtr.setSchedPrev(m, thread, NULL);
        TcbPtr.setQueued(m, thread, false);
    }

    public static void rescheduleRequired(Machine m) {
        long action = KernelPtr.action(m);
        if (action != RESUME_CURRENT && action != CHOOSE_NEW) enqueue(m, action);
        KernelPtr.setAction(m, CHOOSE_NEW);
    }

    /// thread has become runnable: it runs next if nothing else was decided.
    public static void possibleSwitchTo(Machine m, long thread) {
        if (TcbPtr.domain(m, thread) != KernelPtr.domain(m)) {
            enqueue(m, thread);
        } else if (KernelPtr.action(m) == RESUME_CURRENT) {
            KernelPtr.setAction(m, thread);
        } else {
            rescheduleRequired(m);
            enqueue(m, thread);
        }
    }

    public static void setPriority(Machine m, long thread, long priority) {
        dequeue(m, thread);
        TcbPtr.setPriority(m, thread, priority);
        if (!isRunnable(m, thread)) return;
        if (thread == KernelPtr.current(m)) rescheduleRequired(m);
        else                                possibleSwitchTo(m, thread);
    }

    public static void setMaxPriority(Machine m, long thread, long maxPriority) {
        TcbPtr.setMaxPriority(m, thread, maxPriority);
    }

    public static void yieldCurrent(Machine m) {
        long current = KernelPtr.current(m);
        dequeue(m, current);
        enqueue(m, current);
        rescheduleRequired(m);
    }
}
