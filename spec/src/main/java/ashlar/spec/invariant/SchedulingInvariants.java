package ashlar.spec.invariant;

import ashlar.model.collection.PQueue;
import ashlar.model.collection.Range;
import ashlar.model.platform.Platform;
import ashlar.spec.state.Level;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.Idle;
import ashlar.spec.thread.Threads;

/// Ready queues, the current thread and what the scheduler is to do.
public final class SchedulingInvariants {
    private SchedulingInvariants() { }

    public static boolean all(State s) {
        return levelsInRange(s) && timeSlicesInRange(s) && onlyIdleIdles(s) && readyThreadsAreOfTheirLevel(s)
            && readyThreadsAreRunnable(s)
            && currentIsNotReady(s) && currentMayRun(s) && currentIsOfDomain(s) && candidateIsRunnable(s)
            && runnableThreadsGetTheirTurn(s) && currentRanksHighest(s);
    }

    /// Domains, priorities and MCPs are among those configured.
    public static boolean levelsInRange(State s) {
        return isDomain(s.domain()) && s.threads().forAll((_, tcb) -> isDomain(tcb.domain())
            && isPriority(tcb.priority()) && isPriority(tcb.maxPriority()));
    }

    private static boolean isDomain(long domain) {
        return domain >= 0 && domain < Platform.NUM_DOMAINS;
    }

    private static boolean isPriority(long priority) {
        return priority >= 0 && priority < Platform.NUM_PRIORITIES;
    }

    /// No thread has more ticks than a full time slice.
    public static boolean timeSlicesInRange(State s) {
        return s.threads().forAll((_, tcb) -> tcb.timeSlice() >= 0
            && tcb.timeSlice() <= Platform.TIME_SLICE);
    }

    /// The idle thread exists, and it alone idles.
    public static boolean onlyIdleIdles(State s) {
        return s.threads().has(s.idle())
            && s.threads().forAll((t, tcb) -> tcb.state() instanceof Idle == t.equals(s.idle()));
    }

    /// A thread waits in no other ready queue than that of its domain and priority.
    public static boolean readyThreadsAreOfTheirLevel(State s) {
        return Range.forAll(0, Platform.NUM_DOMAINS, d -> Range.forAll(0, Platform.NUM_PRIORITIES, p ->
            onlyOfLevel(s, new Level(d, p), s.ready().get(new Level(d, p)))));
    }

    private static boolean onlyOfLevel(State s, Level level, PQueue<Ref<Tcb>> queue) {
        return queue.forAll(t -> s.threads().has(t) && Threads.level(s, t).equals(level));
    }

    /// A thread in a ready queue is runnable.
    public static boolean readyThreadsAreRunnable(State s) {
        return s.threads().forAll((t, tcb) -> !Threads.isQueued(s, t) || tcb.state().isRunnable());
    }

    /// The current thread exists, and waits for the processor only when another is about to be chosen.
    public static boolean currentIsNotReady(State s) {
        return s.threads().has(s.current())
            && (!(s.action() instanceof ResumeCurrent) || !Threads.isQueued(s, s.current()));
    }

    /// The current thread, if it is to go on, may do so.
    public static boolean currentMayRun(State s) {
        return s.threads().has(s.current())
            && (!(s.action() instanceof ResumeCurrent) || s.thread(s.current()).state().isRunnable()
                || s.thread(s.current()).state() instanceof Idle);
    }

    /// The current thread is the idle thread or one of the current domain.
    public static boolean currentIsOfDomain(State s) {
        return s.threads().has(s.current())
            && (s.current().equals(s.idle()) || s.thread(s.current()).domain() == s.domain());
    }

    /// The thread about to run is runnable, and in the domain that runs.
    public static boolean candidateIsRunnable(State s) {
        return switch (s.action()) {
            case ResumeCurrent(), ChooseNew() -> true;
            case SwitchTo(var t)              -> s.threads().has(t) && s.thread(t).state().isRunnable()
                && s.thread(t).domain() == s.domain();
        };
    }

    /// A runnable thread runs, is about to run, or waits in its ready queue.
    public static boolean runnableThreadsGetTheirTurn(State s) {
        return s.threads().forAll((t, tcb) -> !tcb.state().isRunnable() || t.equals(s.current())
            || isCandidate(s, t) || Threads.isQueued(s, t));
    }

    private static boolean isCandidate(State s, Ref<Tcb> t) {
        return s.action() instanceof SwitchTo(var candidate) && candidate.equals(t);
    }

    /// Until a new choice is due, none but the candidate waits that ranks above the current thread.
    public static boolean currentRanksHighest(State s) {
        return s.threads().has(s.current())
            && (s.action() instanceof ChooseNew || Range.forAll(0, Platform.NUM_PRIORITIES, p ->
                isReached(s, p) || onlyCandidate(s, s.ready().get(new Level(s.domain(), p)))));
    }

    /// Whether the current thread ranks at priority or above; the idle thread is below all.
    private static boolean isReached(State s, long priority) {
        return !s.current().equals(s.idle()) && priority <= s.thread(s.current()).priority();
    }

    private static boolean onlyCandidate(State s, PQueue<Ref<Tcb>> queue) {
        return queue.forAll(t -> isCandidate(s, t));
    }
}
