package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.proofs.refines.Context;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.IpcInvariants;
import ashlar.spec.invariant.NotificationInvariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnNotification;

/// Signals keep every invariant: those named as proved here, those of capabilities since objects
/// and slots stay (`Groups`).
public final class NotificationsKeepInvariants {
    private NotificationsKeepInvariants() { }

    /// Waiters and the candidate exist, and each waiter is blocked where it waits; bound threads exist.
    private static boolean waitersAreBlocked(State s) {
        return SchedulingInvariants.candidateIsRunnable(s) && IpcInvariants.blockedThreadsAreQueued(s)
            && NotificationInvariants.waitingQueuesNonEmpty(s)
            && NotificationInvariants.waitingThreadsAreBlocked(s)
            && NotificationInvariants.boundNotificationsAgree(s);
    }

    @Obligation(value = Kind.INVARIANT, text = "signal keeps the invariants of scheduling")
    static void signal_keeps_scheduling_invariants(State s, Ref<Notification> ntfn, long badge) {
        assume(SchedulingInvariants.all(s));
        assume(waitersAreBlocked(s) && s.notifications().has(ntfn));
        s = Notifications.signal(s, ntfn, badge);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "signal keeps the invariants of IPC")
    static void signal_keeps_ipc_invariants(State s, Ref<Notification> ntfn, long badge) {
        assume(IpcInvariants.all(s));
        assume(waitersAreBlocked(s) && s.notifications().has(ntfn));
        s = Notifications.signal(s, ntfn, badge);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "signal keeps the invariants of notifications")
    static void signal_keeps_notification_invariants(State s, Ref<Notification> ntfn, long badge) {
        assume(NotificationInvariants.all(s));
        assume(waitersAreBlocked(s) && s.notifications().has(ntfn));
        s = Notifications.signal(s, ntfn, badge);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "signal keeps the invariants of replies")
    static void signal_keeps_reply_invariants(State s, Ref<Notification> ntfn, long badge) {
        assume(ReplyInvariants.all(s));
        assume(waitersAreBlocked(s) && s.notifications().has(ntfn));
        s = Notifications.signal(s, ntfn, badge);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "signal keeps the objects and what the slots hold")
    static void signal_keeps_objects_and_slots(State s, Ref<Notification> ntfn, long badge) {
        assume(Groups.alignment(s));
        assume(waitersAreBlocked(s) && s.notifications().has(ntfn));
        State before = s;
        s = Notifications.signal(s, ntfn, badge);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "await keeps the invariants of scheduling")
    static void await_keeps_scheduling_invariants(State s, Ref<Tcb> thread, Ref<Notification> ntfn,
        boolean blocking) {
        assume(SchedulingInvariants.all(s));
        assume(Context.calls(s, thread) && s.notifications().has(ntfn));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        s = Notifications.await(s, thread, ntfn, blocking);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "await keeps the invariants of IPC")
    static void await_keeps_ipc_invariants(State s, Ref<Tcb> thread, Ref<Notification> ntfn,
        boolean blocking) {
        assume(IpcInvariants.all(s));
        assume(Context.calls(s, thread) && s.notifications().has(ntfn));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        s = Notifications.await(s, thread, ntfn, blocking);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "await keeps the invariants of notifications")
    static void await_keeps_notification_invariants(State s, Ref<Tcb> thread, Ref<Notification> ntfn,
        boolean blocking) {
        assume(NotificationInvariants.all(s));
        assume(Context.calls(s, thread) && s.notifications().has(ntfn));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        s = Notifications.await(s, thread, ntfn, blocking);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "await keeps the invariants of replies")
    static void await_keeps_reply_invariants(State s, Ref<Tcb> thread, Ref<Notification> ntfn,
        boolean blocking) {
        assume(ReplyInvariants.all(s));
        assume(Context.calls(s, thread) && s.notifications().has(ntfn));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        s = Notifications.await(s, thread, ntfn, blocking);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "await keeps the objects and what the slots hold")
    static void await_keeps_objects_and_slots(State s, Ref<Tcb> thread, Ref<Notification> ntfn,
        boolean blocking) {
        assume(Groups.alignment(s));
        assume(Context.calls(s, thread) && s.notifications().has(ntfn));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        State before = s;
        s = Notifications.await(s, thread, ntfn, blocking);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "completeSignal keeps the invariants of scheduling")
    static void completeSignal_keeps_scheduling_invariants(State s, Ref<Notification> ntfn, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(s.notification(ntfn).state() instanceof Active);
        s = Notifications.completeSignal(s, ntfn, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "completeSignal keeps the invariants of IPC")
    static void completeSignal_keeps_ipc_invariants(State s, Ref<Notification> ntfn, Ref<Tcb> t) {
        assume(IpcInvariants.all(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(s.notification(ntfn).state() instanceof Active);
        s = Notifications.completeSignal(s, ntfn, t);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "completeSignal keeps the invariants of notifications")
    static void completeSignal_keeps_notification_invariants(State s, Ref<Notification> ntfn, Ref<Tcb> t) {
        assume(NotificationInvariants.all(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(s.notification(ntfn).state() instanceof Active);
        s = Notifications.completeSignal(s, ntfn, t);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "completeSignal keeps the invariants of replies")
    static void completeSignal_keeps_reply_invariants(State s, Ref<Notification> ntfn, Ref<Tcb> t) {
        assume(ReplyInvariants.all(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(s.notification(ntfn).state() instanceof Active);
        s = Notifications.completeSignal(s, ntfn, t);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "completeSignal keeps the objects and what the slots hold")
    static void completeSignal_keeps_objects_and_slots(State s, Ref<Notification> ntfn, Ref<Tcb> t) {
        assume(Groups.alignment(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(s.notification(ntfn).state() instanceof Active);
        State before = s;
        s = Notifications.completeSignal(s, ntfn, t);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancelSignal keeps the invariants of scheduling")
    static void cancelSignal_keeps_scheduling_invariants(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(SchedulingInvariants.all(s));
        assume(NotificationInvariants.blockedThreadsWait(s) && s.threads().has(t));
        assume(s.thread(t).state() instanceof BlockedOnNotification(var object) && object.equals(ntfn));
        s = Notifications.cancelSignal(s, t, ntfn);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancelSignal keeps the invariants of IPC")
    static void cancelSignal_keeps_ipc_invariants(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(IpcInvariants.all(s));
        assume(NotificationInvariants.blockedThreadsWait(s) && s.threads().has(t));
        assume(s.thread(t).state() instanceof BlockedOnNotification(var object) && object.equals(ntfn));
        s = Notifications.cancelSignal(s, t, ntfn);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancelSignal keeps the invariants of notifications")
    static void cancelSignal_keeps_notification_invariants(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(NotificationInvariants.all(s));
        assume(NotificationInvariants.blockedThreadsWait(s) && s.threads().has(t));
        assume(s.thread(t).state() instanceof BlockedOnNotification(var object) && object.equals(ntfn));
        s = Notifications.cancelSignal(s, t, ntfn);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancelSignal keeps the invariants of replies")
    static void cancelSignal_keeps_reply_invariants(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(ReplyInvariants.all(s));
        assume(NotificationInvariants.blockedThreadsWait(s) && s.threads().has(t));
        assume(s.thread(t).state() instanceof BlockedOnNotification(var object) && object.equals(ntfn));
        s = Notifications.cancelSignal(s, t, ntfn);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancelSignal keeps the objects and what the slots hold")
    static void cancelSignal_keeps_objects_and_slots(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(Groups.alignment(s));
        assume(NotificationInvariants.blockedThreadsWait(s) && s.threads().has(t));
        assume(s.thread(t).state() instanceof BlockedOnNotification(var object) && object.equals(ntfn));
        State before = s;
        s = Notifications.cancelSignal(s, t, ntfn);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }
}
