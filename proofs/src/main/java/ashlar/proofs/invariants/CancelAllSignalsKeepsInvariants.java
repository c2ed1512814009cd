package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.IpcInvariants;
import ashlar.spec.invariant.NotificationInvariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Notification;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;

/// All that wait for a notification try anew, and every invariant is kept: those named as proved here, those
/// of capabilities since objects and slots stay (`Groups`).
public final class CancelAllSignalsKeepsInvariants {
    private CancelAllSignalsKeepsInvariants() { }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "retryAll of a notification keeps the invariants of scheduling but for ranks")
    static void retryAll_of_notification_keeps_scheduling_invariants(State s, Ref<Notification> ntfn) {
        assume(Groups.schedulingButRank(s));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s) && s.notifications().has(ntfn));
        decreases(Notifications.waiters(s, ntfn));
        s = Notifications.retryAll(s, ntfn);
        prove(Groups.schedulingButRank(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryAll_of_notification_keeps_scheduling_invariants",
        text = "cancelAllSignals keeps the invariants of scheduling")
    static void cancelAllSignals_keeps_scheduling_invariants(State s, Ref<Notification> ntfn) {
        assume(SchedulingInvariants.all(s));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s) && s.notifications().has(ntfn));
        s = Notifications.cancelAllSignals(s, ntfn);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "retryAll of a notification keeps the invariants of IPC")
    static void retryAll_of_notification_keeps_ipc_invariants(State s, Ref<Notification> ntfn) {
        assume(IpcInvariants.all(s));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.notifications().has(ntfn));
        decreases(Notifications.waiters(s, ntfn));
        s = Notifications.retryAll(s, ntfn);
        prove(IpcInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryAll_of_notification_keeps_ipc_invariants",
        text = "cancelAllSignals keeps the invariants of IPC")
    static void cancelAllSignals_keeps_ipc_invariants(State s, Ref<Notification> ntfn) {
        assume(IpcInvariants.all(s));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.notifications().has(ntfn));
        s = Notifications.cancelAllSignals(s, ntfn);
        prove(IpcInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "retryAll of a notification keeps the invariants of notifications")
    static void retryAll_of_notification_keeps_notification_invariants(State s, Ref<Notification> ntfn) {
        assume(NotificationInvariants.all(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.notifications().has(ntfn));
        decreases(Notifications.waiters(s, ntfn));
        s = Notifications.retryAll(s, ntfn);
        prove(NotificationInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryAll_of_notification_keeps_notification_invariants",
        text = "cancelAllSignals keeps the invariants of notifications")
    static void cancelAllSignals_keeps_notification_invariants(State s, Ref<Notification> ntfn) {
        assume(NotificationInvariants.all(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.notifications().has(ntfn));
        s = Notifications.cancelAllSignals(s, ntfn);
        prove(NotificationInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, keeps = "slots",
        text = "retryAll of a notification keeps the invariants of replies")
    static void retryAll_of_notification_keeps_reply_invariants(State s, Ref<Notification> ntfn) {
        assume(ReplyInvariants.all(s));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.notifications().has(ntfn));
        decreases(Notifications.waiters(s, ntfn));
        s = Notifications.retryAll(s, ntfn);
        prove(ReplyInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "slots",
        by = "retryAll_of_notification_keeps_reply_invariants",
        text = "cancelAllSignals keeps the invariants of replies")
    static void cancelAllSignals_keeps_reply_invariants(State s, Ref<Notification> ntfn) {
        assume(ReplyInvariants.all(s));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.notifications().has(ntfn));
        s = Notifications.cancelAllSignals(s, ntfn);
        prove(ReplyInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, keeps = "slots",
        text = "retryAll of a notification keeps the objects and what the slots hold")
    static void retryAll_of_notification_keeps_objects_and_slots(State s, Ref<Notification> ntfn) {
        assume(Groups.alignment(s));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.notifications().has(ntfn));
        State before = s;
        decreases(Notifications.waiters(s, ntfn));
        s = Notifications.retryAll(s, ntfn);
        prove(Groups.keepsRest(before, s) && Groups.alignment(s));
        prove(SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "slots",
        by = "retryAll_of_notification_keeps_objects_and_slots",
        text = "cancelAllSignals keeps the objects and what the slots hold")
    static void cancelAllSignals_keeps_objects_and_slots(State s, Ref<Notification> ntfn) {
        assume(Groups.alignment(s));
        assume(NotificationInvariants.waitingThreadsAreBlocked(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.notifications().has(ntfn));
        State before = s;
        s = Notifications.cancelAllSignals(s, ntfn);
        prove(Groups.keepsRest(before, s) && Groups.alignment(s));
        prove(SchedulingInvariants.candidateIsRunnable(s));
    }
}
