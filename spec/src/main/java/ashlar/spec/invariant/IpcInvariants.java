package ashlar.spec.invariant;

import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnSend;

/// Endpoints and those that wait at them.
public final class IpcInvariants {
    private IpcInvariants() { }

    public static boolean all(State s) {
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
}
