package ashlar.spec.ipc;

import static ashlar.spec.thread.Threads.possibleSwitchTo;
import static ashlar.spec.thread.Threads.setThreadState;

import ashlar.model.collection.PQueue;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Running;
import ashlar.spec.state.Unreachable;

/// Synchronous IPC: seL4 manual ch. 4 "Message Passing (IPC)".
public final class Ipc {
    private Ipc() { }

    /// seL4_Send and seL4_NBSend. A waiting receiver gets the message now; otherwise a blocking sender queues
    /// and a
    /// non-blocking one drops its message.
    public static State send(State s, boolean blocking, SenderPayload p, Ref<Tcb> thread, Ref<Endpoint> ep) {
        return switch (s.endpoint(ep)) {
            case Receiving(var queue) -> deliver(s, p, thread, ep, queue);
            case Sending(var queue)   -> blocking ? enqueueSender(s, p, thread, ep, queue) : s;
            case Endpoint.Idle()      -> blocking ? enqueueSender(s, p, thread, ep, PQueue.empty()) : s;
        };
    }

    private static State enqueueSender(State s, SenderPayload p, Ref<Tcb> thread, Ref<Endpoint> ep,
        PQueue<Ref<Tcb>> queue) {
        s = setThreadState(s, thread, new BlockedOnSend(ep, p));
        return s.withEndpoint(ep, new Sending(queue.append(thread)));
    }

    private static State deliver(State s, SenderPayload p, Ref<Tcb> thread, Ref<Endpoint> ep,
        PQueue<Ref<Tcb>> queue) {
        var dest = queue.head();                                        // by queuesNonEmpty
        s = s.withEndpoint(ep, receivingOrIdle(queue.tail()));
        s = transfer(s, thread, dest, p.badge());
        return possibleSwitchTo(setThreadState(s, dest, new Running()), dest);
    }

    /// seL4_Recv and seL4_NBRecv. A waiting sender's message is taken now; otherwise a blocking receiver
    /// queues and
    /// a non-blocking one sees badge 0.
    public static State receive(State s, boolean blocking, Ref<Tcb> thread, Ref<Endpoint> ep,
        boolean canGrant) {
        return switch (s.endpoint(ep)) {
            case Sending(var queue)   -> take(s, thread, ep, queue);
            case Receiving(var queue) -> blocking ? enqueueReceiver(s, thread, ep, canGrant, queue)
                : noMessage(s, thread);
            case Endpoint.Idle()      -> blocking ? enqueueReceiver(s, thread, ep, canGrant, PQueue.empty())
                : noMessage(s, thread);
        };
    }

    private static State enqueueReceiver(State s, Ref<Tcb> thread, Ref<Endpoint> ep, boolean canGrant,
        PQueue<Ref<Tcb>> queue) {
        s = setThreadState(s, thread, new BlockedOnReceive(ep, canGrant));
        return s.withEndpoint(ep, new Receiving(queue.append(thread)));
    }

    private static State noMessage(State s, Ref<Tcb> thread) {
        return s.withThread(thread, s.thread(thread)
            .withRegisters(s.thread(thread).registers().withBadge(0)));
    }

    private static State take(State s, Ref<Tcb> thread, Ref<Endpoint> ep, PQueue<Ref<Tcb>> queue) {
        var sender = queue.head();                                      // by queuesNonEmpty
        s = s.withEndpoint(ep, sendingOrIdle(queue.tail()));
        if (!(s.thread(sender).state() instanceof BlockedOnSend(_, var p)))
            throw new Unreachable("queuedThreadsAreBlocked");
        s = transfer(s, sender, thread, p.badge());
        return possibleSwitchTo(setThreadState(s, sender, new Running()), sender);
    }

    /// The message registers of from, and badge, become those of to.
    public static State transfer(State s, Ref<Tcb> from, Ref<Tcb> to, long badge) {
        return s.withThread(to, s.thread(to).withRegisters(s.thread(from).registers().withBadge(badge)));
    }

    /// Takes t out of the queue it is blocked in, and makes it inactive.
    public static State cancel(State s, Ref<Tcb> t) {
        return switch (s.thread(t).state()) {
            case BlockedOnSend(var ep, _)    -> leave(s, t, ep);
            case BlockedOnReceive(var ep, _) -> leave(s, t, ep);
            default                          -> s;
        };
    }

    private static State leave(State s, Ref<Tcb> t, Ref<Endpoint> ep) {
        s = s.withEndpoint(ep, without(s.endpoint(ep), t));
        return setThreadState(s, t, new Inactive());
    }

    private static Endpoint without(Endpoint endpoint, Ref<Tcb> t) {
        return switch (endpoint) {
            case Sending(var queue)   -> sendingOrIdle(queue.remove(t));
            case Receiving(var queue) -> receivingOrIdle(queue.remove(t));
            case Endpoint.Idle()      -> throw new Unreachable("blockedThreadsAreQueued");
        };
    }

    private static Endpoint sendingOrIdle(PQueue<Ref<Tcb>> queue) {
        return queue.isEmpty() ? new Endpoint.Idle() : new Sending(queue);
    }

    private static Endpoint receivingOrIdle(PQueue<Ref<Tcb>> queue) {
        return queue.isEmpty() ? new Endpoint.Idle() : new Receiving(queue);
    }
}
