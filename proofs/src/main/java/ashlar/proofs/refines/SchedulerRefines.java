package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.thread.Scheduler;

/// Who runs next: kernel against specification.
public final class SchedulerRefines {
    private SchedulerRefines() { }

    @Obligation(text = "switchToThread takes the thread out of its ready queue and makes it the current one")
    static void switchToThread_refines_switchTo(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Scheduler.switchTo(s, t);
        ashlar.impl.kernel.Scheduler.switchToThread(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(text = "switchToIdleThread makes the idle thread the current one")
    static void switchToIdleThread_refines_switchToIdle(State s, Machine m) {
        assume(related(s, m));
        s = Scheduler.switchToIdle(s);
        ashlar.impl.kernel.Scheduler.switchToIdleThread(m);
        prove(related(s, m));
    }

    @Obligation(text = "isHighestPriority tells whether none is ready above a priority")
    static void isHighestPriority_refines_isHighestPriority(State s, Machine m, long domain, long priority) {
        assume(related(s, m) && Context.scheduling(s));
        assume(Live.level(s, domain, priority));
        prove(ashlar.impl.kernel.Scheduler.isHighestPriority(m, domain, priority)
            == Scheduler.isHighestPriority(s, domain, priority));
    }

    @Obligation(contract = true, text =
        "chooseThread runs the first of the most urgent threads of the domain, or the idle thread")
    static void chooseThread_refines_chooseThread(State s, Machine m) {
        assume(related(s, m) && Context.scheduling(s));
        s = Scheduler.chooseThread(s);
        ashlar.impl.kernel.Scheduler.chooseThread(m);
        prove(related(s, m));
    }

    @Obligation(contract = true, opaque = true, keeps = {"threads", "endpoints", "notifications", "slots"},
        text = "schedule carries out what was decided")
    static void schedule_refines_schedule(State s, Machine m) {
        assume(related(s, m) && Context.schedulable(s));
        s = Scheduler.schedule(s);
        ashlar.impl.kernel.Scheduler.schedule(m);
        prove(related(s, m) && Context.scheduling(s));
        prove(s.action() instanceof ResumeCurrent && SchedulingInvariants.currentMayRun(s));
    }

    @Obligation(text = "timerTick takes a tick from the current thread or, at the end, its turn")
    static void timerTick_refines_timerTick(State s, Machine m) {
        assume(related(s, m) && Context.scheduling(s) && SchedulingInvariants.timeSlicesInRange(s));
        s = Scheduler.timerTick(s);
        ashlar.impl.kernel.Scheduler.timerTick(m);
        prove(related(s, m));
    }

    @Obligation(text = "activateThread lets a thread that restarts do so where it faulted")
    static void activateThread_refines_activateThread(State s, Machine m) {
        assume(related(s, m) && Context.scheduling(s));
        assume(s.action() instanceof ResumeCurrent && SchedulingInvariants.currentMayRun(s));
        s = Scheduler.activateThread(s);
        ashlar.impl.kernel.Scheduler.activateThread(m);
        prove(related(s, m));
    }
}
