package ashlar.spec.thread;

import static ashlar.spec.thread.Threads.dequeue;
import static ashlar.spec.thread.Threads.enqueue;
import static ashlar.spec.thread.Threads.enqueueFirst;
import static ashlar.spec.thread.Threads.rescheduleRequired;
import static ashlar.spec.thread.Threads.setThreadState;

import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
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
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;
import ashlar.spec.state.Unreachable;

/// Who runs next: seL4 manual ch. 6 "Scheduling".
public final class Scheduler {
    private Scheduler() { }

    /// What was decided during the kernel call is carried out.
    public static State schedule(State s) {
        s = switch (s.action()) {
            case ResumeCurrent()         -> s;
            case ChooseNew()             -> chooseThread(queueCurrent(s));
            case SwitchTo(var candidate) -> consider(queueCurrent(s), candidate);
        };
        return s.withAction(new ResumeCurrent());
    }

    /// The current thread, if it may go on, is the first to do so among its equals.
    private static State queueCurrent(State s) {
        return s.thread(s.current()).state().isRunnable() ? enqueueFirst(s, s.current()) : s;
    }

    private static State consider(State s, Ref<Tcb> candidate) {
        if (isOutranked(s, candidate)) return chooseThread(enqueueFirst(s, candidate));
        return isEqualToCurrent(s, candidate) ? chooseThread(enqueue(s, candidate)) : switchTo(s, candidate);
    }

    /// Whether a thread of higher priority than candidate's waits. None does if candidate ranks above the
    /// current thread.
    private static boolean isOutranked(State s, Ref<Tcb> candidate) {
        long priority = s.thread(candidate).priority();
        return (s.current().equals(s.idle()) || priority < s.thread(s.current()).priority())
            && !isHighestPriority(s, s.domain(), priority);
    }

    private static boolean isEqualToCurrent(State s, Ref<Tcb> candidate) {
        return s.thread(s.current()).state().isRunnable()
            && s.thread(candidate).priority() == s.thread(s.current()).priority();
    }

    /// Whether no thread of domain waits whose priority is above priority.
    public static boolean isHighestPriority(State s, long domain, long priority) {
        return Range.forAll(priority + 1, Platform.NUM_PRIORITIES, p -> isEmpty(s, domain, p));
    }

    private static boolean isEmpty(State s, long domain, long priority) {
        return s.ready().get(new Level(domain, priority)).isEmpty();
    }

    /// The first of those of highest priority that wait in the current domain runs, or the idle thread.
    public static State chooseThread(State s) {
        return switch (Range.greatest(0, Platform.NUM_PRIORITIES, p -> !isEmpty(s, s.domain(), p))) {
            case Some<Range.Index>(var highest) ->
                switchTo(s, s.ready().get(new Level(s.domain(), highest.value())).head());
            case None<Range.Index>()            -> switchToIdle(s);
        };
    }

    /// t runs, and waits no more.
    public static State switchTo(State s, Ref<Tcb> t) {
        return dequeue(s, t).withCurrent(t);
    }

    public static State switchToIdle(State s) {
        return s.withCurrent(s.idle());
    }

    /// The current thread has run for another tick; after its last it goes behind its equals.
    public static State timerTick(State s) {
        var tcb = s.thread(s.current());
        if (!(tcb.state() instanceof Running)) return s;
        if (tcb.timeSlice() > 1) return s.withThread(s.current(), tcb.withTimeSlice(tcb.timeSlice() - 1));
        s = s.withThread(s.current(), tcb.withTimeSlice(Platform.TIME_SLICE));
        return rescheduleRequired(enqueue(s, s.current()));
    }

    /// The current thread is about to enter user mode: one that restarts does so where it faulted.
    public static State activateThread(State s) {
        return switch (s.thread(s.current()).state()) {
            case Running(), Idle() -> s;
            case Restart()         -> setThreadState(restartAtFault(s), s.current(), new Running());
            default                -> throw new Unreachable("currentMayRun");
        };
    }

    private static State restartAtFault(State s) {
        var tcb = s.thread(s.current());
        var registers = tcb.registers();
        return s.withThread(s.current(), tcb.withRegisters(registers.withNextIp(registers.faultIp())));
    }
}
