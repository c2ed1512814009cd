package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.proofs.refines.Context;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// Sending and receiving keep every invariant.
public final class MessagesKeepInvariants {
    private MessagesKeepInvariants() { }

    /// thread makes the call, and whoever calls can be given an answer: it has a master, from which the
    /// capability to answer descends.
    private static boolean mayCall(State s, Ref<Tcb> thread) {
        return Context.calls(s, thread) && CapabilityInvariants.forestHoldsFullSlots(s)
            && CapabilityInvariants.ancestorsMayBeParents(s) && ReplyInvariants.activeThreadsHaveMasters(s)
            && ReplyInvariants.onlyMastersAreOriginal(s);
    }

    @Obligation(value = Kind.INVARIANT, by = "insert_puts_one_capability",
        text = "send keeps who waits where")
    static void send_keeps_waiting(State s, boolean blocking, SenderPayload p, Ref<Tcb> thread,
        Ref<Endpoint> ep) {
        assume(Groups.waiting(s));
        assume(mayCall(s, thread) && s.endpoints().has(ep) && ReplyInvariants.receiversOweNoAnswer(s));
        s = Ipc.send(s, blocking, p, thread, ep);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "insert_puts_one_capability",
        text = "send keeps the invariants of scheduling")
    static void send_keeps_scheduling_invariants(State s, boolean blocking, SenderPayload p, Ref<Tcb> thread,
        Ref<Endpoint> ep) {
        assume(SchedulingInvariants.all(s));
        assume(Groups.waiting(s));
        assume(mayCall(s, thread) && s.endpoints().has(ep) && ReplyInvariants.receiversOweNoAnswer(s));
        s = Ipc.send(s, blocking, p, thread, ep);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"insert_of_reply_keeps_reply_invariants",
        "insert_puts_one_capability"}, text = "send keeps the invariants of replies")
    static void send_keeps_reply_invariants(State s, boolean blocking, SenderPayload p, Ref<Tcb> thread,
        Ref<Endpoint> ep) {
        assume(ReplyInvariants.all(s));
        assume(Groups.waiting(s) && Invariants.aligned(s));
        assume(mayCall(s, thread) && s.endpoints().has(ep));
        s = Ipc.send(s, blocking, p, thread, ep);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"insert_keeps_derivation", "insert_puts_one_capability"},
        text = "send keeps the derivation forest sound")
    static void send_keeps_derivation(State s, boolean blocking, SenderPayload p, Ref<Tcb> thread,
        Ref<Endpoint> ep) {
        assume(Context.derivation(s));
        assume(Groups.waiting(s));
        assume(mayCall(s, thread) && s.endpoints().has(ep) && ReplyInvariants.receiversOweNoAnswer(s));
        s = Ipc.send(s, blocking, p, thread, ep);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "insert_puts_one_capability",
        text = "receive keeps who waits where")
    static void receive_keeps_waiting(State s, boolean blocking, Ref<Tcb> thread, Ref<Endpoint> ep,
        boolean canGrant) {
        assume(Groups.waiting(s));
        assume(mayCall(s, thread) && s.endpoints().has(ep) && Context.isEmpty(s, Slots.caller(thread)));
        s = Ipc.receive(s, blocking, thread, ep, canGrant);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "insert_puts_one_capability",
        text = "receive keeps the invariants of scheduling")
    static void receive_keeps_scheduling_invariants(State s, boolean blocking, Ref<Tcb> thread,
        Ref<Endpoint> ep, boolean canGrant) {
        assume(SchedulingInvariants.all(s));
        assume(Groups.waiting(s));
        assume(mayCall(s, thread) && s.endpoints().has(ep) && Context.isEmpty(s, Slots.caller(thread)));
        s = Ipc.receive(s, blocking, thread, ep, canGrant);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"insert_of_reply_keeps_reply_invariants",
        "insert_puts_one_capability"}, text = "receive keeps the invariants of replies")
    static void receive_keeps_reply_invariants(State s, boolean blocking, Ref<Tcb> thread, Ref<Endpoint> ep,
        boolean canGrant) {
        assume(ReplyInvariants.all(s));
        assume(Groups.waiting(s) && Invariants.aligned(s));
        assume(mayCall(s, thread) && s.endpoints().has(ep) && Context.isEmpty(s, Slots.caller(thread)));
        s = Ipc.receive(s, blocking, thread, ep, canGrant);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"insert_keeps_derivation", "insert_puts_one_capability"},
        text = "receive keeps the derivation forest sound")
    static void receive_keeps_derivation(State s, boolean blocking, Ref<Tcb> thread, Ref<Endpoint> ep,
        boolean canGrant) {
        assume(Context.derivation(s));
        assume(Groups.waiting(s));
        assume(mayCall(s, thread) && s.endpoints().has(ep) && Context.isEmpty(s, Slots.caller(thread)));
        s = Ipc.receive(s, blocking, thread, ep, canGrant);
        prove(Context.derivation(s));
    }
}
