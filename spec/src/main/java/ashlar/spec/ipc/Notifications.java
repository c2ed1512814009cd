package ashlar.spec.ipc;

import static ashlar.spec.thread.Threads.rescheduleRequired;
import static ashlar.spec.thread.Threads.retry;
import static ashlar.spec.thread.Threads.setThreadState;
import static ashlar.spec.thread.Threads.wake;

import ashlar.model.collection.Option;
import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import ashlar.model.collection.PQueue;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.NotificationState.Idle;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnNotification;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.Unreachable;

/// Notifications: seL4 manual ch. 5.
public final class Notifications {
    private Notifications() { }

    /// seL4_Signal. The first waiter, or the bound thread if it waits at an endpoint, gets the badge now;
    /// otherwise the notification keeps it, together with those it has.
    public static State signal(State s, Ref<Notification> ntfn, long badge) {
        return switch (s.notification(ntfn).state()) {
            case Idle()             -> signalBound(s, ntfn, badge);
            case Waiting(var queue) -> signalFirst(s, ntfn, badge, queue);
            case Active(var others) -> withState(s, ntfn, new Active(others | badge));
        };
    }

    private static State signalBound(State s, Ref<Notification> ntfn, long badge) {
        var bound = s.notification(ntfn).bound();
        return bound.exists(t -> s.thread(t).state() instanceof BlockedOnReceive)
             ? hand(Ipc.cancel(s, bound.get()), bound.get(), badge)
             : withState(s, ntfn, new Active(badge));
    }

    private static State signalFirst(State s, Ref<Notification> ntfn, long badge, PQueue<Ref<Tcb>> queue) {
        var first = queue.head();                                       // by waitingQueuesNonEmpty
        s = withState(s, ntfn, Queues.waitingOrIdle(queue.tail()));
        return hand(s, first, badge);
    }

    private static State hand(State s, Ref<Tcb> t, long badge) {
        return wake(Messages.showBadge(s, t, badge), t);
    }

    /// seL4_Wait and seL4_Poll. A badge that is there is taken; otherwise a blocking thread queues and a
    /// non-blocking one sees badge 0.
    public static State await(State s, Ref<Tcb> thread, Ref<Notification> ntfn, boolean blocking) {
        return switch (s.notification(ntfn).state()) {
            case Idle()             -> blocking ? enqueueWaiter(s, thread, ntfn, PQueue.empty())
                : Messages.showBadge(s, thread, 0);
            case Waiting(var queue) -> blocking ? enqueueWaiter(s, thread, ntfn, queue)
                : Messages.showBadge(s, thread, 0);
            case Active(_)          -> completeSignal(s, ntfn, thread);
        };
    }

    private static State enqueueWaiter(State s, Ref<Tcb> thread, Ref<Notification> ntfn,
        PQueue<Ref<Tcb>> queue) {
        s = setThreadState(s, thread, new BlockedOnNotification(ntfn));
        return withState(s, ntfn, new Waiting(queue.append(thread)));
    }

    /// t gets the badge that ntfn holds.
    public static State completeSignal(State s, Ref<Notification> ntfn, Ref<Tcb> t) {
        if (!(s.notification(ntfn).state() instanceof Active(var badge)))
            throw new Unreachable("completedSignalIsActive");
        return withState(Messages.showBadge(s, t, badge), ntfn, new Idle());
    }

    /// t, which waits for ntfn, waits no more.
    public static State cancelSignal(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        s = withState(s, ntfn, Queues.without(s.notification(ntfn).state(), t));
        return setThreadState(s, t, new Inactive());
    }

    /// All that wait for ntfn try anew.
    public static State cancelAllSignals(State s, Ref<Notification> ntfn) {
        return s.notification(ntfn).state() instanceof Waiting ? rescheduleRequired(retryAll(s, ntfn)) : s;
    }

    /// All that wait for ntfn, one after the other, are to make their system calls anew.
    public static State retryAll(State s, Ref<Notification> ntfn) {
        var queue = waiters(s, ntfn);
        return queue.isEmpty() ? s : retryAll(retryWaiter(s, ntfn, queue.head()), ntfn);
    }

    /// Those that wait for ntfn, in order of arrival.
    public static PQueue<Ref<Tcb>> waiters(State s, Ref<Notification> ntfn) {
        return s.notification(ntfn).state() instanceof Waiting(var queue) ? queue : PQueue.empty();
    }

    private static State retryWaiter(State s, Ref<Notification> ntfn, Ref<Tcb> t) {
        return retry(withState(s, ntfn, Queues.without(s.notification(ntfn).state(), t)), t);
    }

    /// Signals to ntfn reach t also while it waits at an endpoint. Neither is bound yet.
    public static State bind(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        s = s.withThread(t, s.thread(t).withBound(new Some<>(ntfn)));
        return s.withNotification(ntfn, s.notification(ntfn).withBound(new Some<>(t)));
    }

    /// t has no notification bound to it.
    public static State unbind(State s, Ref<Tcb> t) {
        return switch (s.thread(t).bound()) {
            case Some<Ref<Notification>>(var ntfn) -> unbindBoth(s, t, ntfn);
            case None<Ref<Notification>>()         -> s;
        };
    }

    /// ntfn is bound to no thread.
    public static State unbindMaybe(State s, Ref<Notification> ntfn) {
        return switch (s.notification(ntfn).bound()) {
            case Some<Ref<Tcb>>(var t) -> unbindBoth(s, t, ntfn);
            case None<Ref<Tcb>>()      -> s;
        };
    }

    private static State unbindBoth(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        s = s.withThread(t, s.thread(t).withBound(Option.none()));
        return s.withNotification(ntfn, s.notification(ntfn).withBound(Option.none()));
    }

    private static State withState(State s, Ref<Notification> ntfn, NotificationState state) {
        return s.withNotification(ntfn, s.notification(ntfn).withState(state));
    }
}
