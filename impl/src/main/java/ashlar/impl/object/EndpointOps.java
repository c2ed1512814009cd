package ashlar.impl.object;

import static ashlar.impl.kernel.Threads.possibleSwitchTo;
import static ashlar.impl.kernel.Threads.setThreadState;
import static ashlar.impl.kernel.Unreachable.unreachable;
import static ashlar.impl.layout.EndpointPtr.IDLE;
import static ashlar.impl.layout.EndpointPtr.RECV;
import static ashlar.impl.layout.EndpointPtr.SEND;
import static ashlar.impl.layout.KernelPtr.NULL;

import ashlar.impl.layout.EndpointPtr;
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
                setThreadState(m, dest, TcbPtr.RUNNING);
                possibleSwitchTo(m, dest);
            }
            default -> throw unreachable("endpoint state is 0..2");
        }
    }

    /// Receives into thread through the endpoint at ep. Requires: thread runs and is on no queue.
    public static void receiveIPC(Machine m, boolean blocking, long thread, long ep, boolean canGrant) {
        switch (EndpointPtr.state(m, ep)) {
            case IDLE, RECV -> {
                if (!blocking) {
                    TcbPtr.setRegister(m, thread, TcbPtr.BADGE_REGISTER, 0);
                    return;
                }
                setBlockedOnReceive(m, thread, ep, canGrant);
                append(m, ep, thread, RECV);
            }
            case SEND -> {
                long sender = EndpointPtr.head(m, ep);              // not NULL: queuesNonEmpty
                unlink(m, ep, sender);
                transferMessage(m, sender, thread, TcbPtr.blockingBadge(m, sender));
                setThreadState(m, sender, TcbPtr.RUNNING);
                possibleSwitchTo(m, sender);
            }
            default -> throw unreachable("endpoint state is 0..2");
        }
    }

    /// Takes thread out of the endpoint queue it is blocked in, if it is, and makes it inactive.
    public static void cancelIPC(Machine m, long thread) {
        switch (TcbPtr.state(m, thread)) {
            case TcbPtr.BLOCKED_ON_SEND, TcbPtr.BLOCKED_ON_RECEIVE -> {
                unlink(m, TcbPtr.blockingObject(m, thread), thread);
                setThreadState(m, thread, TcbPtr.INACTIVE);
            }
            default -> { }
        }
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

    /// Copies the message registers, and hands over badge.
    public static void transferMessage(Machine m, long from, long to, long badge) {
        TcbPtr.setRegister(m, to, TcbPtr.INFO_REGISTER, TcbPtr.register(m, from, TcbPtr.INFO_REGISTER));
        for (long i = 0; i < TcbPtr.MESSAGE_REGISTERS; i++) {
            long r = TcbPtr.FIRST_MESSAGE_REGISTER + i;
            TcbPtr.setRegister(m, to, r, TcbPtr.register(m, from, r));
        }
        TcbPtr.setRegister(m, to, TcbPtr.BADGE_REGISTER, badge);
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
