package ashlar.impl.kernel;

import static ashlar.impl.layout.KernelPtr.CHOOSE_NEW;
import static ashlar.impl.layout.KernelPtr.NULL;
import static ashlar.impl.layout.KernelPtr.RESUME_CURRENT;

import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.impl.object.EndpointOps;
import ashlar.impl.object.ReplyOps;
import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

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
            ReadyBitmap.setHasThreads(m, domain, priority, true);
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
            ReadyBitmap.setHasThreads(m, domain, priority, true);
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
        if (prev == NULL && next == NULL) ReadyBitmap.setHasThreads(m, domain, priority, false);
        TcbPtr.setSchedNext(m, thread, NULL);
        TcbPtr.setSchedPrev(m, thread, NULL);
        TcbPtr.setQueued(m, thread, false);
    }

    public static void rescheduleRequired(Machine m) {
        long action = KernelPtr.action(m);
        if (action != RESUME_CURRENT && action != CHOOSE_NEW) enqueueFirst(m, action);
        KernelPtr.setAction(m, CHOOSE_NEW);
    }

    /// thread has become runnable: it runs next if nothing else was decided.
    public static void possibleSwitchTo(Machine m, long thread) {
        if (TcbPtr.domain(m, thread) != KernelPtr.domain(m)) {
            enqueueFirst(m, thread);
        } else if (KernelPtr.action(m) == RESUME_CURRENT) {
            KernelPtr.setAction(m, thread);
        } else {
            rescheduleRequired(m);
            enqueueFirst(m, thread);
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

    /// thread, just taken out of a queue of waiters, is to make its call again.
    public static void restartWaiter(Machine m, long thread) {
        setThreadState(m, thread, TcbPtr.RESTART);
        enqueueFirst(m, thread);
    }

    /// Stops thread, whatever it does.
    public static void suspend(Machine m, long thread) {
        EndpointOps.cancelIPC(m, thread);
        setThreadState(m, thread, TcbPtr.INACTIVE);
        dequeue(m, thread);
    }

    /// Makes a stopped or waiting thread run; what it waited for is cancelled.
    public static void restart(Machine m, long thread) {
        if (isRunnable(m, thread) || TcbPtr.state(m, thread) == TcbPtr.IDLE) return;
        EndpointOps.cancelIPC(m, thread);
        ReplyOps.setupReplyMaster(m, thread);
        setThreadState(m, thread, TcbPtr.RESTART);
        enqueueFirst(m, thread);
        possibleSwitchTo(m, thread);
    }

    /// Whether authority may give a thread this priority, or maximum priority.
    /// @return RANGE_ERROR if it is above authority's own maximum
    public static int decodeSetPriority(Machine m, long authority, long priority) {
        long max = TcbPtr.maxPriority(m, authority);
        return Word.ult(max, priority) ? SyscallError.rangeError(m, 0, max) : SyscallError.NO_ERROR;
    }
}
