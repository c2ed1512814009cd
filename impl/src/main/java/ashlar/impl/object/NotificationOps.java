package ashlar.impl.object;

import static ashlar.impl.kernel.Threads.possibleSwitchTo;
import static ashlar.impl.kernel.Threads.rescheduleRequired;
import static ashlar.impl.kernel.Threads.restartWaiter;
import static ashlar.impl.kernel.Threads.setThreadState;
import static ashlar.impl.kernel.Unreachable.unreachable;
import static ashlar.impl.layout.KernelPtr.NULL;
import static ashlar.impl.layout.NotificationPtr.ACTIVE;
import static ashlar.impl.layout.NotificationPtr.IDLE;
import static ashlar.impl.layout.NotificationPtr.WAITING;

import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;

/// Notification operations (seL4 manual ch. 5, non-MCS).
public final class NotificationOps {
    private NotificationOps() { }

    /// Wakes the first waiter, or the bound thread if it waits for a message, or keeps badge for the next
    /// who asks.
    public static void sendSignal(Machine m, long ntfn, long badge) {
        switch (NotificationPtr.state(m, ntfn)) {
            case IDLE    -> signalIdle(m, ntfn, badge);
            case WAITING -> signalWaiter(m, ntfn, badge);
            case ACTIVE  -> NotificationPtr.setBadge(m, ntfn, NotificationPtr.badge(m, ntfn) | badge);
            default -> throw unreachable("notification state is 0..2");
        }
    }

    private static void signalIdle(Machine m, long ntfn, long badge) {
        long bound = NotificationPtr.boundThread(m, ntfn);
        if (bound != NULL && TcbPtr.state(m, bound) == TcbPtr.BLOCKED_ON_RECEIVE) {
            EndpointOps.cancelIPC(m, bound);
            wake(m, bound, badge);
        } else {
            NotificationPtr.setState(m, ntfn, ACTIVE);
            NotificationPtr.setBadge(m, ntfn, badge);
        }
    }

    private static void signalWaiter(Machine m, long ntfn, long badge) {
        long dest = NotificationPtr.head(m, ntfn);                  // not NULL: queuesNonEmpty
        unlink(m, ntfn, dest);
        wake(m, dest, badge);
    }

    private static void wake(Machine m, long thread, long badge) {
        setThreadState(m, thread, TcbPtr.RUNNING);
        TcbPtr.setRegister(m, thread, TcbPtr.BADGE_REGISTER, badge);
        possibleSwitchTo(m, thread);
    }

    /// Takes the badge of an active notification; otherwise thread waits, or learns from badge 0 that there
    /// was none. Requires: thread runs and is on no queue.
    public static void receiveSignal(Machine m, long thread, long ntfn, boolean blocking) {
        switch (NotificationPtr.state(m, ntfn)) {
            case IDLE, WAITING -> {
                if (blocking) {
                    TcbPtr.setBlockingObject(m, thread, ntfn);
                    setThreadState(m, thread, TcbPtr.BLOCKED_ON_NOTIFICATION);
                    append(m, ntfn, thread);
                } else {
                    TcbPtr.setRegister(m, thread, TcbPtr.BADGE_REGISTER, 0);
                }
            }
            case ACTIVE -> completeSignal(m, ntfn, thread);
            default -> throw unreachable("notification state is 0..2");
        }
    }

    /// Hands the badge of an active notification to thread.
    public static void completeSignal(Machine m, long ntfn, long thread) {
        TcbPtr.setRegister(m, thread, TcbPtr.BADGE_REGISTER, NotificationPtr.badge(m, ntfn));
        NotificationPtr.setState(m, ntfn, IDLE);
    }

    /// Takes thread out of the waiting queue and makes it inactive.
    public static void cancelSignal(Machine m, long thread, long ntfn) {
        unlink(m, ntfn, thread);
        setThreadState(m, thread, TcbPtr.INACTIVE);
    }

    /// Restarts all that wait.
    public static void cancelAllSignals(Machine m, long ntfn) {
        if (NotificationPtr.state(m, ntfn) != WAITING) return;
        restartAll(m, ntfn);
        rescheduleRequired(m);
    }

    /// Takes all out of ntfn's queue, one after the other, and restarts them.
    public static void restartAll(Machine m, long ntfn) {
        while (NotificationPtr.head(m, ntfn) != NULL) restartFirst(m, ntfn);
    }

    private static void restartFirst(Machine m, long ntfn) {
        long thread = NotificationPtr.head(m, ntfn);
        unlink(m, ntfn, thread);
        restartWaiter(m, thread);
    }

    /// Requires: neither is bound yet.
    public static void bindNotification(Machine m, long thread, long ntfn) {
        NotificationPtr.setBoundThread(m, ntfn, thread);
        TcbPtr.setBoundNotification(m, thread, ntfn);
    }

    /// Unbinds thread's notification, if it has one.
    public static void unbindNotification(Machine m, long thread) {
        long ntfn = TcbPtr.boundNotification(m, thread);
        if (ntfn != NULL) unbind(m, thread, ntfn);
    }

    /// Unbinds ntfn's thread, if it has one.
    public static void unbindMaybeNotification(Machine m, long ntfn) {
        long thread = NotificationPtr.boundThread(m, ntfn);
        if (thread != NULL) unbind(m, thread, ntfn);
    }

    private static void unbind(Machine m, long thread, long ntfn) {
        NotificationPtr.setBoundThread(m, ntfn, NULL);
        TcbPtr.setBoundNotification(m, thread, NULL);
    }

    /// Links thread in at the end of ntfn's queue, which is, or becomes, one of waiting threads.
    public static void append(Machine m, long ntfn, long thread) {
        long tail = NotificationPtr.tail(m, ntfn);
        TcbPtr.setEpPrev(m, thread, tail);
        TcbPtr.setEpNext(m, thread, NULL);
        if (tail == NULL) NotificationPtr.setHead(m, ntfn, thread);
        else              TcbPtr.setEpNext(m, tail, thread);
        NotificationPtr.setTail(m, ntfn, thread);
        NotificationPtr.setState(m, ntfn, WAITING);
    }

    /// Unlinks thread from ntfn's queue; an emptied notification becomes idle.
    public static void unlink(Machine m, long ntfn, long thread) {
        long prev = TcbPtr.epPrev(m, thread), next = TcbPtr.epNext(m, thread);
        if (prev == NULL) NotificationPtr.setHead(m, ntfn, next);
        else              TcbPtr.setEpNext(m, prev, next);
        if (next == NULL) NotificationPtr.setTail(m, ntfn, prev);
        else              TcbPtr.setEpPrev(m, next, prev);
        if (prev == NULL && next == NULL) NotificationPtr.setState(m, ntfn, IDLE);
        TcbPtr.setEpNext(m, thread, NULL);
        TcbPtr.setEpPrev(m, thread, NULL);
    }
}
