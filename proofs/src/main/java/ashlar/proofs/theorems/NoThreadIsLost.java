package ashlar.proofs.theorems;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;
import static ashlar.spec.invariant.SchedulingInvariants.candidateIsRunnable;
import static ashlar.spec.invariant.SchedulingInvariants.currentMayRun;
import static ashlar.spec.invariant.SchedulingInvariants.levelsInRange;
import static ashlar.spec.invariant.SchedulingInvariants.readyThreadsAreOfTheirLevel;
import static ashlar.spec.invariant.SchedulingInvariants.runnableThreadsGetTheirTurn;

import ashlar.model.platform.Platform;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.thread.Scheduler;
import ashlar.spec.thread.Threads;

/// A runnable thread runs, is about to run, or waits in its ready queue, whatever the scheduler does.
public final class NoThreadIsLost {
    private NoThreadIsLost() { }

    /// Ready queues and the candidate hold threads that exist; none is lost.
    private static boolean isSound(State s) {
        return levelsInRange(s) && readyThreadsAreOfTheirLevel(s) && candidateIsRunnable(s)
            && s.threads().has(s.current()) && runnableThreadsGetTheirTurn(s);
    }

    /// As for all threads, but for t, which has just become runnable.
    private static boolean isSoundBut(State s, Ref<Tcb> t) {
        return levelsInRange(s) && readyThreadsAreOfTheirLevel(s) && candidateIsRunnable(s)
            && s.threads().has(s.current()) && s.threads().has(t)
            && s.threads().forAll((other, tcb) -> !tcb.state().isRunnable() || other.equals(t)
                || getsItsTurn(s, other));
    }

    private static boolean getsItsTurn(State s, Ref<Tcb> t) {
        return t.equals(s.current()) || s.action() instanceof SwitchTo(var next) && next.equals(t)
            || Threads.isQueued(s, t);
    }

    @Obligation(value = Kind.INVARIANT, text = "a thread that enqueue is called for is not lost, nor another")
    static void enqueue_loses_no_thread(State s, Ref<Tcb> t) {
        assume(isSoundBut(s, t));
        s = Threads.enqueue(s, t);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text =
        "a thread that enqueueFirst is called for is not lost, nor another")
    static void enqueueFirst_loses_no_thread(State s, Ref<Tcb> t) {
        assume(isSoundBut(s, t));
        s = Threads.enqueueFirst(s, t);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "dequeue loses no thread but the one that it takes out")
    static void dequeue_loses_no_other_thread(State s, Ref<Tcb> t) {
        assume(isSoundBut(s, t));
        s = Threads.dequeue(s, t);
        prove(isSoundBut(s, t));
    }

    @Obligation(value = Kind.INVARIANT, text = "setThreadState loses no thread but the one that it is for")
    static void setThreadState_loses_no_other_thread(State s, Ref<Tcb> t, ThreadState state) {
        assume(isSoundBut(s, t));
        assume(!(s.action() instanceof SwitchTo(var next) && next.equals(t)));
        s = Threads.setThreadState(s, t, state);
        prove(isSoundBut(s, t));
        prove(state.isRunnable() || runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "rescheduleRequired loses no thread")
    static void rescheduleRequired_loses_no_thread(State s) {
        assume(isSound(s));
        s = Threads.rescheduleRequired(s);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text =
        "a thread that possibleSwitchTo is called for is not lost, nor another")
    static void possibleSwitchTo_loses_no_thread(State s, Ref<Tcb> t) {
        assume(isSoundBut(s, t));
        s = Threads.possibleSwitchTo(s, t);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "a thread that is woken is not lost, nor another")
    static void wake_loses_no_thread(State s, Ref<Tcb> t) {
        assume(isSoundBut(s, t));
        s = Threads.wake(s, t);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "a thread that is to try anew is not lost, nor another")
    static void retry_loses_no_thread(State s, Ref<Tcb> t) {
        assume(isSoundBut(s, t));
        s = Threads.retry(s, t);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "setPriority loses no thread")
    static void setPriority_loses_no_thread(State s, Ref<Tcb> t, long priority) {
        assume(isSound(s) && s.threads().has(t));
        assume(priority >= 0 && priority < Platform.NUM_PRIORITIES);
        s = Threads.setPriority(s, t, priority);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "yield loses no thread")
    static void yieldCurrent_loses_no_thread(State s) {
        assume(isSound(s) && s.action() instanceof ResumeCurrent);
        s = Threads.yieldCurrent(s);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "chooseThread loses no thread that waits")
    static void chooseThread_loses_no_thread(State s) {
        assume(isSound(s));
        assume(!s.thread(s.current()).state().isRunnable() || Threads.isQueued(s, s.current()));
        s = Scheduler.chooseThread(s);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "schedule loses no thread")
    static void schedule_loses_no_thread(State s) {
        assume(isSound(s));
        s = Scheduler.schedule(s);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "timerTick loses no thread")
    static void timerTick_loses_no_thread(State s) {
        assume(isSound(s));
        s = Scheduler.timerTick(s);
        prove(runnableThreadsGetTheirTurn(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "activateThread loses no thread")
    static void activateThread_loses_no_thread(State s) {
        assume(isSound(s) && currentMayRun(s) && s.action() instanceof ResumeCurrent);
        s = Scheduler.activateThread(s);
        prove(runnableThreadsGetTheirTurn(s));
    }
}
