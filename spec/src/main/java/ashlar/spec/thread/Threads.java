package ashlar.spec.thread;

import static ashlar.model.word.Word.ule;

import ashlar.model.collection.PQueue;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.ipc.Replies;
import ashlar.spec.state.Level;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.SyscallError;
import ashlar.spec.state.SyscallError.RangeError;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.Idle;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;

/// Thread states and ready queues: seL4 manual ch. 6 "Threads and Execution".
public final class Threads {
    private Threads() { }

    /// The current thread, if it may not go on, makes room for another.
    public static State setThreadState(State s, Ref<Tcb> t, ThreadState state) {
        s = s.withThread(t, s.thread(t).withState(state));
        return t.equals(s.current()) && s.action() instanceof ResumeCurrent && !state.isRunnable()
             ? s.withAction(new ChooseNew()) : s;
    }

    public static Level level(State s, Ref<Tcb> t) {
        return new Level(s.thread(t).domain(), s.thread(t).priority());
    }

    public static boolean isQueued(State s, Ref<Tcb> t) {
        return s.ready().get(level(s, t)).contains(t);
    }

    /// t behind its equals, unless it waits already.
    public static State enqueue(State s, Ref<Tcb> t) {
        return isQueued(s, t) ? s : s.withReady(level(s, t), s.ready().get(level(s, t)).append(t));
    }

    /// t before its equals, unless it waits already.
    public static State enqueueFirst(State s, Ref<Tcb> t) {
        return isQueued(s, t) ? s : s.withReady(level(s, t), s.ready().get(level(s, t)).prepend(t));
    }

    public static State dequeue(State s, Ref<Tcb> t) {
        return s.withReady(level(s, t), s.ready().get(level(s, t)).remove(t));
    }

    /// A new choice is due; a thread that was to run next waits before its equals.
    public static State rescheduleRequired(State s) {
        if (s.action() instanceof SwitchTo(var next)) s = enqueueFirst(s, next);
        return s.withAction(new ChooseNew());
    }

    /// t has become runnable: it runs next if nothing else was decided.
    public static State possibleSwitchTo(State s, Ref<Tcb> t) {
        if (s.thread(t).domain() != s.domain()) return enqueueFirst(s, t);
        return s.action() instanceof ResumeCurrent ? s.withAction(new SwitchTo(t))
            : enqueueFirst(rescheduleRequired(s), t);
    }

    /// t goes on with what it waited for.
    public static State wake(State s, Ref<Tcb> t) {
        return possibleSwitchTo(setThreadState(s, t, new Running()), t);
    }

    /// t is to make its system call anew.
    public static State retry(State s, Ref<Tcb> t) {
        return enqueueFirst(setThreadState(s, t, new Restart()), t);
    }

    /// Those of queue are to make their system calls anew, one after the other.
    public static State retryAll(State s, PQueue<Ref<Tcb>> queue) {
        return queue.isEmpty() ? s : retryAll(retry(s, queue.head()), queue.tail());
    }

    /// TCB_Suspend. t neither runs nor waits, until it is resumed.
    public static State suspend(State s, Ref<Tcb> t) {
        s = setThreadState(Ipc.cancel(s, t), t, new Inactive());
        return dequeue(s, t);
    }

    /// TCB_Resume. A thread that is stopped or blocked runs again; what it was blocked in is off.
    public static State restart(State s, Ref<Tcb> t) {
        if (s.thread(t).state().isRunnable() || s.thread(t).state() instanceof Idle) return s;
        s = Replies.setUpReplyMaster(Ipc.cancel(s, t), t);
        return possibleSwitchTo(retry(s, t), t);
    }

    /// Whether a thread may get priority from authority: the highest that authority may give is its MCP.
    public static Result<Priority, SyscallError> decodeSetPriority(State s, Ref<Tcb> authority,
        long priority) {
        long mcp = s.thread(authority).maxPriority();
        return ule(priority, mcp) ? new Ok<>(new Priority(priority)) : new Err<>(new RangeError(0, mcp));
    }

    /// Whether a thread may get maxPriority as its MCP from authority: as for a priority.
    public static Result<Priority, SyscallError> decodeSetMaxPriority(State s, Ref<Tcb> authority,
        long maxPriority) {
        return decodeSetPriority(s, authority, maxPriority);
    }

    /// t moves to another level; a runnable one is considered anew.
    public static State setPriority(State s, Ref<Tcb> t, long priority) {
        s = dequeue(s, t);
        s = s.withThread(t, s.thread(t).withPriority(priority));
        if (!s.thread(t).state().isRunnable()) return s;
        return t.equals(s.current()) ? rescheduleRequired(s) : possibleSwitchTo(s, t);
    }

    public static State setMaxPriority(State s, Ref<Tcb> t, long maxPriority) {
        return s.withThread(t, s.thread(t).withMaxPriority(maxPriority));
    }

    /// The current thread goes behind its equals.
    public static State yieldCurrent(State s) {
        return rescheduleRequired(enqueue(dequeue(s, s.current()), s.current()));
    }
}
