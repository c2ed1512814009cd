package ashlar.spec.ipc;

import static ashlar.spec.ipc.Queues.receivingOrIdle;
import static ashlar.spec.ipc.Queues.sendingOrIdle;
import static ashlar.spec.thread.Threads.rescheduleRequired;
import static ashlar.spec.thread.Threads.retry;
import static ashlar.spec.thread.Threads.setThreadState;
import static ashlar.spec.thread.Threads.wake;

import ashlar.model.collection.PQueue;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnNotification;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.Unreachable;

/// Synchronous IPC: seL4 manual ch. 4 "Message Passing (IPC)".
public final class Ipc {
    private Ipc() { }

    /// seL4_Send, seL4_NBSend and the sending half of seL4_Call. A waiting receiver gets the message now;
    /// otherwise a blocking sender queues and a non-blocking one drops its message.
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
        if (!(s.thread(dest).state() instanceof BlockedOnReceive(_, var canGrant)))
            throw new Unreachable("queuedThreadsAreBlocked");
        s = wake(transfer(s, thread, dest, p.badge()), dest);
        return p.isCall() ? awaitReply(s, p, thread, dest, canGrant) : s;
    }

    /// seL4_Recv and seL4_NBRecv. A badge that the thread's own notification holds comes first. A waiting
    /// sender's message is taken now; otherwise a blocking receiver queues and a non-blocking one sees badge
    /// 0.
    public static State receive(State s, boolean blocking, Ref<Tcb> thread, Ref<Endpoint> ep,
        boolean canGrant) {
        var bound = s.thread(thread).bound();
        return bound.exists(ntfn -> s.notification(ntfn).state() instanceof Active)
             ? Notifications.completeSignal(s, bound.get(), thread)
             : receiveMessage(s, blocking, thread, ep, canGrant);
    }

    private static State receiveMessage(State s, boolean blocking, Ref<Tcb> thread, Ref<Endpoint> ep,
        boolean canGrant) {
        return switch (s.endpoint(ep)) {
            case Sending(var queue)   -> take(s, thread, ep, canGrant, queue);
            case Receiving(var queue) -> blocking ? enqueueReceiver(s, thread, ep, canGrant, queue)
                : Messages.showBadge(s, thread, 0);
            case Endpoint.Idle()      -> blocking ? enqueueReceiver(s, thread, ep, canGrant, PQueue.empty())
                : Messages.showBadge(s, thread, 0);
        };
    }

    private static State enqueueReceiver(State s, Ref<Tcb> thread, Ref<Endpoint> ep, boolean canGrant,
        PQueue<Ref<Tcb>> queue) {
        s = setThreadState(s, thread, new BlockedOnReceive(ep, canGrant));
        return s.withEndpoint(ep, new Receiving(queue.append(thread)));
    }

    private static State take(State s, Ref<Tcb> thread, Ref<Endpoint> ep, boolean canGrant,
        PQueue<Ref<Tcb>> queue) {
        var sender = queue.head();                                      // by queuesNonEmpty
        s = s.withEndpoint(ep, sendingOrIdle(queue.tail()));
        if (!(s.thread(sender).state() instanceof BlockedOnSend(_, var p)))
            throw new Unreachable("queuedThreadsAreBlocked");
        s = transfer(s, sender, thread, p.badge());
        return p.isCall() ? awaitReply(s, p, sender, thread, canGrant) : wake(s, sender);
    }

    /// A caller whose message is delivered waits for the answer, or forever if it may not ask for one.
    private static State awaitReply(State s, SenderPayload p, Ref<Tcb> caller, Ref<Tcb> receiver,
        boolean canGrant) {
        return p.canGrant() || p.canGrantReply() ? Replies.giveReplyCap(s, caller, receiver, canGrant)
            : setThreadState(s, caller, new Inactive());
    }

    /// The message of from, and badge, go to to: as many words as from's registers hold.
    public static State transfer(State s, Ref<Tcb> from, Ref<Tcb> to, long badge) {
        return Messages.transfer(s, from, to, badge);
    }

    /// Takes t out of whatever it is blocked in, and makes it inactive.
    public static State cancel(State s, Ref<Tcb> t) {
        return switch (s.thread(t).state()) {
            case BlockedOnSend(var ep, _)        -> leave(s, t, ep);
            case BlockedOnReceive(var ep, _)     -> leave(s, t, ep);
            case BlockedOnNotification(var ntfn) -> Notifications.cancelSignal(s, t, ntfn);
            case BlockedOnReply()                -> Replies.cancelReply(s, t);
            default                              -> s;
        };
    }

    private static State leave(State s, Ref<Tcb> t, Ref<Endpoint> ep) {
        s = s.withEndpoint(ep, Queues.without(s.endpoint(ep), t));
        return setThreadState(s, t, new Inactive());
    }

    /// All that wait at ep try anew.
    public static State cancelAll(State s, Ref<Endpoint> ep) {
        return s.endpoint(ep) instanceof Endpoint.Idle ? s : rescheduleRequired(retryAll(s, ep));
    }

    /// All that wait at ep, one after the other, are to make their system calls anew.
    public static State retryAll(State s, Ref<Endpoint> ep) {
        var queue = waiters(s, ep);
        return queue.isEmpty() ? s : retryAll(retryWaiter(s, ep, queue.head()), ep);
    }

    /// Those that wait at ep, in order of arrival.
    public static PQueue<Ref<Tcb>> waiters(State s, Ref<Endpoint> ep) {
        return switch (s.endpoint(ep)) {
            case Endpoint.Idle()      -> PQueue.empty();
            case Sending(var queue)   -> queue;
            case Receiving(var queue) -> queue;
        };
    }

    private static State retryWaiter(State s, Ref<Endpoint> ep, Ref<Tcb> t) {
        return retry(s.withEndpoint(ep, Queues.without(s.endpoint(ep), t)), t);
    }

    /// All that wait to send to ep with badge try anew; the others stay, in their order.
    public static State cancelBadgedSends(State s, Ref<Endpoint> ep, long badge) {
        return s.endpoint(ep) instanceof Sending(var queue)
             ? rescheduleRequired(retryBadged(s, ep, badge, queue)) : s;
    }

    /// Those of queue that wait to send to ep with badge are to make their system calls anew.
    /// @param queue the waiters that are left to look at
    public static State retryBadged(State s, Ref<Endpoint> ep, long badge, PQueue<Ref<Tcb>> queue) {
        if (queue.isEmpty()) return s;
        return retryBadged(retryIfBadged(s, ep, badge, queue.head()), ep, badge, queue.tail());
    }

    private static State retryIfBadged(State s, Ref<Endpoint> ep, long badge, Ref<Tcb> t) {
        if (!(s.thread(t).state() instanceof BlockedOnSend(_, var p)))
            throw new Unreachable("queuedThreadsAreBlocked");
        if (p.badge() != badge) return s;
        return retryWaiter(s, ep, t);
    }
}
