package ashlar.proofs.theorems;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;
import static ashlar.spec.invariant.SchedulingInvariants.candidateIsRunnable;
import static ashlar.spec.invariant.SchedulingInvariants.currentIsNotReady;
import static ashlar.spec.invariant.SchedulingInvariants.currentIsOfDomain;
import static ashlar.spec.invariant.SchedulingInvariants.currentMayRun;
import static ashlar.spec.invariant.SchedulingInvariants.currentRanksHighest;
import static ashlar.spec.invariant.SchedulingInvariants.levelsInRange;
import static ashlar.spec.invariant.SchedulingInvariants.onlyIdleIdles;
import static ashlar.spec.invariant.SchedulingInvariants.readyThreadsAreOfTheirLevel;
import static ashlar.spec.invariant.SchedulingInvariants.readyThreadsAreRunnable;
import static ashlar.spec.invariant.SchedulingInvariants.runnableThreadsGetTheirTurn;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.State;
import ashlar.spec.thread.Scheduler;

/// Who gets the processor.
public final class SchedulingTheorems {
    private SchedulingTheorems() { }

    @Obligation(value = Kind.INVARIANT, text = "after schedule none of the domain's runnable threads has a "
        + "higher priority than the current one, and the idle thread runs only if there is none")
    static void schedule_runs_a_thread_of_highest_priority(State s) {
        assume(levelsInRange(s) && onlyIdleIdles(s) && readyThreadsAreOfTheirLevel(s));
        assume(readyThreadsAreRunnable(s) && currentIsOfDomain(s) && candidateIsRunnable(s));
        assume(runnableThreadsGetTheirTurn(s) && currentRanksHighest(s));
        s = Scheduler.schedule(s);
        prove(currentHasHighestPriority(s));
    }

    private static boolean currentHasHighestPriority(State s) {
        return s.threads().forAll((_, tcb) -> !tcb.state().isRunnable() || tcb.domain() != s.domain()
            || !isIdling(s) && tcb.priority() <= s.thread(s.current()).priority());
    }

    private static boolean isIdling(State s) {
        return s.current().equals(s.idle());
    }

    @Obligation(value = Kind.INVARIANT, text =
        "after schedule it is settled who runs: the current thread, which may, and waits no more")
    static void schedule_settles_who_runs(State s) {
        assume(levelsInRange(s) && onlyIdleIdles(s) && readyThreadsAreOfTheirLevel(s));
        assume(readyThreadsAreRunnable(s) && currentIsOfDomain(s) && candidateIsRunnable(s));
        assume(currentIsNotReady(s) && currentMayRun(s));
        s = Scheduler.schedule(s);
        prove(s.action() instanceof ResumeCurrent);
        prove(currentIsNotReady(s) && currentMayRun(s) && currentIsOfDomain(s));
    }
}
