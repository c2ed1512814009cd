package ashlar.spec.invariant;

import static ashlar.spec.cspace.Capabilities.isNull;

import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.Idle;
import ashlar.spec.state.ThreadState.Inactive;

/// Reply capabilities: masters, and those that callers have handed out.
public final class ReplyInvariants {
    private ReplyInvariants() { }

    public static boolean all(State s) {
        return mastersAreAtHome(s) && replySlotsHoldMasters(s) && activeThreadsHaveMasters(s)
            && onlyMastersAreOriginal(s) && callerSlotsHoldReplies(s) && receiversOweNoAnswer(s)
            && repliesAreAwaited(s) && repliesDescendFromMasters(s) && repliesAreUnique(s);
    }

    /// A reply master is in its thread's REPLY slot, and may grant.
    public static boolean mastersAreAtHome(State s) {
        return s.caps().forAll((slot, cap) -> !(cap instanceof ReplyCap(var t, var isMaster, var canGrant))
            || !isMaster || slot.equals(Slots.reply(t)) && canGrant);
    }

    /// A thread's REPLY slot is empty or holds its reply master.
    public static boolean replySlotsHoldMasters(State s) {
        return s.threads().forAll((t, _) -> isEmpty(s, Slots.reply(t)) || hasMaster(s, t));
    }

    private static boolean isEmpty(State s, Slot slot) {
        return s.caps().has(slot) && isNull(s.capability(slot));
    }

    private static boolean hasMaster(State s, Ref<Tcb> t) {
        return s.caps().has(Slots.reply(t))
            && s.capability(Slots.reply(t)) instanceof ReplyCap(var thread, var isMaster, _)
            && thread.equals(t) && isMaster;
    }

    /// A thread that is neither inactive nor idle has its reply master.
    public static boolean activeThreadsHaveMasters(State s) {
        return s.threads().forAll((t, tcb) -> isHalted(tcb.state()) || hasMaster(s, t));
    }

    private static boolean isHalted(ThreadState state) {
        return state instanceof Inactive || state instanceof Idle;
    }

    /// A reply capability is marked as original exactly if it is a master.
    public static boolean onlyMastersAreOriginal(State s) {
        return s.caps().forAll((slot, cap) -> !(cap instanceof ReplyCap(_, var isMaster, _))
            || s.isOriginal(slot) == isMaster);
    }

    /// A thread's CALLER slot is empty or holds a reply capability that was handed out.
    public static boolean callerSlotsHoldReplies(State s) {
        return s.threads().forAll((t, _) -> isEmpty(s, Slots.caller(t))
            || s.caps().has(Slots.caller(t)) && isHandedOut(s.capability(Slots.caller(t))));
    }

    private static boolean isHandedOut(Capability cap) {
        return cap instanceof ReplyCap(_, var isMaster, _) && !isMaster;
    }

    /// A thread that waits to receive has an empty CALLER slot.
    public static boolean receiversOweNoAnswer(State s) {
        return s.threads().forAll((t, tcb) -> !(tcb.state() instanceof BlockedOnReceive)
            || isEmpty(s, Slots.caller(t)));
    }

    /// The thread that a handed-out reply capability answers waits for the answer.
    public static boolean repliesAreAwaited(State s) {
        return s.caps().forAll((_, cap) -> !(cap instanceof ReplyCap(var t, var isMaster, _))
            || isMaster || s.threads().has(t) && s.thread(t).state() instanceof BlockedOnReply);
    }

    /// A handed-out reply capability descends from its thread's master.
    public static boolean repliesDescendFromMasters(State s) {
        return s.caps().forAll((slot, cap) -> !(cap instanceof ReplyCap(var t, var isMaster, _))
            || isMaster || s.derivation().isDescendant(slot, Slots.reply(t)));
    }

    /// A thread that waits for an answer can be answered through one capability at most.
    public static boolean repliesAreUnique(State s) {
        return s.caps().forAll((a, x) -> s.caps().forAll((b, y) ->
            a.equals(b) || !isHandedOut(x) || !isHandedOut(y) || !answersSame(x, y)));
    }

    private static boolean answersSame(Capability x, Capability y) {
        return x instanceof ReplyCap(var t, _, _) && y instanceof ReplyCap(var u, _, _) && t.equals(u);
    }
}
