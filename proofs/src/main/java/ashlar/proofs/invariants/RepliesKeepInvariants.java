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
import ashlar.spec.ipc.Replies;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReceive;

/// Calls and answers keep every invariant.
public final class RepliesKeepInvariants {
    private RepliesKeepInvariants() { }

    /// What is in a CALLER slot answers a thread that waits for that.
    private static boolean answersAreAwaited(State s) {
        return ReplyInvariants.callerSlotsHoldReplies(s) && ReplyInvariants.repliesAreAwaited(s);
    }

    /// Whoever calls has a master, from which the capability to answer descends.
    private static boolean mayBeAnswered(State s) {
        return CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s)
            && ReplyInvariants.activeThreadsHaveMasters(s) && ReplyInvariants.onlyMastersAreOriginal(s);
    }

    @Obligation(value = Kind.INVARIANT, text = "setUpReplyMaster keeps who waits where")
    static void setUpReplyMaster_keeps_waiting(State s, Ref<Tcb> t) {
        assume(Groups.waiting(s));
        assume(s.threads().has(t) && CapabilityInvariants.threadSlotsExist(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s));
        s = Replies.setUpReplyMaster(s, t);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "setUpReplyMaster keeps the invariants of scheduling")
    static void setUpReplyMaster_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s));
        assume(s.threads().has(t) && CapabilityInvariants.threadSlotsExist(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s));
        s = Replies.setUpReplyMaster(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "setUpReplyMaster keeps the invariants of replies")
    static void setUpReplyMaster_keeps_reply_invariants(State s, Ref<Tcb> t) {
        assume(ReplyInvariants.all(s));
        assume(s.threads().has(t) && CapabilityInvariants.threadSlotsExist(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && Invariants.aligned(s));
        s = Replies.setUpReplyMaster(s, t);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "setUpReplyMaster keeps the derivation forest sound")
    static void setUpReplyMaster_keeps_derivation(State s, Ref<Tcb> t) {
        assume(Context.derivation(s));
        assume(s.threads().has(t) && CapabilityInvariants.threadSlotsExist(s));
        assume(ReplyInvariants.all(s));
        s = Replies.setUpReplyMaster(s, t);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "insert_puts_one_capability",
        text = "giveReplyCap keeps who waits where")
    static void giveReplyCap_keeps_waiting(State s, Ref<Tcb> caller, Ref<Tcb> receiver, boolean canGrant) {
        assume(Groups.waiting(s));
        assume(Context.calls(s, caller) && mayBeAnswered(s) && s.threads().has(receiver));
        assume(Context.isEmpty(s, Slots.caller(receiver)));
        s = Replies.giveReplyCap(s, caller, receiver, canGrant);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "insert_puts_one_capability",
        text = "giveReplyCap keeps the invariants of scheduling")
    static void giveReplyCap_keeps_scheduling_invariants(State s, Ref<Tcb> caller, Ref<Tcb> receiver,
        boolean canGrant) {
        assume(SchedulingInvariants.all(s));
        assume(Context.calls(s, caller) && mayBeAnswered(s) && s.threads().has(receiver));
        assume(Context.isEmpty(s, Slots.caller(receiver)));
        s = Replies.giveReplyCap(s, caller, receiver, canGrant);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"insert_of_reply_keeps_reply_invariants",
        "insert_puts_one_capability"}, text = "giveReplyCap keeps the invariants of replies")
    static void giveReplyCap_keeps_reply_invariants(State s, Ref<Tcb> caller, Ref<Tcb> receiver,
        boolean canGrant) {
        assume(ReplyInvariants.all(s));
        assume(Context.calls(s, caller) && mayBeAnswered(s) && s.threads().has(receiver));
        assume(Context.isEmpty(s, Slots.caller(receiver)));
        assume(Invariants.aligned(s) && !(s.thread(receiver).state() instanceof BlockedOnReceive));
        s = Replies.giveReplyCap(s, caller, receiver, canGrant);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"insert_keeps_derivation", "insert_puts_one_capability"},
        text = "giveReplyCap keeps the derivation forest sound")
    static void giveReplyCap_keeps_derivation(State s, Ref<Tcb> caller, Ref<Tcb> receiver, boolean canGrant) {
        assume(Context.derivation(s));
        assume(Context.calls(s, caller) && mayBeAnswered(s) && s.threads().has(receiver));
        assume(Context.isEmpty(s, Slots.caller(receiver)));
        s = Replies.giveReplyCap(s, caller, receiver, canGrant);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "deleteOne_keeps_waiting",
        text = "deleteCallerCap keeps who waits where")
    static void deleteCallerCap_keeps_waiting(State s, Ref<Tcb> t) {
        assume(Groups.waiting(s));
        assume(Groups.alignment(s));
        assume(s.threads().has(t) && ReplyInvariants.callerSlotsHoldReplies(s));
        s = Replies.deleteCallerCap(s, t);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "deleteOne_keeps_scheduling_invariants",
        text = "deleteCallerCap keeps the invariants of scheduling")
    static void deleteCallerCap_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(s.threads().has(t) && ReplyInvariants.callerSlotsHoldReplies(s));
        s = Replies.deleteCallerCap(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "deleteOne_keeps_reply_invariants",
        text = "deleteCallerCap keeps the invariants of replies")
    static void deleteCallerCap_keeps_reply_invariants(State s, Ref<Tcb> t) {
        assume(ReplyInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(s.threads().has(t));
        s = Replies.deleteCallerCap(s, t);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "deleteOne_keeps_derivation",
        text = "deleteCallerCap keeps the derivation forest sound")
    static void deleteCallerCap_keeps_derivation(State s, Ref<Tcb> t) {
        assume(Context.derivation(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(s.threads().has(t) && ReplyInvariants.callerSlotsHoldReplies(s));
        s = Replies.deleteCallerCap(s, t);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_waiting", "deleteOne_keeps_objects"},
        text = "doReply keeps who waits where")
    static void doReply_keeps_waiting(State s, Ref<Tcb> thread) {
        assume(Groups.waiting(s));
        assume(Groups.alignment(s));
        assume(s.threads().has(thread) && answersAreAwaited(s));
        s = Replies.doReply(s, thread);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_scheduling_invariants",
        "deleteOne_keeps_objects"}, text = "doReply keeps the invariants of scheduling")
    static void doReply_keeps_scheduling_invariants(State s, Ref<Tcb> thread) {
        assume(SchedulingInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(s.threads().has(thread) && answersAreAwaited(s));
        s = Replies.doReply(s, thread);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_reply_invariants", "deleteOne_keeps_objects"},
        text = "doReply keeps the invariants of replies")
    static void doReply_keeps_reply_invariants(State s, Ref<Tcb> thread) {
        assume(ReplyInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(s.threads().has(thread));
        s = Replies.doReply(s, thread);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_derivation", "deleteOne_keeps_objects"},
        text = "doReply keeps the derivation forest sound")
    static void doReply_keeps_derivation(State s, Ref<Tcb> thread) {
        assume(Context.derivation(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(s.threads().has(thread) && answersAreAwaited(s));
        s = Replies.doReply(s, thread);
        prove(Context.derivation(s));
    }
}
