package ashlar.spec.invariant;

import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnNotification;

/// Notifications, those that wait for them, and those that are bound to them.
public final class NotificationInvariants {
    private NotificationInvariants() { }

    public static boolean all(State s) {
        return waitingQueuesNonEmpty(s) && waitingThreadsAreBlocked(s) && blockedThreadsWait(s)
            && boundThreadsAgree(s) && boundNotificationsAgree(s);
    }

    /// A notification waits only for threads that are there.
    public static boolean waitingQueuesNonEmpty(State s) {
        return s.notifications().forAll((_, n) -> !(n.state() instanceof Waiting(var q)) || !q.isEmpty());
    }

    /// A thread in a notification's queue is blocked on that notification.
    public static boolean waitingThreadsAreBlocked(State s) {
        return s.notifications().forAll((ntfn, n) -> !(n.state() instanceof Waiting(var q))
            || q.forAll(t -> s.threads().has(t) && waitsFor(s.thread(t), ntfn)));
    }

    private static boolean waitsFor(Tcb tcb, Ref<Notification> ntfn) {
        return tcb.state() instanceof BlockedOnNotification(var object) && object.equals(ntfn);
    }

    /// A thread that is blocked on a notification is in its queue.
    public static boolean blockedThreadsWait(State s) {
        return s.threads().forAll((t, tcb) -> !(tcb.state() instanceof BlockedOnNotification(var ntfn))
            || s.notifications().has(ntfn)
                && s.notification(ntfn).state() instanceof Waiting(var q) && q.contains(t));
    }

    /// The notification bound to a thread is bound to that thread.
    public static boolean boundThreadsAgree(State s) {
        return s.threads().forAll((t, tcb) -> tcb.bound().forAll(ntfn -> s.notifications().has(ntfn)
            && s.notification(ntfn).bound().exists(other -> other.equals(t))));
    }

    /// The thread bound to a notification is bound to that notification.
    public static boolean boundNotificationsAgree(State s) {
        return s.notifications().forAll((ntfn, n) -> n.bound().forAll(t -> s.threads().has(t)
            && s.thread(t).bound().exists(other -> other.equals(ntfn))));
    }
}
