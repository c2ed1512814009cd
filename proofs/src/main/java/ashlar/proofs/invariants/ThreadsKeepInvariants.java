package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.model.platform.Platform;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.Idle;
import ashlar.spec.thread.Threads;

/// Operations on ready queues and priorities keep every invariant: those of scheduling as proved here, the
/// others since they change nothing of which those speak (`Groups`).
public final class ThreadsKeepInvariants {
    private ThreadsKeepInvariants() { }

    /// t may wait: it is runnable, not the thread that goes on, and does not rank above the current one,
    /// unless a new choice is due.
    private static boolean mayWait(State s, Ref<Tcb> t) {
        return s.threads().has(t) && s.thread(t).state().isRunnable()
            && (!(s.action() instanceof ResumeCurrent) || !t.equals(s.current()))
            && (s.action() instanceof ChooseNew || s.thread(t).domain() != s.domain()
                || !s.current().equals(s.idle())
                    && s.thread(t).priority() <= s.thread(s.current()).priority());
    }

    @Obligation(value = Kind.INVARIANT, text = "enqueue keeps the invariants of scheduling")
    static void enqueue_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s) && mayWait(s, t));
        s = Threads.enqueue(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "enqueueFirst keeps the invariants of scheduling")
    static void enqueueFirst_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s) && mayWait(s, t));
        s = Threads.enqueueFirst(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "dequeue keeps the invariants of scheduling")
    static void dequeue_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s) && s.threads().has(t));
        assume(t.equals(s.current()) || s.action() instanceof SwitchTo(var next) && next.equals(t));
        s = Threads.dequeue(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "rescheduleRequired keeps the invariants of scheduling")
    static void rescheduleRequired_keeps_scheduling_invariants(State s) {
        assume(SchedulingInvariants.all(s));
        s = Threads.rescheduleRequired(s);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "possibleSwitchTo keeps the invariants of scheduling")
    static void possibleSwitchTo_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s) && s.threads().has(t));
        assume(s.thread(t).state().isRunnable() && !t.equals(s.current()));
        s = Threads.possibleSwitchTo(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "setPriority keeps the invariants of scheduling")
    static void setPriority_keeps_scheduling_invariants(State s, Ref<Tcb> t, long priority) {
        assume(SchedulingInvariants.all(s) && s.threads().has(t));
        assume(priority >= 0 && priority < Platform.NUM_PRIORITIES);
        assume(s.action() instanceof ResumeCurrent);
        s = Threads.setPriority(s, t, priority);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "yieldCurrent keeps the invariants of scheduling")
    static void yieldCurrent_keeps_scheduling_invariants(State s) {
        assume(SchedulingInvariants.all(s) && s.action() instanceof ResumeCurrent);
        assume(s.thread(s.current()).state().isRunnable());
        s = Threads.yieldCurrent(s);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "enqueue changes the schedule alone")
    static void enqueue_changes_the_schedule_only(State s, Ref<Tcb> t) {
        assume(s.threads().has(t));
        State before = s;
        s = Threads.enqueue(s, t);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text = "enqueueFirst changes the schedule alone")
    static void enqueueFirst_changes_the_schedule_only(State s, Ref<Tcb> t) {
        assume(s.threads().has(t));
        State before = s;
        s = Threads.enqueueFirst(s, t);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text = "dequeue changes the schedule alone")
    static void dequeue_changes_the_schedule_only(State s, Ref<Tcb> t) {
        assume(s.threads().has(t));
        State before = s;
        s = Threads.dequeue(s, t);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text = "rescheduleRequired changes the schedule alone")
    static void rescheduleRequired_changes_the_schedule_only(State s) {
        assume(SchedulingInvariants.candidateIsRunnable(s));
        State before = s;
        s = Threads.rescheduleRequired(s);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text = "possibleSwitchTo changes the schedule alone")
    static void possibleSwitchTo_changes_the_schedule_only(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.threads().has(t));
        State before = s;
        s = Threads.possibleSwitchTo(s, t);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text = "yieldCurrent changes the schedule alone")
    static void yieldCurrent_changes_the_schedule_only(State s) {
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.threads().has(s.current()));
        State before = s;
        s = Threads.yieldCurrent(s);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text =
        "setPriority changes the schedule and the thread's priority alone")
    static void setPriority_changes_the_schedule_and_the_priority_only(State s, Ref<Tcb> t, long priority) {
        assume(SchedulingInvariants.candidateIsRunnable(s) && s.threads().has(t));
        State before = s;
        s = Threads.setPriority(s, t, priority);
        prove(Groups.changesScheduleAnd(before, s, t, before.thread(t).withPriority(priority)));
    }

    @Obligation(value = Kind.INVARIANT, text = "setMaxPriority keeps the invariants of scheduling")
    static void setMaxPriority_keeps_scheduling_invariants(State s, Ref<Tcb> t, long maxPriority) {
        assume(SchedulingInvariants.all(s) && s.threads().has(t));
        assume(maxPriority >= 0 && maxPriority < Platform.NUM_PRIORITIES);
        s = Threads.setMaxPriority(s, t, maxPriority);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "setMaxPriority changes the thread's MCP alone")
    static void setMaxPriority_changes_the_maximum_only(State s, Ref<Tcb> t, long maxPriority) {
        assume(s.threads().has(t));
        State before = s;
        s = Threads.setMaxPriority(s, t, maxPriority);
        prove(Groups.changesScheduleAnd(before, s, t, before.thread(t).withMaxPriority(maxPriority)));
    }

    /// t may take state: it idles if it is the idle thread, waits for the processor or is about to get it if
    /// it becomes runnable, and does neither if it becomes blocked.
    private static boolean mayBecome(State s, Ref<Tcb> t, ThreadState state) {
        boolean isCandidate = s.action() instanceof SwitchTo(var next) && next.equals(t);
        return s.threads().has(t) && state instanceof Idle == t.equals(s.idle())
            && (state.isRunnable() ? Threads.isQueued(s, t) || isCandidate || t.equals(s.current())
                : !Threads.isQueued(s, t) && !isCandidate);
    }

    @Obligation(value = Kind.INVARIANT, text =
        "setThreadState keeps the invariants of scheduling, where it may")
    static void setThreadState_keeps_scheduling_invariants(State s, Ref<Tcb> t, ThreadState state) {
        assume(SchedulingInvariants.all(s) && mayBecome(s, t, state));
        s = Threads.setThreadState(s, t, state);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "wake keeps the invariants of scheduling")
    static void wake_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s) && s.threads().has(t));
        assume(!t.equals(s.current()) && !t.equals(s.idle()));
        s = Threads.wake(s, t);
        prove(SchedulingInvariants.all(s));
    }

    /// The thread may rank above the current one, which only a new choice sets right.
    @Obligation(value = Kind.INVARIANT, text =
        "retry, if rescheduleRequired follows, keeps the invariants of scheduling")
    static void retry_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s) && s.threads().has(t));
        assume(!t.equals(s.idle()) && (!t.equals(s.current()) || !(s.action() instanceof ResumeCurrent)));
        s = Threads.rescheduleRequired(Threads.retry(s, t));
        prove(SchedulingInvariants.all(s));
    }
}
