package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.model.collection.PQueue;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.IpcInvariants;
import ashlar.spec.invariant.NotificationInvariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnSend;

/// Those that wait to send with a badge try anew, and every invariant is kept: those named as proved here,
/// those of capabilities since objects and slots stay (`Groups`).
public final class CancelBadgedSendsKeepsInvariants {
    private CancelBadgedSendsKeepsInvariants() { }

    /// Those of queue wait to send to ep, which knows all who do.
    private static boolean areSenders(State s, Ref<Endpoint> ep, PQueue<Ref<Tcb>> queue) {
        return IpcInvariants.blockedThreadsAreQueued(s) && queue.forAll(t -> s.threads().has(t)
            && s.thread(t).state() instanceof BlockedOnSend(var object, _) && object.equals(ep));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "retryBadged keeps the invariants of scheduling but for ranks")
    static void retryBadged_keeps_scheduling_invariants(State s, Ref<Endpoint> ep, long badge,
        PQueue<Ref<Tcb>> queue) {
        assume(Groups.schedulingButRank(s));
        assume(areSenders(s, ep, queue) && s.endpoints().has(ep));
        decreases(queue);
        s = Ipc.retryBadged(s, ep, badge, queue);
        prove(Groups.schedulingButRank(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryBadged_keeps_scheduling_invariants",
        text = "cancelBadgedSends keeps the invariants of scheduling")
    static void cancelBadgedSends_keeps_scheduling_invariants(State s, Ref<Endpoint> ep, long badge) {
        assume(SchedulingInvariants.all(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && IpcInvariants.blockedThreadsAreQueued(s));
        assume(s.endpoints().has(ep));
        s = Ipc.cancelBadgedSends(s, ep, badge);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "retryBadged keeps the invariants of IPC")
    static void retryBadged_keeps_ipc_invariants(State s, Ref<Endpoint> ep, long badge,
        PQueue<Ref<Tcb>> queue) {
        assume(IpcInvariants.all(s));
        assume(areSenders(s, ep, queue) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        decreases(queue);
        s = Ipc.retryBadged(s, ep, badge, queue);
        prove(IpcInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryBadged_keeps_ipc_invariants", text = "cancelBadgedSends keeps the invariants of IPC")
    static void cancelBadgedSends_keeps_ipc_invariants(State s, Ref<Endpoint> ep, long badge) {
        assume(IpcInvariants.all(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.endpoints().has(ep));
        s = Ipc.cancelBadgedSends(s, ep, badge);
        prove(IpcInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "retryBadged keeps the invariants of notifications")
    static void retryBadged_keeps_notification_invariants(State s, Ref<Endpoint> ep, long badge,
        PQueue<Ref<Tcb>> queue) {
        assume(NotificationInvariants.all(s));
        assume(areSenders(s, ep, queue) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        decreases(queue);
        s = Ipc.retryBadged(s, ep, badge, queue);
        prove(NotificationInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryBadged_keeps_notification_invariants",
        text = "cancelBadgedSends keeps the invariants of notifications")
    static void cancelBadgedSends_keeps_notification_invariants(State s, Ref<Endpoint> ep, long badge) {
        assume(NotificationInvariants.all(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && IpcInvariants.blockedThreadsAreQueued(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.endpoints().has(ep));
        s = Ipc.cancelBadgedSends(s, ep, badge);
        prove(NotificationInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, keeps = "slots",
        text = "retryBadged keeps the invariants of replies")
    static void retryBadged_keeps_reply_invariants(State s, Ref<Endpoint> ep, long badge,
        PQueue<Ref<Tcb>> queue) {
        assume(ReplyInvariants.all(s));
        assume(areSenders(s, ep, queue) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        decreases(queue);
        s = Ipc.retryBadged(s, ep, badge, queue);
        prove(ReplyInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "slots",
        by = "retryBadged_keeps_reply_invariants", text = "cancelBadgedSends keeps the invariants of replies")
    static void cancelBadgedSends_keeps_reply_invariants(State s, Ref<Endpoint> ep, long badge) {
        assume(ReplyInvariants.all(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && IpcInvariants.blockedThreadsAreQueued(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.endpoints().has(ep));
        s = Ipc.cancelBadgedSends(s, ep, badge);
        prove(ReplyInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, keeps = "slots",
        text = "retryBadged keeps the objects and what the slots hold")
    static void retryBadged_keeps_objects_and_slots(State s, Ref<Endpoint> ep, long badge,
        PQueue<Ref<Tcb>> queue) {
        assume(Groups.alignment(s));
        assume(areSenders(s, ep, queue) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        State before = s;
        decreases(queue);
        s = Ipc.retryBadged(s, ep, badge, queue);
        prove(Groups.keepsRest(before, s) && Groups.alignment(s));
        prove(SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "slots",
        by = "retryBadged_keeps_objects_and_slots",
        text = "cancelBadgedSends keeps the objects and what the slots hold")
    static void cancelBadgedSends_keeps_objects_and_slots(State s, Ref<Endpoint> ep, long badge) {
        assume(Groups.alignment(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && IpcInvariants.blockedThreadsAreQueued(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.endpoints().has(ep));
        State before = s;
        s = Ipc.cancelBadgedSends(s, ep, badge);
        prove(Groups.keepsRest(before, s) && Groups.alignment(s));
        prove(SchedulingInvariants.candidateIsRunnable(s));
    }
}
