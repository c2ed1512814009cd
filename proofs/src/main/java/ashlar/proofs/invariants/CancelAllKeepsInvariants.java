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
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;

/// All that wait at an endpoint try anew, and every invariant is kept: those named as proved here, those of
/// capabilities since objects and slots stay (`Groups`).
public final class CancelAllKeepsInvariants {
    private CancelAllKeepsInvariants() { }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "retryAll of an endpoint keeps the invariants of scheduling but for ranks")
    static void retryAll_of_endpoint_keeps_scheduling_invariants(State s, Ref<Endpoint> ep) {
        assume(Groups.schedulingButRank(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && s.endpoints().has(ep));
        decreases(Ipc.waiters(s, ep));
        s = Ipc.retryAll(s, ep);
        prove(Groups.schedulingButRank(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryAll_of_endpoint_keeps_scheduling_invariants",
        text = "cancelAll keeps the invariants of scheduling")
    static void cancelAll_keeps_scheduling_invariants(State s, Ref<Endpoint> ep) {
        assume(SchedulingInvariants.all(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && s.endpoints().has(ep));
        s = Ipc.cancelAll(s, ep);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "retryAll of an endpoint keeps the invariants of IPC")
    static void retryAll_of_endpoint_keeps_ipc_invariants(State s, Ref<Endpoint> ep) {
        assume(IpcInvariants.all(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.endpoints().has(ep));
        decreases(Ipc.waiters(s, ep));
        s = Ipc.retryAll(s, ep);
        prove(IpcInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryAll_of_endpoint_keeps_ipc_invariants", text = "cancelAll keeps the invariants of IPC")
    static void cancelAll_keeps_ipc_invariants(State s, Ref<Endpoint> ep) {
        assume(IpcInvariants.all(s));
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.endpoints().has(ep));
        s = Ipc.cancelAll(s, ep);
        prove(IpcInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "retryAll of an endpoint keeps the invariants of notifications")
    static void retryAll_of_endpoint_keeps_notification_invariants(State s, Ref<Endpoint> ep) {
        assume(NotificationInvariants.all(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        decreases(Ipc.waiters(s, ep));
        s = Ipc.retryAll(s, ep);
        prove(NotificationInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "retryAll_of_endpoint_keeps_notification_invariants",
        text = "cancelAll keeps the invariants of notifications")
    static void cancelAll_keeps_notification_invariants(State s, Ref<Endpoint> ep) {
        assume(NotificationInvariants.all(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        s = Ipc.cancelAll(s, ep);
        prove(NotificationInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, keeps = "slots",
        text = "retryAll of an endpoint keeps the invariants of replies")
    static void retryAll_of_endpoint_keeps_reply_invariants(State s, Ref<Endpoint> ep) {
        assume(ReplyInvariants.all(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        decreases(Ipc.waiters(s, ep));
        s = Ipc.retryAll(s, ep);
        prove(ReplyInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "slots",
        by = "retryAll_of_endpoint_keeps_reply_invariants",
        text = "cancelAll keeps the invariants of replies")
    static void cancelAll_keeps_reply_invariants(State s, Ref<Endpoint> ep) {
        assume(ReplyInvariants.all(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        s = Ipc.cancelAll(s, ep);
        prove(ReplyInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, keeps = "slots",
        text = "retryAll of an endpoint keeps the objects and what the slots hold")
    static void retryAll_of_endpoint_keeps_objects_and_slots(State s, Ref<Endpoint> ep) {
        assume(Groups.alignment(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        State before = s;
        decreases(Ipc.waiters(s, ep));
        s = Ipc.retryAll(s, ep);
        prove(Groups.keepsRest(before, s) && Groups.alignment(s));
        prove(SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "slots",
        by = "retryAll_of_endpoint_keeps_objects_and_slots",
        text = "cancelAll keeps the objects and what the slots hold")
    static void cancelAll_keeps_objects_and_slots(State s, Ref<Endpoint> ep) {
        assume(Groups.alignment(s));
        assume(IpcInvariants.queuedThreadsAreBlocked(s) && SchedulingInvariants.candidateIsRunnable(s));
        assume(s.endpoints().has(ep));
        State before = s;
        s = Ipc.cancelAll(s, ep);
        prove(Groups.keepsRest(before, s) && Groups.alignment(s));
        prove(SchedulingInvariants.candidateIsRunnable(s));
    }
}
