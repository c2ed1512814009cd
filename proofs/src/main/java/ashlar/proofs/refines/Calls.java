package ashlar.proofs.refines;

import ashlar.impl.api.Syscall;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.State;
import ashlar.spec.syscall.Event;

/// What system calls rely on, and which they are by number.
public final class Calls {
    private Calls() { }

    /// The current thread enters the kernel with a system call.
    static boolean entered(State s) {
        return running(s) && s.action() instanceof ResumeCurrent && replying(s)
            && ReplyInvariants.receiversOweNoAnswer(s);
    }

    /// The current thread makes, or goes on with, a system call.
    static boolean running(State s) {
        return Context.queues(s) && Context.turns(s) && Context.derivation(s) && Context.runs(s, s.current())
            && ReplyInvariants.activeThreadsHaveMasters(s);
    }

    /// Who owes an answer has the capability to give it, to who waits for it.
    static boolean replying(State s) {
        return ReplyInvariants.callerSlotsHoldReplies(s) && ReplyInvariants.repliesAreAwaited(s);
    }

    /// The slot at addr holds cap, to an object that exists.
    static boolean names(State s, long addr, Capability cap) {
        return LookupRefines.holds(s, addr, cap) && Context.isOfObject(s, cap);
    }

    /// The slot at addr holds cap, or nothing any more, since cap was used up by a reply.
    static boolean stillNames(State s, long addr, Capability cap) {
        return names(s, addr, cap)
            || cap instanceof ReplyCap && LookupRefines.holds(s, addr, new NullCap());
    }

    /// The call with this number, made through cap.
    public static Event event(int syscall, Capability cap) {
        return switch (syscall) {
            case Syscall.CALL       -> new Event.Call(cap);
            case Syscall.REPLY_RECV -> new Event.ReplyRecv(cap);
            case Syscall.SEND       -> new Event.Send(cap, true);
            case Syscall.NB_SEND    -> new Event.Send(cap, false);
            case Syscall.RECV       -> new Event.Recv(cap, true);
            case Syscall.NB_RECV    -> new Event.Recv(cap, false);
            case Syscall.REPLY      -> new Event.Reply();
            case Syscall.YIELD      -> new Event.Yield();
            default                 -> throw new IllegalArgumentException("no system call " + syscall);
        };
    }
}
