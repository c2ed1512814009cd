package ashlar.proofs.refines;

import static ashlar.proofs.refines.ResultRelation.answerRelated;
import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.syscall.Syscall;

/// System calls through any capability: kernel against specification.
public final class SyscallRefines {
    private SyscallRefines() { }

    @Obligation(contract = true, opaque = true, text =
        "handleSend sends or signals through what lets it, and refuses everything else")
    static void handleSend_refines_invoke(State s, Machine m, Capability cap, boolean blocking,
        boolean isCall, long slot) {
        assume(related(s, m) && Calls.running(s) && ReplyInvariants.receiversOweNoAnswer(s));
        assume(Calls.names(s, slot, cap));
        var outcome = Syscall.invoke(s, cap, blocking, isCall);
        int answer = ashlar.impl.api.Syscall.handleSend(m, blocking, isCall, slot);
        prove(related(outcome.state(), m) && answerRelated(outcome.answer(), m, answer));
        prove(Context.schedulable(outcome.state()) && Context.keepsObjects(s, outcome.state()));
    }

    @Obligation(contract = true, opaque = true, text =
        "handleRecv receives or waits through what lets it, and faults for everything else")
    static void handleRecv_refines_handleRecv(State s, Machine m, Capability cap, boolean blocking,
        long slot) {
        assume(related(s, m) && Calls.running(s) && ReplyInvariants.callerSlotsHoldReplies(s));
        assume(Calls.stillNames(s, slot, cap));
        var outcome = Syscall.handleRecv(s, cap, blocking);
        int answer = ashlar.impl.api.Syscall.handleRecv(m, blocking, slot);
        prove(related(outcome.state(), m) && answerRelated(outcome.answer(), m, answer));
        prove(Context.schedulable(outcome.state()) && Context.keepsObjects(s, outcome.state()));
    }

    @Obligation(contract = true, opaque = true, text = "handleReplyRecv replies, then receives")
    static void handleReplyRecv_refines_handleReplyRecv(State s, Machine m, Capability cap, long slot) {
        assume(related(s, m) && Calls.running(s) && Calls.replying(s) && Calls.names(s, slot, cap));
        var outcome = Syscall.handleReplyRecv(s, cap);
        int answer = ashlar.impl.api.Syscall.handleReplyRecv(m, slot);
        prove(related(outcome.state(), m) && answerRelated(outcome.answer(), m, answer));
        prove(Context.schedulable(outcome.state()) && Context.keepsObjects(s, outcome.state()));
    }

    @Obligation(contract = true, opaque = true, text = "handleSyscall does what the call's number tells")
    static void handleSyscall_refines_handle(State s, Machine m, int syscall, long slot) {
        assume(related(s, m) && Calls.entered(s) && syscall >= -8 && syscall <= -1);
        assume(s.caps().has(new Slot(slot)) && Context.isOfObject(s, s.capability(new Slot(slot))));
        var outcome = Syscall.handle(s, Calls.event(syscall, s.capability(new Slot(slot))));
        int answer = ashlar.impl.api.Syscall.handleSyscall(m, syscall, slot);
        prove(related(outcome.state(), m) && answerRelated(outcome.answer(), m, answer));
        prove(Context.schedulable(outcome.state()) && Context.keepsObjects(s, outcome.state()));
    }

    @Obligation(text = "callKernel makes the call, and lets the thread run that is to run then")
    static void callKernel_refines_callKernel(State s, Machine m, int syscall, long slot) {
        assume(related(s, m) && Calls.entered(s) && syscall >= -8 && syscall <= -1);
        assume(s.caps().has(new Slot(slot)) && Context.isOfObject(s, s.capability(new Slot(slot))));
        var outcome = Syscall.callKernel(s, Calls.event(syscall, s.capability(new Slot(slot))));
        int answer = ashlar.impl.api.Syscall.callKernel(m, syscall, slot);
        prove(related(outcome.state(), m) && answerRelated(outcome.answer(), m, answer));
    }
}
