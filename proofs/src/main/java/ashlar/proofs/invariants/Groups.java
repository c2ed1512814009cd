package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.invariant.IpcInvariants;
import ashlar.spec.invariant.NotificationInvariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// What the groups of invariants do not speak of: an operation that changes only that keeps them. The groups
/// are `Invariants.aligned` and those of scheduling, IPC, notifications, capabilities and replies.
public final class Groups {
    private Groups() { }

    /// Nothing but the schedule has changed.
    static boolean changesScheduleOnly(State before, State s) {
        return s.equals(before.withSchedule(s.schedule()));
    }

    /// Nothing but the schedule and thread t have changed; t is now tcb.
    static boolean changesScheduleAnd(State before, State s, Ref<Tcb> t, Tcb tcb) {
        return s.equals(before.withThread(t, tcb).withSchedule(s.schedule()));
    }

    /// tcb with the ticks, the priorities and the registers of like.
    private static Tcb withNumbersOf(Tcb tcb, Tcb like) {
        return tcb.withTimeSlice(like.timeSlice()).withPriority(like.priority())
            .withMaxPriority(like.maxPriority()).withRegisters(like.registers());
    }

    @Obligation(value = Kind.INVARIANT, text = "a change of the schedule keeps all but scheduling invariants")
    static void schedule_is_in_no_other_invariant(State s, State other) {
        assume(Invariants.aligned(s) && IpcInvariants.all(s) && NotificationInvariants.all(s));
        assume(CapabilityInvariants.all(s) && ReplyInvariants.all(s));
        s = s.withSchedule(other.schedule());
        prove(Invariants.aligned(s) && IpcInvariants.all(s) && NotificationInvariants.all(s));
        prove(CapabilityInvariants.all(s) && ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "a thread's numbers are in no invariant of alignment")
    static void numbers_are_in_no_alignment(State s, Ref<Tcb> t, Ref<Tcb> like) {
        assume(Invariants.aligned(s) && s.threads().has(t) && s.threads().has(like));
        s = s.withThread(t, withNumbersOf(s.thread(t), s.thread(like)));
        prove(Invariants.aligned(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "a thread's numbers are in no invariant of IPC")
    static void numbers_are_in_no_ipc_invariant(State s, Ref<Tcb> t, Ref<Tcb> like) {
        assume(IpcInvariants.all(s) && s.threads().has(t) && s.threads().has(like));
        s = s.withThread(t, withNumbersOf(s.thread(t), s.thread(like)));
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "a thread's numbers are in no invariant of notifications")
    static void numbers_are_in_no_notification_invariant(State s, Ref<Tcb> t, Ref<Tcb> like) {
        assume(NotificationInvariants.all(s) && s.threads().has(t) && s.threads().has(like));
        s = s.withThread(t, withNumbersOf(s.thread(t), s.thread(like)));
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "a thread's numbers are in no invariant of capabilities")
    static void numbers_are_in_no_capability_invariant(State s, Ref<Tcb> t, Ref<Tcb> like) {
        assume(CapabilityInvariants.all(s) && s.threads().has(t) && s.threads().has(like));
        s = s.withThread(t, withNumbersOf(s.thread(t), s.thread(like)));
        prove(CapabilityInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "a thread's numbers are in no invariant of replies")
    static void numbers_are_in_no_reply_invariant(State s, Ref<Tcb> t, Ref<Tcb> like) {
        assume(ReplyInvariants.all(s) && s.threads().has(t) && s.threads().has(like));
        s = s.withThread(t, withNumbersOf(s.thread(t), s.thread(like)));
        prove(ReplyInvariants.all(s));
    }
}
