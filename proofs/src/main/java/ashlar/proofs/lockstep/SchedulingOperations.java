package ashlar.proofs.lockstep;

import static ashlar.proofs.lockstep.Operation.silent;

import ashlar.impl.kernel.Scheduler;
import ashlar.impl.kernel.Threads;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Threads and their schedule.
final class SchedulingOperations {
    private SchedulingOperations() { }

    static List<Function<Draw, Optional<Operation>>> all() {
        return List.of(SchedulingOperations::schedule, SchedulingOperations::timerTick,
            SchedulingOperations::yieldCurrent, SchedulingOperations::setPriority,
            SchedulingOperations::setMaxPriority, SchedulingOperations::decodeSetPriority,
            SchedulingOperations::suspend, SchedulingOperations::restart,
            SchedulingOperations::isHighestPriority, SchedulingOperations::reschedule);
    }

    /// The end of each system call: afterwards the current thread is one that may run.
    static Optional<Operation> schedule(Draw draw) {
        return Optional.of(silent("schedule", s ->
            ashlar.spec.thread.Scheduler.activateThread(ashlar.spec.thread.Scheduler.schedule(s)), m -> {
                Scheduler.schedule(m);
                Scheduler.activateThread(m);
            }));
    }

    private static Optional<Operation> timerTick(Draw draw) {
        if (!draw.mayCall()) return Optional.empty();
        return Optional.of(silent("timerTick", ashlar.spec.thread.Scheduler::timerTick,
            Scheduler::timerTick));
    }

    private static Optional<Operation> yieldCurrent(Draw draw) {
        if (!draw.mayCall()) return Optional.empty();
        return Optional.of(silent("yieldCurrent", ashlar.spec.thread.Threads::yieldCurrent,
            Threads::yieldCurrent));
    }

    private static Optional<Operation> setPriority(Draw draw) {
        var t = draw.pick().thread();
        long priority = draw.choice().priority();
        if (draw.isIdle(t)) return Optional.empty();
        return Optional.of(silent("setPriority " + t + " " + priority,
            s -> ashlar.spec.thread.Threads.setPriority(s, t, priority),
            m -> Threads.setPriority(m, t.addr(), priority)));
    }

    private static Optional<Operation> setMaxPriority(Draw draw) {
        var t = draw.pick().thread();
        long mcp = draw.choice().priority();
        return Optional.of(silent("setMaxPriority " + t + " " + mcp,
            s -> ashlar.spec.thread.Threads.setMaxPriority(s, t, mcp),
            m -> Threads.setMaxPriority(m, t.addr(), mcp)));
    }

    private static Optional<Operation> decodeSetPriority(Draw draw) {
        var t = draw.pick().thread();
        long priority = draw.choice().oneIn(4) ? draw.choice().random().nextLong() : draw.choice().priority();
        return Optional.of(Operation.asking("decodeSetPriority " + t + " " + priority,
            s -> Answers.of(ashlar.spec.thread.Threads.decodeSetPriority(s, t, priority)),
            m -> Answers.of(m, Threads.decodeSetPriority(m, t.addr(), priority))));
    }

    private static Optional<Operation> suspend(Draw draw) {
        var t = draw.pick().thread();
        if (draw.isIdle(t) || draw.isCandidate(t)) return Optional.empty();
        return Optional.of(silent("suspend " + t, s -> ashlar.spec.thread.Threads.suspend(s, t),
            m -> Threads.suspend(m, t.addr())));
    }

    private static Optional<Operation> restart(Draw draw) {
        var t = draw.pick().thread();
        return Optional.of(silent("restart " + t, s -> ashlar.spec.thread.Threads.restart(s, t),
            m -> Threads.restart(m, t.addr())));
    }

    private static Optional<Operation> isHighestPriority(Draw draw) {
        long domain = draw.choice().oneIn(2) ? draw.s().domain() : draw.choice().below(16);
        long priority = draw.choice().priority();
        return Optional.of(Operation.asking("isHighestPriority " + domain + " " + priority,
            s -> ashlar.spec.thread.Scheduler.isHighestPriority(s, domain, priority),
            m -> Scheduler.isHighestPriority(m, domain, priority)));
    }

    private static Optional<Operation> reschedule(Draw draw) {
        return Optional.of(silent("rescheduleRequired", ashlar.spec.thread.Threads::rescheduleRequired,
            Threads::rescheduleRequired));
    }
}
