package ashlar.spec.ipc;

import static ashlar.spec.thread.Threads.setThreadState;
import static ashlar.spec.thread.Threads.wake;

import ashlar.spec.cspace.CNodes;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.Unreachable;

/// Calls and answers: seL4 manual ch. 4 "Calling and Replying".
public final class Replies {
    private Replies() { }

    /// t, unless it has one, gets the master of the reply capabilities to it.
    public static State setUpReplyMaster(State s, Ref<Tcb> t) {
        var slot = Slots.reply(t);
        if (!Capabilities.isNull(s.capability(slot))) return s;
        s = s.withCapability(slot, new ReplyCap(t, true, true)).withOriginal(slot, true);
        return s.withDerivation(s.derivation().addRoot(slot));
    }

    /// caller waits for the answer that receiver, whose CALLER slot is empty, may now give.
    public static State giveReplyCap(State s, Ref<Tcb> caller, Ref<Tcb> receiver, boolean canGrant) {
        s = setThreadState(s, caller, new BlockedOnReply());
        return Derivation.insert(s, new ReplyCap(caller, false, canGrant), Slots.reply(caller),
            Slots.caller(receiver));
    }

    /// seL4_Reply. thread answers whoever called it last; nothing if it owes no answer.
    public static State doReply(State s, Ref<Tcb> thread) {
        return switch (s.capability(Slots.caller(thread))) {
            case ReplyCap(var caller, _, _) -> answer(s, thread, caller, Slots.caller(thread));
            case NullCap()                  -> s;
            default                         -> throw new Unreachable("callerSlotsHoldReplies");
        };
    }

    /// sender's message goes to caller, which runs on; the reply capability in slot is used up.
    public static State answer(State s, Ref<Tcb> sender, Ref<Tcb> caller, Slot slot) {
        s = Ipc.transfer(s, sender, caller, 0);
        return wake(CNodes.deleteOne(s, slot), caller);
    }

    /// t cannot answer any more whoever called it last.
    public static State deleteCallerCap(State s, Ref<Tcb> t) {
        return CNodes.deleteOne(s, Slots.caller(t));
    }

    /// t, which waits for an answer, gets none any more.
    static State cancelReply(State s, Ref<Tcb> t) {
        var reply = Derivation.firstDescendant(s, Slots.reply(t));
        s = reply.isPresent() ? CNodes.deleteOne(s, reply.get()) : s;
        return setThreadState(s, t, new Inactive());
    }
}
