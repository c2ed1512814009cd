package ashlar.proofs.lockstep;

import ashlar.proofs.sample.Choice;
import ashlar.proofs.sample.Pick;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.Running;

/// What an operation's arguments are drawn from: a state, and what it permits.
record Draw(State s, Choice choice, Pick pick) {
    Draw(State s, Choice choice) {
        this(s, choice, new Pick(s, choice));
    }

    /// Whether the current thread runs and may make a system call.
    boolean mayCall() {
        return s.action() instanceof ResumeCurrent && s.thread(s.current()).state() instanceof Running;
    }

    boolean isIdle(Ref<Tcb> t) {
        return t.equals(s.idle());
    }

    boolean isCandidate(Ref<Tcb> t) {
        return s.action() instanceof SwitchTo(var next) && next.equals(t);
    }

    boolean owesNoAnswer(Ref<Tcb> t) {
        return isEmpty(Slots.caller(t));
    }

    boolean isEmpty(Slot slot) {
        return Capabilities.isNull(s.capability(slot));
    }

    /// Whether slot is the REPLY slot of a thread, which holds its reply master and nothing else.
    boolean isReplySlot(Slot slot) {
        return s.threads().exists((t, _) -> slot.equals(Slots.reply(t)));
    }

    /// Whether slot is the CALLER slot of a thread, which holds handed-out reply capabilities and nothing
    /// else.
    boolean isCallerSlot(Slot slot) {
        return s.threads().exists((t, _) -> slot.equals(Slots.caller(t)));
    }

    static boolean isForIpc(Capability cap) {
        return cap instanceof EndpointCap || cap instanceof NotificationCap;
    }
}
