package ashlar.spec.invariant;

import ashlar.model.collection.PQueue;
import ashlar.model.collection.Range;
import ashlar.model.platform.Platform;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Level;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.thread.Threads;

/// What holds of every reachable state.
public final class Invariants {
    private Invariants() { }

    public static boolean all(State s) {
        return aligned(s) && ipc(s) && scheduling(s);
    }

    /// Every object's address is a multiple of its size and not 0.
    public static boolean aligned(State s) {
        return s.threads().forAll((t, _) -> t.addr() != 0 && (t.addr() & 2047) == 0)
            && s.endpoints().forAll((ep, _) -> ep.addr() != 0 && (ep.addr() & 15) == 0)
            && s.notifications().forAll((ntfn, _) -> ntfn.addr() != 0 && (ntfn.addr() & 31) == 0);
    }

    public static boolean ipc(State s) {
        return queuesNonEmpty(s) && queuedThreadsAreBlocked(s) && blockedThreadsAreQueued(s);
    }

    /// An endpoint at which no thread waits is idle.
    public static boolean queuesNonEmpty(State s) {
        return s.endpoints().forAll((_, e) -> switch (e) {
            case Endpoint.Idle()  -> true;
            case Sending(var q)   -> !q.isEmpty();
            case Receiving(var q) -> !q.isEmpty();
        });
    }

    /// A thread in an endpoint's queue is blocked on that endpoint, in the queue's direction.
    public static boolean queuedThreadsAreBlocked(State s) {
        return s.endpoints().forAll((ep, e) -> switch (e) {
            case Endpoint.Idle()  -> true;
            case Sending(var q)   -> q.forAll(t -> s.threads().has(t) && sendsTo(s.thread(t), ep));
            case Receiving(var q) -> q.forAll(t -> s.threads().has(t) && receivesFrom(s.thread(t), ep));
        });
    }

    private static boolean sendsTo(Tcb tcb, Ref<Endpoint> ep) {
        return tcb.state() instanceof BlockedOnSend(var object, _) && object.equals(ep);
    }

    private static boolean receivesFrom(Tcb tcb, Ref<Endpoint> ep) {
        return tcb.state() instanceof BlockedOnReceive(var object, _) && object.equals(ep);
    }

    /// A thread that is blocked on an endpoint is in its queue.
    public static boolean blockedThreadsAreQueued(State s) {
        return s.threads().forAll((t, tcb) -> switch (tcb.state()) {
            case BlockedOnSend(var ep, _)    -> s.endpoints().has(ep)
                && s.endpoint(ep) instanceof Sending(var q) && q.contains(t);
            case BlockedOnReceive(var ep, _) -> s.endpoints().has(ep)
                && s.endpoint(ep) instanceof Receiving(var q) && q.contains(t);
            default                          -> true;
        });
    }

    public static boolean scheduling(State s) {
        return levelsInRange(s) && readyThreadsAreRunnable(s) && currentIsNotReady(s)
            && candidateIsRunnable(s);
    }

    /// Domains and priorities are among those configured.
    public static boolean levelsInRange(State s) {
        return s.domain() >= 0 && s.domain() < Platform.NUM_DOMAINS
            && s.threads().forAll((_, tcb) -> tcb.domain() >= 0 && tcb.domain() < Platform.NUM_DOMAINS
                                           && tcb.priority() >= 0
                                               && tcb.priority() < Platform.NUM_PRIORITIES);
    }

    /// A thread in a ready queue is runnable, and it is the queue of its domain and priority.
    public static boolean readyThreadsAreRunnable(State s) {
        return Range.forAll(0, Platform.NUM_DOMAINS, d -> Range.forAll(0, Platform.NUM_PRIORITIES, p ->
            onlyRunnable(s, new Level(d, p), s.ready().get(new Level(d, p)))));
    }

    private static boolean onlyRunnable(State s, Level level, PQueue<Ref<Tcb>> queue) {
        return queue.forAll(t -> s.threads().has(t) && Threads.level(s, t).equals(level) && s.thread(t)
            .state().isRunnable());
    }

    /// The current thread exists, and waits for the processor only when another is about to be chosen.
    public static boolean currentIsNotReady(State s) {
        return s.threads().has(s.current())
            && (!(s.action() instanceof ResumeCurrent) || !Threads.isQueued(s, s.current()));
    }

    /// The thread about to run is runnable, in the domain that runs, and in no ready queue.
    public static boolean candidateIsRunnable(State s) {
        return switch (s.action()) {
            case ResumeCurrent(), ChooseNew() -> true;
            case SwitchTo(var t) -> s.threads().has(t) && s.thread(t).state().isRunnable()
                && !Threads.isQueued(s, t);
        };
    }
}
