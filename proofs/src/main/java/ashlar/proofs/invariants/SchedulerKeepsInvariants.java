package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.IpcInvariants;
import ashlar.spec.invariant.NotificationInvariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.thread.Scheduler;
import ashlar.spec.thread.Threads;

/// The scheduler keeps every invariant: those of scheduling as proved here, the others since it changes
/// nothing of which those speak (`Groups`).
public final class SchedulerKeepsInvariants {
    private SchedulerKeepsInvariants() { }

    /// The current thread is not lost if another becomes current.
    private static boolean mayBeReplaced(State s) {
        return !s.thread(s.current()).state().isRunnable() || Threads.isQueued(s, s.current());
    }

    /// Queues hold threads that exist, and so do the current thread and the candidate.
    private static boolean isSound(State s) {
        return SchedulingInvariants.levelsInRange(s) && SchedulingInvariants.readyThreadsAreOfTheirLevel(s)
            && SchedulingInvariants.candidateIsRunnable(s) && s.threads().has(s.current());
    }

    @Obligation(value = Kind.INVARIANT, text = "schedule keeps the invariants of scheduling")
    static void schedule_keeps_scheduling_invariants(State s) {
        assume(SchedulingInvariants.all(s));
        s = Scheduler.schedule(s);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "schedule changes the schedule alone")
    static void schedule_changes_the_schedule_only(State s) {
        assume(isSound(s));
        State before = s;
        s = Scheduler.schedule(s);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text = "chooseThread keeps the invariants of scheduling")
    static void chooseThread_keeps_scheduling_invariants(State s) {
        assume(SchedulingInvariants.all(s) && mayBeReplaced(s));
        s = Scheduler.chooseThread(s);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "chooseThread changes the schedule alone")
    static void chooseThread_changes_the_schedule_only(State s) {
        assume(isSound(s));
        State before = s;
        s = Scheduler.chooseThread(s);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text =
        "switchTo, if none waits that ranks above the thread, keeps the invariants of scheduling: it may go on")
    static void switchTo_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s) && mayBeReplaced(s) && s.threads().has(t));
        assume(s.thread(t).state().isRunnable() && s.thread(t).domain() == s.domain());
        assume(s.action() instanceof ChooseNew);
        assume(Scheduler.isHighestPriority(s, s.domain(), s.thread(t).priority()));
        s = Scheduler.switchTo(s, t).withAction(new ResumeCurrent());
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "switchTo changes the schedule alone")
    static void switchTo_changes_the_schedule_only(State s, Ref<Tcb> t) {
        assume(s.threads().has(t));
        State before = s;
        s = Scheduler.switchTo(s, t);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text =
        "switchToIdle keeps the invariants of scheduling, if none waits")
    static void switchToIdle_keeps_scheduling_invariants(State s) {
        assume(SchedulingInvariants.all(s) && mayBeReplaced(s));
        assume(s.action() instanceof ChooseNew || Scheduler.isHighestPriority(s, s.domain(), -1));
        s = Scheduler.switchToIdle(s);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "switchToIdle changes the schedule alone")
    static void switchToIdle_changes_the_schedule_only(State s) {
        State before = s;
        s = Scheduler.switchToIdle(s);
        prove(Groups.changesScheduleOnly(before, s));
    }

    @Obligation(value = Kind.INVARIANT, text = "timerTick keeps the invariants of scheduling")
    static void timerTick_keeps_scheduling_invariants(State s) {
        assume(SchedulingInvariants.all(s));
        s = Scheduler.timerTick(s);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text =
        "timerTick changes the schedule and the current thread's ticks alone")
    static void timerTick_changes_the_schedule_and_ticks_only(State s) {
        assume(isSound(s));
        State before = s;
        s = Scheduler.timerTick(s);
        var current = before.current();
        prove(Groups.changesScheduleAnd(before, s, current,
            before.thread(current).withTimeSlice(s.thread(current).timeSlice())));
    }

    @Obligation(value = Kind.INVARIANT, text = "activateThread keeps the invariants of scheduling")
    static void activateThread_keeps_scheduling_invariants(State s) {
        assume(SchedulingInvariants.all(s) && s.action() instanceof ResumeCurrent);
        s = Scheduler.activateThread(s);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "activateThread keeps the invariants of IPC")
    static void activateThread_keeps_ipc_invariants(State s) {
        assume(IpcInvariants.all(s));
        assume(SchedulingInvariants.currentMayRun(s) && s.action() instanceof ResumeCurrent);
        s = Scheduler.activateThread(s);
        prove(IpcInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "activateThread keeps the invariants of notifications")
    static void activateThread_keeps_notification_invariants(State s) {
        assume(NotificationInvariants.all(s));
        assume(SchedulingInvariants.currentMayRun(s) && s.action() instanceof ResumeCurrent);
        s = Scheduler.activateThread(s);
        prove(NotificationInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "activateThread keeps the invariants of replies")
    static void activateThread_keeps_reply_invariants(State s) {
        assume(ReplyInvariants.all(s));
        assume(SchedulingInvariants.currentMayRun(s) && s.action() instanceof ResumeCurrent);
        s = Scheduler.activateThread(s);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "activateThread keeps the objects and what the slots hold")
    static void activateThread_keeps_objects_and_slots(State s) {
        assume(Groups.alignment(s));
        assume(SchedulingInvariants.currentMayRun(s) && s.action() instanceof ResumeCurrent);
        State before = s;
        s = Scheduler.activateThread(s);
        prove(Groups.keepsObjectsAndSlots(before, s) && Groups.alignment(s));
    }
}
