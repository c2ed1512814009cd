package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.object.ReplyOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.ipc.Replies;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// Calls and answers: kernel against specification.
public final class ReplyRefines {
    private ReplyRefines() { }

    @Obligation(contract = true, text = "setupReplyMaster gives a thread its master, unless it has it")
    static void setupReplyMaster_refines_setUpReplyMaster(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.derivation(s) && s.threads().has(t) && s.caps().has(Slots.reply(t)));
        assume(replyCapabilitiesHaveMasters(s, t));
        s = Replies.setUpReplyMaster(s, t);
        ReplyOps.setupReplyMaster(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(contract = true, text = "setupCallerCap blocks the caller and lets the receiver reply")
    static void setupCallerCap_refines_giveReplyCap(State s, Machine m, Ref<Tcb> caller, Ref<Tcb> receiver,
        boolean canGrant) {
        assume(related(s, m) && Context.derivation(s) && Context.schedulable(s));
        assume(s.threads().has(caller) && Context.mayBlock(s, caller));
        assume(Context.hasMaster(s, caller) && Context.isEmpty(s, Slots.caller(receiver)));
        State before = s;
        s = Replies.giveReplyCap(s, caller, receiver, canGrant);
        ReplyOps.setupCallerCap(m, caller.addr(), receiver.addr(), canGrant);
        prove(related(s, m) && Context.schedulable(s));
        prove(s.caps().equals(before.caps().put(Slots.caller(receiver),
            new ReplyCap(caller, false, canGrant))));
    }

    @Obligation(text = "deleteCallerCap takes from a thread the capability to answer who called it last")
    static void deleteCallerCap_refines_deleteCallerCap(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s));
        assume(s.caps().has(Slots.caller(t)) && Context.isOfObject(s, s.capability(Slots.caller(t))));
        s = Replies.deleteCallerCap(s, t);
        ReplyOps.deleteCallerCap(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(text =
        "doReplyTransfer hands the answer to the caller, which runs on, and uses up the capability")
    static void doReplyTransfer_refines_answer(State s, Machine m, Ref<Tcb> sender, Ref<Tcb> caller,
        Slot slot) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s));
        assume(s.threads().has(sender) && s.threads().has(caller));
        assume(s.caps().has(slot) && s.capability(slot) instanceof ReplyCap);
        s = Replies.answer(s, sender, caller, slot);
        ReplyOps.doReplyTransfer(m, sender.addr(), caller.addr(), slot.addr());
        prove(related(s, m));
    }

    @Obligation(contract = true, opaque = true, text =
        "handleReply answers who called the current thread last, if it owes an answer")
    static void handleReply_refines_doReply(State s, Machine m, Ref<Tcb> thread) {
        assume(related(s, m) && Calls.running(s) && thread.equals(s.current()));
        assume(ReplyInvariants.callerSlotsHoldReplies(s) && ReplyInvariants.repliesAreAwaited(s));
        State before = s;
        s = Replies.doReply(s, thread);
        ReplyOps.handleReply(m);
        prove(related(s, m) && Calls.running(s) && thread.equals(s.current()));
        prove(ReplyInvariants.callerSlotsHoldReplies(s) && Context.isEmpty(s, Slots.caller(thread)));
        prove(Context.keepsObjects(before, s) && Context.keepsOthers(before, s, Slots.caller(thread)));
    }

    /// As long as t has no master, there is no other reply capability to it.
    static boolean replyCapabilitiesHaveMasters(State s, Ref<Tcb> t) {
        return Context.hasMaster(s, t)
            || s.caps().forAll((_, cap) -> !(cap instanceof ReplyCap(var to, _, _)) || !to.equals(t));
    }
}
