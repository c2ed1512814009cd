package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import ashlar.refinement.api.Obligation;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.thread.Threads;

/// Thread states and ready queues: kernel against specification.
public final class ThreadRefines {
    private ThreadRefines() { }

    @Obligation(text = "setThreadState to Running does what the specification says")
    static void setThreadState_running_refines(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Threads.setThreadState(s, t, new ThreadState.Running());
        ashlar.impl.kernel.Threads.setThreadState(m, t.addr(), TcbPtr.RUNNING);
        prove(related(s, m));
    }

    @Obligation(text = "setThreadState to Inactive does what the specification says")
    static void setThreadState_inactive_refines(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Threads.setThreadState(s, t, new ThreadState.Inactive());
        ashlar.impl.kernel.Threads.setThreadState(m, t.addr(), TcbPtr.INACTIVE);
        prove(related(s, m));
    }

    @Obligation(text = "enqueue appends the thread to its ready queue")
    static void enqueue_refines_enqueue(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Threads.enqueue(s, t);
        ashlar.impl.kernel.Threads.enqueue(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(text = "enqueueFirst prepends the thread to its ready queue")
    static void enqueueFirst_refines_enqueueFirst(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Threads.enqueueFirst(s, t);
        ashlar.impl.kernel.Threads.enqueueFirst(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(text = "dequeue takes the thread out of its ready queue")
    static void dequeue_refines_dequeue(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Threads.dequeue(s, t);
        ashlar.impl.kernel.Threads.dequeue(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(contract = true, text = "rescheduleRequired makes a candidate wait and asks for a new choice")
    static void rescheduleRequired_refines_rescheduleRequired(State s, Machine m) {
        assume(related(s, m) && Context.scheduling(s));
        s = Threads.rescheduleRequired(s);
        ashlar.impl.kernel.Threads.rescheduleRequired(m);
        prove(related(s, m));
    }

    @Obligation(contract = true, text =
        "possibleSwitchTo makes a runnable thread the candidate, or queues it")
    static void possibleSwitchTo_refines_possibleSwitchTo(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Threads.possibleSwitchTo(s, t);
        ashlar.impl.kernel.Threads.possibleSwitchTo(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(text = "setPriority moves the thread to the level of its new priority")
    static void setPriority_refines_setPriority(State s, Machine m, Ref<Tcb> t, long priority) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        assume(priority >= 0 && priority < Platform.NUM_PRIORITIES);
        s = Threads.setPriority(s, t, priority);
        ashlar.impl.kernel.Threads.setPriority(m, t.addr(), priority);
        prove(related(s, m));
    }

    @Obligation(text = "setMaxPriority changes the MCP and nothing else")
    static void setMaxPriority_refines_setMaxPriority(State s, Machine m, Ref<Tcb> t, long maxPriority) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Threads.setMaxPriority(s, t, maxPriority);
        ashlar.impl.kernel.Threads.setMaxPriority(m, t.addr(), maxPriority);
        prove(related(s, m));
    }

    @Obligation(text = "yield puts the current thread behind its equals")
    static void yieldCurrent_refines_yieldCurrent(State s, Machine m) {
        assume(related(s, m) && Context.scheduling(s) && s.action() instanceof ResumeCurrent);
        assume(s.thread(s.current()).state().isRunnable());
        s = Threads.yieldCurrent(s);
        ashlar.impl.kernel.Threads.yieldCurrent(m);
        prove(related(s, m));
    }
}
