package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.proofs.refines.Context;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.invariant.IpcInvariants;
import ashlar.spec.invariant.NotificationInvariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.CapabilitySlots;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReply;

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

    /// The objects are those that were there, and so are the slots and all that they hold.
    static boolean keepsObjectsAndSlots(State before, State s) {
        return s.slots().equals(before.slots()) && Context.keepsObjects(before, s);
    }

    /// Objects lie where they may, and every slot of a thread is there.
    static boolean alignment(State s) {
        return Invariants.aligned(s) && CapabilityInvariants.threadSlotsExist(s);
    }

    /// The invariants of scheduling, but that a thread may wait that ranks above the current one: so it is
    /// until a new choice is asked for.
    static boolean schedulingButRank(State s) {
        return SchedulingInvariants.levelsInRange(s) && SchedulingInvariants.timeSlicesInRange(s)
            && SchedulingInvariants.onlyIdleIdles(s) && SchedulingInvariants.readyThreadsAreOfTheirLevel(s)
            && SchedulingInvariants.readyThreadsAreRunnable(s) && SchedulingInvariants.currentIsNotReady(s)
            && SchedulingInvariants.currentMayRun(s) && SchedulingInvariants.currentIsOfDomain(s)
            && SchedulingInvariants.candidateIsRunnable(s)
            && SchedulingInvariants.runnableThreadsGetTheirTurn(s);
    }

    /// Capabilities are to objects that are there, and are such as there may be.
    static boolean capabilities(State s) {
        return CapabilityInvariants.guardsFit(s) && CapabilityInvariants.notificationsGrantNothing(s)
            && CapabilityInvariants.capabilitiesPointAtObjects(s);
    }

    /// cap is the master of the reply capabilities to its thread.
    static boolean isMaster(Capability cap) {
        return cap instanceof ReplyCap(_, var isMaster, _) && isMaster;
    }

    /// Who waits where, and that the candidate is runnable.
    static boolean waiting(State s) {
        return IpcInvariants.all(s) && NotificationInvariants.all(s)
            && SchedulingInvariants.candidateIsRunnable(s);
    }

    /// t is there; if it waits for an answer, it has the master of the capabilities to give it, and those that
    /// descend from a capability are to the same object.
    static boolean mayBeCancelled(State s, Ref<Tcb> t) {
        return s.threads().has(t)
            && (!(s.thread(t).state() instanceof BlockedOnReply) || Context.hasMaster(s, t))
            && CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s);
    }

    /// slot is there, and what its capability is to; a thread is neither the idle one nor the candidate.
    static boolean mayBeDeleted(State s, Slot slot) {
        return s.caps().has(slot) && Context.isOfObject(s, s.capability(slot))
            && (!(s.capability(slot) instanceof ThreadCap(var t)) || s.threads().has(t)
                && !t.equals(s.idle()) && !(s.action() instanceof SwitchTo(var next) && next.equals(t)));
    }

    /// Objects, the current thread and the idle one are the same; who waited for an answer still does;
    /// nobody has become the candidate.
    static boolean keepsRest(State before, State s) {
        return Context.keepsObjects(before, s) && Context.keepsCallers(before, s) && choosesNobody(before, s);
    }

    /// The current and the idle thread are the same, and nobody has become the candidate.
    static boolean choosesNobody(State before, State s) {
        return s.current().equals(before.current()) && s.idle().equals(before.idle())
            && (!(s.action() instanceof SwitchTo) || s.action().equals(before.action()));
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

    @Obligation(value = Kind.INVARIANT, text = "a change of slots keeps the invariants of scheduling")
    static void slots_are_in_no_scheduling_invariant(State s, CapabilitySlots slots) {
        assume(SchedulingInvariants.all(s));
        s = s.withSlots(slots);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text =
        "a change of slots keeps the invariants of IPC and of notifications")
    static void slots_are_in_no_invariant_of_waiting(State s, CapabilitySlots slots) {
        assume(IpcInvariants.all(s) && NotificationInvariants.all(s));
        s = s.withSlots(slots);
        prove(IpcInvariants.all(s) && NotificationInvariants.all(s));
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

    @Obligation(value = Kind.INVARIANT, text = "capabilitiesPointAtObjects speaks of which objects there are")
    static void objects_and_slots_decide_on_what_capabilities_point_at(State s, State other) {
        assume(CapabilityInvariants.capabilitiesPointAtObjects(s) && Context.keepsObjects(s, other));
        s = other.withSlots(s.slots());
        prove(CapabilityInvariants.capabilitiesPointAtObjects(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "cnodesAreApartFromThreads speaks of which objects there are")
    static void objects_and_slots_decide_on_cnodes_apart_from_threads(State s, State other) {
        assume(CapabilityInvariants.cnodesAreApartFromThreads(s) && Context.keepsObjects(s, other));
        s = other.withSlots(s.slots());
        prove(CapabilityInvariants.cnodesAreApartFromThreads(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "the other invariants of capabilities speak of slots alone")
    static void slots_decide_on_other_capability_invariants(State s, State other) {
        assume(onlySlots(s));
        s = other.withSlots(s.slots());
        prove(onlySlots(s));
    }

    /// The invariants of capabilities that speak of no object.
    private static boolean onlySlots(State s) {
        return CapabilityInvariants.guardsFit(s) && CapabilityInvariants.cnodeSlotsExist(s)
            && CapabilityInvariants.notificationsGrantNothing(s) && CapabilityInvariants.cnodesAreApart(s)
            && CapabilityInvariants.slotsOfOneObjectAreOfOneChain(s)
            && CapabilityInvariants.slotsOfOneObjectLieTogether(s)
            && CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.originalsAreFull(s)
            && CapabilityInvariants.ancestorsMayBeParents(s);
    }
}
