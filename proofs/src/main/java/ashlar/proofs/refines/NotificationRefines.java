package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.object.NotificationOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// Notifications: kernel against specification.
public final class NotificationRefines {
    private NotificationRefines() { }

    @Obligation(contract = true, opaque = true, text =
        "sendSignal hands the badge to who waits for it, or leaves it with the notification")
    static void sendSignal_refines_signal(State s, Machine m, Ref<Notification> ntfn, long badge) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && Context.turns(s));
        assume(s.notifications().has(ntfn));
        State before = s;
        s = Notifications.signal(s, ntfn, badge);
        NotificationOps.sendSignal(m, ntfn.addr(), badge);
        prove(related(s, m) && Context.schedulable(s) && Context.keepsObjects(before, s));
    }

    @Obligation(contract = true, opaque = true, text =
        "receiveSignal takes the badge, or queues the thread, or reports none")
    static void receiveSignal_refines_await(State s, Machine m, Ref<Tcb> thread, Ref<Notification> ntfn,
        boolean blocking) {
        assume(related(s, m) && Context.schedulable(s) && Context.waiting(s));
        assume(s.notifications().has(ntfn) && Context.runs(s, thread));
        State before = s;
        s = Notifications.await(s, thread, ntfn, blocking);
        NotificationOps.receiveSignal(m, thread.addr(), ntfn.addr(), blocking);
        prove(related(s, m) && Context.schedulable(s) && Context.keepsObjects(before, s));
    }

    @Obligation(text = "completeSignal hands the badge to the thread")
    static void completeSignal_refines_completeSignal(State s, Machine m, Ref<Notification> ntfn,
        Ref<Tcb> t) {
        assume(related(s, m) && Invariants.aligned(s) && s.threads().has(t) && s.notifications().has(ntfn));
        assume(s.notification(ntfn).state() instanceof Active);
        s = Notifications.completeSignal(s, ntfn, t);
        NotificationOps.completeSignal(m, ntfn.addr(), t.addr());
        prove(related(s, m));
    }

    @Obligation(text = "cancelSignal takes a thread out of the middle of the queue")
    static void cancelSignal_refines_cancelSignal(State s, Machine m, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(related(s, m) && Context.scheduling(s) && Context.waiting(s) && s.notifications().has(ntfn));
        assume(s.notification(ntfn).state() instanceof Waiting(var queue) && queue.contains(t));
        s = Notifications.cancelSignal(s, t, ntfn);
        NotificationOps.cancelSignal(m, t.addr(), ntfn.addr());
        prove(related(s, m));
    }

    @Obligation(contract = true, keeps = "slots", text =
        "restartAll empties a notification's queue; who waited tries anew")
    static void restartAll_refines_retryAll(State s, Machine m, Ref<Notification> ntfn) {
        assume(related(s, m) && Context.queues(s) && s.notifications().has(ntfn));
        State before = s;
        decreases(Notifications.waiters(s, ntfn));
        s = Notifications.retryAll(s, ntfn);
        NotificationOps.restartAll(m, ntfn.addr());
        prove(related(s, m) && Context.queues(s));
        prove(Context.keepsObjects(before, s) && Context.keepsCallers(before, s));
    }

    @Obligation(contract = true, opaque = true, keeps = "slots", text =
        "cancelAllSignals makes all that wait for a notification try anew")
    static void cancelAllSignals_refines_cancelAllSignals(State s, Machine m, Ref<Notification> ntfn) {
        assume(related(s, m) && Context.queues(s) && s.notifications().has(ntfn));
        State before = s;
        s = Notifications.cancelAllSignals(s, ntfn);
        NotificationOps.cancelAllSignals(m, ntfn.addr());
        prove(related(s, m) && Context.queues(s));
        prove(Context.keepsObjects(before, s) && Context.keepsCallers(before, s));
    }

    @Obligation(text = "bindNotification binds a thread and a notification to each other")
    static void bindNotification_refines_bind(State s, Machine m, Ref<Tcb> t, Ref<Notification> ntfn) {
        assume(related(s, m) && Invariants.aligned(s) && s.threads().has(t) && s.notifications().has(ntfn));
        s = Notifications.bind(s, t, ntfn);
        NotificationOps.bindNotification(m, t.addr(), ntfn.addr());
        prove(related(s, m));
    }

    @Obligation(contract = true, opaque = true, keeps = "slots", text =
        "unbindNotification leaves the thread without a notification")
    static void unbindNotification_refines_unbind(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.queues(s) && s.threads().has(t));
        State before = s;
        s = Notifications.unbind(s, t);
        NotificationOps.unbindNotification(m, t.addr());
        prove(related(s, m) && Context.queues(s) && Context.keepsObjects(before, s));
    }

    @Obligation(text = "unbindMaybeNotification leaves the notification without a thread")
    static void unbindMaybeNotification_refines_unbindMaybe(State s, Machine m, Ref<Notification> ntfn) {
        assume(related(s, m) && Invariants.aligned(s) && Context.bound(s) && s.notifications().has(ntfn));
        s = Notifications.unbindMaybe(s, ntfn);
        NotificationOps.unbindMaybeNotification(m, ntfn.addr());
        prove(related(s, m));
    }
}
