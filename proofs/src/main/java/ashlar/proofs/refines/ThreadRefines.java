package ashlar.proofs.refines;

import static ashlar.impl.api.SyscallError.NO_ERROR;
import static ashlar.impl.api.SyscallError.RANGE_ERROR;
import static ashlar.proofs.refines.StateRelation.payloadRelated;
import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.State;
import ashlar.spec.state.SyscallError;
import ashlar.spec.state.SyscallError.RangeError;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.BlockedOnNotification;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Idle;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;
import ashlar.spec.thread.Priority;
import ashlar.spec.thread.Threads;

/// Thread states and ready queues: kernel against specification.
public final class ThreadRefines {
    private ThreadRefines() { }

    /// The kernel stores first what a thread is blocked on, then that it is.
    @Obligation(text = "setThreadState does what the specification says")
    static void setThreadState_refines_setThreadState(State s, Machine m, Ref<Tcb> t, ThreadState state) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        assume(blockingRelated(state, m, t.addr()));
        s = Threads.setThreadState(s, t, state);
        ashlar.impl.kernel.Threads.setThreadState(m, t.addr(), code(state));
        prove(related(s, m));
    }

    private static boolean blockingRelated(ThreadState state, Machine m, long t) {
        return switch (state) {
            case BlockedOnReceive(var ep, var canGrant) -> TcbPtr.blockingObject(m, t) == ep.addr()
                && TcbPtr.blockingCanGrant(m, t) == canGrant;
            case BlockedOnSend(var ep, var p)   -> TcbPtr.blockingObject(m, t) == ep.addr()
                && payloadRelated(p, m, t);
            case BlockedOnNotification(var n)   -> TcbPtr.blockingObject(m, t) == n.addr();
            default                             -> true;
        };
    }

    private static int code(ThreadState state) {
        return switch (state) {
            case Inactive _              -> TcbPtr.INACTIVE;
            case Running _               -> TcbPtr.RUNNING;
            case Restart _               -> TcbPtr.RESTART;
            case BlockedOnReceive _      -> TcbPtr.BLOCKED_ON_RECEIVE;
            case BlockedOnSend _         -> TcbPtr.BLOCKED_ON_SEND;
            case BlockedOnReply _        -> TcbPtr.BLOCKED_ON_REPLY;
            case BlockedOnNotification _ -> TcbPtr.BLOCKED_ON_NOTIFICATION;
            case Idle _                  -> TcbPtr.IDLE;
        };
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

    @Obligation(contract = true, opaque = true, keeps = {"threads", "endpoints", "notifications", "slots"},
        text = "possibleSwitchTo makes a runnable thread the candidate, or queues it")
    static void possibleSwitchTo_refines_possibleSwitchTo(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        State before = s;
        s = Threads.possibleSwitchTo(s, t);
        ashlar.impl.kernel.Threads.possibleSwitchTo(m, t.addr());
        prove(related(s, m) && Context.scheduling(s) && Context.readies(before, s, t));
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

    @Obligation(contract = true, opaque = true, keeps = {"threads", "endpoints", "notifications", "slots"},
        text = "yield puts the current thread behind its equals")
    static void yieldCurrent_refines_yieldCurrent(State s, Machine m) {
        assume(related(s, m) && Context.schedulable(s) && s.action() instanceof ResumeCurrent);
        assume(s.thread(s.current()).state().isRunnable());
        s = Threads.yieldCurrent(s);
        ashlar.impl.kernel.Threads.yieldCurrent(m);
        prove(related(s, m) && Context.schedulable(s));
    }

    @Obligation(text = "restartWaiter lets a thread make its call again, and queues it")
    static void restartWaiter_refines_retry(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.scheduling(s) && s.threads().has(t));
        s = Threads.retry(s, t);
        ashlar.impl.kernel.Threads.restartWaiter(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(text = "isRunnable tells whether the thread may run")
    static void isRunnable_refines_isRunnable(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && s.threads().has(t));
        prove(ashlar.impl.kernel.Threads.isRunnable(m, t.addr()) == s.thread(t).state().isRunnable());
    }

    @Obligation(text = "decodeSetPriority refuses what is above authority's MCP, and says what that is")
    static void decodeSetPriority_refines_decodeSetPriority(State s, Machine m, Ref<Tcb> authority,
        long priority) {
        assume(related(s, m) && s.threads().has(authority));
        var result = Threads.decodeSetPriority(s, authority, priority);
        int error = ashlar.impl.kernel.Threads.decodeSetPriority(m, authority.addr(), priority);
        prove(related(s, m) && answerRelated(result, priority, m, error));
    }

    @Obligation(text = "decodeSetPriority decides on an MCP, too")
    static void decodeSetMaxPriority_refines_decodeSetMaxPriority(State s, Machine m, Ref<Tcb> authority,
        long priority) {
        assume(related(s, m) && s.threads().has(authority));
        var result = Threads.decodeSetMaxPriority(s, authority, priority);
        int error = ashlar.impl.kernel.Threads.decodeSetPriority(m, authority.addr(), priority);
        prove(related(s, m) && answerRelated(result, priority, m, error));
    }

    /// The priority is the one asked for, or the error is noted with the range of those allowed.
    private static boolean answerRelated(Result<Priority, SyscallError> result, long asked, Machine m,
        int error) {
        return switch (result) {
            case Ok<Priority, SyscallError>(var given) -> error == NO_ERROR && given.value() == asked;
            case Err<Priority, SyscallError>(RangeError(var min, var max)) -> error == RANGE_ERROR
                && KernelPtr.error(m) == RANGE_ERROR && KernelPtr.errorMin(m) == min
                && KernelPtr.errorMax(m) == max;
            case Err<Priority, SyscallError> _         -> false;
        };
    }

    @Obligation(contract = true, opaque = true, text =
        "suspend takes a thread out of all queues; it does not run until it is resumed")
    static void suspend_refines_suspend(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.threads().has(t));
        assume(!(s.thread(t).state() instanceof BlockedOnReply) || Context.hasMaster(s, t));
        State before = s;
        s = Threads.suspend(s, t);
        ashlar.impl.kernel.Threads.suspend(m, t.addr());
        prove(related(s, m) && Context.queues(s) && Context.derivation(s));
        prove(Context.keepsObjects(before, s) && Context.onlyEmpties(before, s));
        prove(Context.onlyPrunes(before, s));
    }

    @Obligation(text = "restart lets a thread that is stopped or blocked run, with a master for its replies")
    static void restart_refines_restart(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.threads().has(t));
        assume(!(s.thread(t).state() instanceof BlockedOnReply) || Context.hasMaster(s, t));
        assume(s.caps().has(Slots.reply(t)) && ReplyRefines.replyCapabilitiesHaveMasters(s, t));
        s = Threads.restart(s, t);
        ashlar.impl.kernel.Threads.restart(m, t.addr());
        prove(related(s, m));
    }
}
