package ashlar.impl.object;

import static ashlar.impl.kernel.Threads.possibleSwitchTo;
import static ashlar.impl.kernel.Threads.rescheduleRequired;
import static ashlar.impl.kernel.Threads.restartWaiter;
import static ashlar.impl.kernel.Threads.setThreadState;
import static ashlar.impl.kernel.Unreachable.unreachable;
import static ashlar.impl.layout.EndpointPtr.IDLE;
import static ashlar.impl.layout.EndpointPtr.RECV;
import static ashlar.impl.layout.EndpointPtr.SEND;
import static ashlar.impl.layout.KernelPtr.NULL;

import ashlar.impl.api.MessageInfo;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;

/// Endpoint operations (seL4 manual ch. 4, non-MCS). Addresses are kernel-virtual.
public final class EndpointOps {
    private EndpointOps() { }

    /// Sends thread's message through the endpoint at ep. Requires: thread runs and is on no queue.
    public static void sendIPC(Machine m, boolean blocking, boolean isCall, long badge, boolean canGrant,
                               boolean canGrantReply, long thread, long ep) {
        switch (EndpointPtr.state(m, ep)) {
            case IDLE, SEND -> {
                if (!blocking) return;                              // NBSend: message dropped
                setBlockedOnSend(m, thread, ep, badge, canGrant, canGrantReply, isCall);
                append(m, ep, thread, SEND);
            }
            case RECV -> {
                long dest = EndpointPtr.head(m, ep);                // not NULL: queuesNonEmpty
                unlink(m, ep, dest);
                transferMessage(m, thread, dest, badge);
                boolean mayGrant = TcbPtr.blockingCanGrant(m, dest);
                setThreadState(m, dest, TcbPtr.RUNNING);
                possibleSwitchTo(m, dest);
                if (isCall) awaitReply(m, thread, dest, canGrant || canGrantReply, mayGrant);
            }
            default -> throw unreachable("endpoint state is 0..2");
        }
    }

    /// Receives into thread a signal of its bound notification or, if there is none, a message through the
    /// endpoint at ep. Requires: thread runs and is on no queue.
    public static void receiveIPC(Machine m, boolean blocking, long thread, long ep, boolean canGrant) {
        long ntfn = TcbPtr.boundNotification(m, thread);
        if (ntfn != NULL && NotificationPtr.state(m, ntfn) == NotificationPtr.ACTIVE)
            NotificationOps.completeSignal(m, ntfn, thread);
        else
            receiveMessage(m, blocking, thread, ep, canGrant);
    }

    static void receiveMessage(Machine m, boolean blocking, long thread, long ep, boolean canGrant) {
        switch (EndpointPtr.state(m, ep)) {
            case IDLE, RECV -> {
                if (blocking) {
                    setBlockedOnReceive(m, thread, ep, canGrant);
                    append(m, ep, thread, RECV);
                } else {
                    TcbPtr.setRegister(m, thread, TcbPtr.BADGE_REGISTER, 0);
                }
            }
            case SEND -> takeSender(m, EndpointPtr.head(m, ep), thread, ep, canGrant);
            default -> throw unreachable("endpoint state is 0..2");
        }
    }

    /// Takes the message of sender, the first in ep's queue.
    private static void takeSender(Machine m, long sender, long thread, long ep, boolean canGrant) {
        unlink(m, ep, sender);
        transferMessage(m, sender, thread, TcbPtr.blockingBadge(m, sender));
        if (TcbPtr.blockingIsCall(m, sender)) {
            boolean mayReply = TcbPtr.blockingCanGrant(m, sender) || TcbPtr.blockingCanGrantReply(m, sender);
            awaitReply(m, sender, thread, mayReply, canGrant);
        } else {
            setThreadState(m, sender, TcbPtr.RUNNING);
            possibleSwitchTo(m, sender);
        }
    }

    /// The message of caller's call has been delivered to receiver.
    /// @param mayReply whether receiver gets the capability to reply; if not, nobody wakes caller
    private static void awaitReply(Machine m, long caller, long receiver, boolean mayReply,
                                   boolean canGrant) {
        if (mayReply) ReplyOps.setupCallerCap(m, caller, receiver, canGrant);
        else          setThreadState(m, caller, TcbPtr.INACTIVE);
    }

    /// Takes thread out of what it waits for, if it does, and makes it inactive.
    public static void cancelIPC(Machine m, long thread) {
        switch (TcbPtr.state(m, thread)) {
            case TcbPtr.BLOCKED_ON_SEND, TcbPtr.BLOCKED_ON_RECEIVE -> {
                unlink(m, TcbPtr.blockingObject(m, thread), thread);
                setThreadState(m, thread, TcbPtr.INACTIVE);
            }
            case TcbPtr.BLOCKED_ON_NOTIFICATION ->
                NotificationOps.cancelSignal(m, thread, TcbPtr.blockingObject(m, thread));
            case TcbPtr.BLOCKED_ON_REPLY -> {
                ReplyOps.cancelReply(m, thread);
                setThreadState(m, thread, TcbPtr.INACTIVE);
            }
            default -> { }
        }
    }

    /// Restarts all that wait to send or to receive.
    public static void cancelAllIPC(Machine m, long ep) {
        if (EndpointPtr.state(m, ep) == IDLE) return;
        restartAll(m, ep);
        rescheduleRequired(m);
    }

    /// Takes all out of ep's queue, one after the other, and restarts them.
    public static void restartAll(Machine m, long ep) {
        while (EndpointPtr.head(m, ep) != NULL) cancelWaiter(m, ep, EndpointPtr.head(m, ep));
    }

    /// Restarts those that wait to send with badge.
    public static void cancelBadgedSends(Machine m, long ep, long badge) {
        if (EndpointPtr.state(m, ep) != SEND) return;
        restartBadged(m, ep, badge, EndpointPtr.head(m, ep));
        rescheduleRequired(m);
    }

    /// Restarts those that wait to send with badge, from thread on, which is in ep's queue or NULL.
    public static void restartBadged(Machine m, long ep, long badge, long thread) {
        while (thread != NULL) thread = restartIfBadged(m, ep, badge, thread);
    }

    private static long restartIfBadged(Machine m, long ep, long badge, long thread) {
        long next = TcbPtr.epNext(m, thread);
        if (TcbPtr.blockingBadge(m, thread) == badge) cancelWaiter(m, ep, thread);
        return next;
    }

    private static void cancelWaiter(Machine m, long ep, long thread) {
        unlink(m, ep, thread);
        restartWaiter(m, thread);
    }

    static void setBlockedOnSend(Machine m, long thread, long ep, long badge, boolean canGrant,
                                 boolean canGrantReply, boolean isCall) {
        TcbPtr.setBlockingObject(m, thread, ep);
        TcbPtr.setBlockingBadge(m, thread, badge);
        TcbPtr.setBlockingCanGrant(m, thread, canGrant);
        TcbPtr.setBlockingCanGrantReply(m, thread, canGrantReply);
        TcbPtr.setBlockingIsCall(m, thread, isCall);
        setThreadState(m, thread, TcbPtr.BLOCKED_ON_SEND);
    }

    static void setBlockedOnReceive(Machine m, long thread, long ep, boolean canGrant) {
        TcbPtr.setBlockingObject(m, thread, ep);
        TcbPtr.setBlockingCanGrant(m, thread, canGrant);
        setThreadState(m, thread, TcbPtr.BLOCKED_ON_RECEIVE);
    }

    /// Copies the message, cut to what fits into registers, and hands over badge.
    public static void transferMessage(Machine m, long from, long to, long badge) {
        long info = TcbPtr.register(m, from, TcbPtr.INFO_REGISTER);
        long length = MessageInfo.length(info);
        if (length > TcbPtr.MESSAGE_REGISTERS) length = TcbPtr.MESSAGE_REGISTERS;
        copyRegisters(m, from, to, length);
        TcbPtr.setRegister(m, to, TcbPtr.INFO_REGISTER, MessageInfo.withoutCaps(info, length));
        TcbPtr.setRegister(m, to, TcbPtr.BADGE_REGISTER, badge);
    }

    private static void copyRegisters(Machine m, long from, long to, long length) {
        for (long i = 0; i < length; i++) {
            long r = TcbPtr.FIRST_MESSAGE_REGISTER + i;
            TcbPtr.setRegister(m, to, r, TcbPtr.register(m, from, r));
        }
    }

    /// Links thread in at the end of ep's queue, which is in, or enters, state.
    public static void append(Machine m, long ep, long thread, int state) {
        long tail = EndpointPtr.tail(m, ep);
        TcbPtr.setEpPrev(m, thread, tail);
        TcbPtr.setEpNext(m, thread, NULL);
        if (tail == NULL) EndpointPtr.setHead(m, ep, thread);
        else              TcbPtr.setEpNext(m, tail, thread);
        EndpointPtr.setTail(m, ep, thread);
        EndpointPtr.setState(m, ep, state);
    }

    /// Unlinks thread from ep's queue; an emptied endpoint becomes idle.
    public static void unlink(Machine m, long ep, long thread) {
        long prev = TcbPtr.epPrev(m, thread), next = TcbPtr.epNext(m, thread);
        if (prev == NULL) EndpointPtr.setHead(m, ep, next);
        else              TcbPtr.setEpNext(m, prev, next);
        if (next == NULL) EndpointPtr.setTail(m, ep, prev);
        else              TcbPtr.setEpPrev(m, next, prev);
        if (prev == NULL && next == NULL) EndpointPtr.setState(m, ep, IDLE);
        TcbPtr.setEpNext(m, thread, NULL);
        TcbPtr.setEpPrev(m, thread, NULL);
    }
}
