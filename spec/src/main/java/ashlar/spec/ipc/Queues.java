package ashlar.spec.ipc;

import ashlar.model.collection.PQueue;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.Unreachable;

/// Endpoints and notifications as their queues grow and shrink; without waiters they are idle.
final class Queues {
    private Queues() { }

    static Endpoint sendingOrIdle(PQueue<Ref<Tcb>> queue) {
        return queue.isEmpty() ? new Endpoint.Idle() : new Sending(queue);
    }

    static Endpoint receivingOrIdle(PQueue<Ref<Tcb>> queue) {
        return queue.isEmpty() ? new Endpoint.Idle() : new Receiving(queue);
    }

    static NotificationState waitingOrIdle(PQueue<Ref<Tcb>> queue) {
        return queue.isEmpty() ? new NotificationState.Idle() : new Waiting(queue);
    }

    static Endpoint without(Endpoint endpoint, Ref<Tcb> t) {
        return switch (endpoint) {
            case Sending(var queue)   -> sendingOrIdle(queue.remove(t));
            case Receiving(var queue) -> receivingOrIdle(queue.remove(t));
            case Endpoint.Idle()      -> throw new Unreachable("blockedThreadsAreQueued");
        };
    }

    static NotificationState without(NotificationState state, Ref<Tcb> t) {
        return switch (state) {
            case Waiting(var queue)                     -> waitingOrIdle(queue.remove(t));
            case NotificationState.Idle(), Active(_) -> throw new Unreachable("blockedThreadsWait");
        };
    }
}
