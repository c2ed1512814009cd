package ashlar.impl.kernel;

import static ashlar.impl.kernel.Threads.enqueue;
import static ashlar.impl.kernel.Threads.enqueueFirst;
import static ashlar.impl.kernel.Threads.isRunnable;
import static ashlar.impl.kernel.Threads.rescheduleRequired;
import static ashlar.impl.kernel.Threads.setThreadState;
import static ashlar.impl.kernel.Unreachable.unreachable;
import static ashlar.impl.layout.KernelPtr.CHOOSE_NEW;
import static ashlar.impl.layout.KernelPtr.RESUME_CURRENT;

import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;

/// Which thread runs next (seL4 manual ch. 6, non-MCS).
public final class Scheduler {
    private Scheduler() { }

    /// Carries out what was decided on the way: afterwards the current thread is the one to run.
    public static void schedule(Machine m) {
        long action = KernelPtr.action(m), current = KernelPtr.current(m);
        if (action == RESUME_CURRENT) return;
        if (isRunnable(m, current)) enqueueFirst(m, current);
        if (action == CHOOSE_NEW) chooseThread(m);
        else                      tryCandidate(m, action);
        KernelPtr.setAction(m, RESUME_CURRENT);
    }

    private static void tryCandidate(Machine m, long candidate) {
        if (isOutranked(m, candidate)) {
            enqueueFirst(m, candidate);
            chooseThread(m);
        } else if (isEqualToCurrent(m, candidate)) {
            enqueue(m, candidate);
            chooseThread(m);
        } else {
            switchToThread(m, candidate);
        }
    }

    /// Whether candidate, no longer above the current thread, is below others that are ready.
    private static boolean isOutranked(Machine m, long candidate) {
        long current = KernelPtr.current(m), priority = TcbPtr.priority(m, candidate);
        boolean isAboveCurrent = current != KernelPtr.idle(m) && priority >= TcbPtr.priority(m, current);
        return !isAboveCurrent && !isHighestPriority(m, KernelPtr.domain(m), priority);
    }

    /// Whether the current thread may go on, and candidate has no more claim to run than it.
    private static boolean isEqualToCurrent(Machine m, long candidate) {
        long current = KernelPtr.current(m);
        return isRunnable(m, current) && TcbPtr.priority(m, candidate) == TcbPtr.priority(m, current);
    }

    /// Whether no thread of domain that is ready has a priority above this one.
    public static boolean isHighestPriority(Machine m, long domain, long priority) {
        return ReadyBitmap.isEmpty(m, domain) || priority >= ReadyBitmap.highest(m, domain);
    }

    /// Switches to the first of the most urgent threads of the current domain or, if none is ready, to idle.
    public static void chooseThread(Machine m) {
        long domain = KernelPtr.domain(m);
        if (ReadyBitmap.isEmpty(m, domain)) switchToIdleThread(m);
        else switchToThread(m, ReadyQueuePtr.head(m, domain, ReadyBitmap.highest(m, domain)));
    }

    public static void switchToThread(Machine m, long thread) {
        Threads.dequeue(m, thread);
        KernelPtr.setCurrent(m, thread);
    }

    public static void switchToIdleThread(Machine m) {
        KernelPtr.setCurrent(m, KernelPtr.idle(m));
    }

    /// The timer interrupt: at the end of its time slice the current thread gets behind its equals.
    public static void timerTick(Machine m) {
        long current = KernelPtr.current(m), ticks = TcbPtr.timeSlice(m, current);
        if (TcbPtr.state(m, current) != TcbPtr.RUNNING) return;
        if (ticks > 1) {
            TcbPtr.setTimeSlice(m, current, ticks - 1);
        } else {
            TcbPtr.setTimeSlice(m, current, Platform.TIME_SLICE);
            enqueue(m, current);
            rescheduleRequired(m);
        }
    }

    /// Makes the current thread ready to return to: one that restarts makes its call again.
    public static void activateThread(Machine m) {
        long current = KernelPtr.current(m);
        switch (TcbPtr.state(m, current)) {
            case TcbPtr.RESTART -> {
                TcbPtr.setRegister(m, current, TcbPtr.NEXT_IP, TcbPtr.register(m, current, TcbPtr.FAULT_IP));
                setThreadState(m, current, TcbPtr.RUNNING);
            }
            case TcbPtr.RUNNING, TcbPtr.IDLE -> { }
            default -> throw unreachable("the current thread runs, restarts or idles");
        }
    }
}
