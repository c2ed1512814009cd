package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
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
import ashlar.spec.state.Tcb;

/// Binding keeps every invariant: those named as proved here, those of capabilities since objects and slots
/// stay (`Groups`).
public final class BindingKeepsInvariants {
    private BindingKeepsInvariants() { }

    @Obligation(value = Kind.INVARIANT, text = "bind keeps the invariants of scheduling")
    static void bind_keeps_scheduling_invariants(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(SchedulingInvariants.all(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(!s.thread(t).bound().isPresent() && !s.notification(ntfn).bound().isPresent());
        s = Notifications.bind(s, t, ntfn);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "bind keeps the invariants of IPC")
    static void bind_keeps_ipc_invariants(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(IpcInvariants.all(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(!s.thread(t).bound().isPresent() && !s.notification(ntfn).bound().isPresent());
        s = Notifications.bind(s, t, ntfn);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "bind keeps the invariants of notifications")
    static void bind_keeps_notification_invariants(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(NotificationInvariants.all(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(!s.thread(t).bound().isPresent() && !s.notification(ntfn).bound().isPresent());
        s = Notifications.bind(s, t, ntfn);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "bind keeps the invariants of replies")
    static void bind_keeps_reply_invariants(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(ReplyInvariants.all(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(!s.thread(t).bound().isPresent() && !s.notification(ntfn).bound().isPresent());
        s = Notifications.bind(s, t, ntfn);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "bind keeps the objects and what the slots hold")
    static void bind_keeps_objects_and_slots(State s, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(Groups.alignment(s));
        assume(s.threads().has(t) && s.notifications().has(ntfn));
        assume(!s.thread(t).bound().isPresent() && !s.notification(ntfn).bound().isPresent());
        State before = s;
        s = Notifications.bind(s, t, ntfn);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbind keeps the invariants of scheduling")
    static void unbind_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s));
        assume(NotificationInvariants.boundThreadsAgree(s) && s.threads().has(t));
        s = Notifications.unbind(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbind keeps the invariants of IPC")
    static void unbind_keeps_ipc_invariants(State s, Ref<Tcb> t) {
        assume(IpcInvariants.all(s));
        assume(NotificationInvariants.boundThreadsAgree(s) && s.threads().has(t));
        s = Notifications.unbind(s, t);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbind keeps the invariants of notifications")
    static void unbind_keeps_notification_invariants(State s, Ref<Tcb> t) {
        assume(NotificationInvariants.all(s));
        assume(NotificationInvariants.boundThreadsAgree(s) && s.threads().has(t));
        s = Notifications.unbind(s, t);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbind keeps the invariants of replies")
    static void unbind_keeps_reply_invariants(State s, Ref<Tcb> t) {
        assume(ReplyInvariants.all(s));
        assume(NotificationInvariants.boundThreadsAgree(s) && s.threads().has(t));
        s = Notifications.unbind(s, t);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbind keeps the objects and what the slots hold")
    static void unbind_keeps_objects_and_slots(State s, Ref<Tcb> t) {
        assume(Groups.alignment(s));
        assume(NotificationInvariants.boundThreadsAgree(s) && s.threads().has(t));
        State before = s;
        s = Notifications.unbind(s, t);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbindMaybe keeps the invariants of scheduling")
    static void unbindMaybe_keeps_scheduling_invariants(State s, Ref<Notification> ntfn) {
        assume(SchedulingInvariants.all(s));
        assume(NotificationInvariants.boundNotificationsAgree(s) && s.notifications().has(ntfn));
        s = Notifications.unbindMaybe(s, ntfn);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbindMaybe keeps the invariants of IPC")
    static void unbindMaybe_keeps_ipc_invariants(State s, Ref<Notification> ntfn) {
        assume(IpcInvariants.all(s));
        assume(NotificationInvariants.boundNotificationsAgree(s) && s.notifications().has(ntfn));
        s = Notifications.unbindMaybe(s, ntfn);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbindMaybe keeps the invariants of notifications")
    static void unbindMaybe_keeps_notification_invariants(State s, Ref<Notification> ntfn) {
        assume(NotificationInvariants.all(s));
        assume(NotificationInvariants.boundNotificationsAgree(s) && s.notifications().has(ntfn));
        s = Notifications.unbindMaybe(s, ntfn);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbindMaybe keeps the invariants of replies")
    static void unbindMaybe_keeps_reply_invariants(State s, Ref<Notification> ntfn) {
        assume(ReplyInvariants.all(s));
        assume(NotificationInvariants.boundNotificationsAgree(s) && s.notifications().has(ntfn));
        s = Notifications.unbindMaybe(s, ntfn);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "unbindMaybe keeps the objects and what the slots hold")
    static void unbindMaybe_keeps_objects_and_slots(State s, Ref<Notification> ntfn) {
        assume(Groups.alignment(s));
        assume(NotificationInvariants.boundNotificationsAgree(s) && s.notifications().has(ntfn));
        State before = s;
        s = Notifications.unbindMaybe(s, ntfn);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }
}
