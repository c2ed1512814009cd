package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.IpcInvariants;
import ashlar.spec.invariant.NotificationInvariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReply;

/// A thread that leaves the queue in which it waits keeps every invariant.
public final class IpcKeepsInvariants {
    private IpcKeepsInvariants() { }

    @Obligation(value = Kind.INVARIANT, text = "cancel keeps the invariants of scheduling")
    static void cancel_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s));
        assume(IpcInvariants.blockedThreadsAreQueued(s) && NotificationInvariants.blockedThreadsWait(s));
        assume(s.threads().has(t) && !(s.thread(t).state() instanceof BlockedOnReply));
        s = Ipc.cancel(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancel keeps the invariants of IPC")
    static void cancel_keeps_ipc_invariants(State s, Ref<Tcb> t) {
        assume(IpcInvariants.all(s));
        assume(IpcInvariants.blockedThreadsAreQueued(s) && NotificationInvariants.blockedThreadsWait(s));
        assume(s.threads().has(t) && !(s.thread(t).state() instanceof BlockedOnReply));
        s = Ipc.cancel(s, t);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancel keeps the invariants of notifications")
    static void cancel_keeps_notification_invariants(State s, Ref<Tcb> t) {
        assume(NotificationInvariants.all(s));
        assume(IpcInvariants.blockedThreadsAreQueued(s) && NotificationInvariants.blockedThreadsWait(s));
        assume(s.threads().has(t) && !(s.thread(t).state() instanceof BlockedOnReply));
        s = Ipc.cancel(s, t);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancel keeps the invariants of replies")
    static void cancel_keeps_reply_invariants(State s, Ref<Tcb> t) {
        assume(ReplyInvariants.all(s));
        assume(IpcInvariants.blockedThreadsAreQueued(s) && NotificationInvariants.blockedThreadsWait(s));
        assume(s.threads().has(t) && !(s.thread(t).state() instanceof BlockedOnReply));
        s = Ipc.cancel(s, t);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cancel keeps the objects and what the slots hold")
    static void cancel_keeps_objects_and_slots(State s, Ref<Tcb> t) {
        assume(Groups.alignment(s));
        assume(IpcInvariants.blockedThreadsAreQueued(s) && NotificationInvariants.blockedThreadsWait(s));
        assume(s.threads().has(t) && !(s.thread(t).state() instanceof BlockedOnReply));
        State before = s;
        s = Ipc.cancel(s, t);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }
}
