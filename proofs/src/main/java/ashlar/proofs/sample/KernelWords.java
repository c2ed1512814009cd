package ashlar.proofs.sample;

import ashlar.impl.kernel.ReadyBitmap;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.impl.object.Caps;
import ashlar.model.machine.Machine;
import ashlar.refinement.report.Words;

/// Parts of the kernel's memory in words, in the order in which `SpecWords` has theirs.
final class KernelWords {
    private KernelWords() { }

    static String pointer(long address) {
        return address == KernelPtr.NULL ? "NULL" : Words.address(address);
    }

    static String action(Machine m) {
        long action = KernelPtr.action(m);
        if (action == KernelPtr.RESUME_CURRENT) return "RESUME_CURRENT";
        return action == KernelPtr.CHOOSE_NEW ? "CHOOSE_NEW" : pointer(action);
    }

    static String ready(Machine m, long domain, long priority) {
        return ends(ReadyQueuePtr.head(m, domain, priority), ReadyQueuePtr.tail(m, domain, priority))
            + (ReadyBitmap.hasThreads(m, domain, priority) ? "  bit set" : "  bit clear");
    }

    private static String ends(long head, long tail) {
        return "head " + pointer(head) + "  tail " + pointer(tail);
    }

    static String endpoint(Machine m, long ep) {
        return switch (EndpointPtr.state(m, ep)) {
            case EndpointPtr.IDLE -> "IDLE";
            case EndpointPtr.SEND -> "SEND";
            case EndpointPtr.RECV -> "RECV";
            default               -> "state " + EndpointPtr.state(m, ep);
        } + "  " + ends(EndpointPtr.head(m, ep), EndpointPtr.tail(m, ep));
    }

    static String notification(Machine m, long ntfn) {
        return switch (NotificationPtr.state(m, ntfn)) {
            case NotificationPtr.IDLE    -> "IDLE";
            case NotificationPtr.WAITING -> "WAITING";
            case NotificationPtr.ACTIVE  -> "ACTIVE " + Words.of(NotificationPtr.badge(m, ntfn));
            default                      -> "state " + NotificationPtr.state(m, ntfn);
        } + "  " + ends(NotificationPtr.head(m, ntfn), NotificationPtr.tail(m, ntfn)) + "  bound "
            + pointer(NotificationPtr.boundThread(m, ntfn));
    }

    static String threadState(Machine m, long t) {
        return switch (TcbPtr.state(m, t)) {
            case TcbPtr.INACTIVE                -> "INACTIVE";
            case TcbPtr.RUNNING                 -> "RUNNING";
            case TcbPtr.RESTART                 -> "RESTART";
            case TcbPtr.BLOCKED_ON_RECEIVE      -> "BLOCKED_ON_RECEIVE " + blockedOn(m, t) + "  canGrant "
                + TcbPtr.blockingCanGrant(m, t);
            case TcbPtr.BLOCKED_ON_SEND         -> "BLOCKED_ON_SEND " + blockedOn(m, t) + payload(m, t);
            case TcbPtr.BLOCKED_ON_REPLY        -> "BLOCKED_ON_REPLY";
            case TcbPtr.BLOCKED_ON_NOTIFICATION -> "BLOCKED_ON_NOTIFICATION " + blockedOn(m, t);
            case TcbPtr.IDLE                    -> "IDLE";
            default                             -> "state " + TcbPtr.state(m, t);
        };
    }

    private static String blockedOn(Machine m, long t) {
        return pointer(TcbPtr.blockingObject(m, t));
    }

    private static String payload(Machine m, long t) {
        return "  badge " + Words.of(TcbPtr.blockingBadge(m, t)) + "  canGrant "
            + TcbPtr.blockingCanGrant(m, t) + "  canGrantReply " + TcbPtr.blockingCanGrantReply(m, t)
            + "  isCall " + TcbPtr.blockingIsCall(m, t);
    }

    static String bound(Machine m, long t) {
        return pointer(TcbPtr.boundNotification(m, t));
    }

    static String schedule(Machine m, long t) {
        return "domain " + TcbPtr.domain(m, t) + "  priority " + TcbPtr.priority(m, t) + "  maxPriority "
            + TcbPtr.maxPriority(m, t) + "  timeSlice " + TcbPtr.timeSlice(m, t);
    }

    static String inReadyQueue(Machine m, long t) {
        return neighbours(TcbPtr.schedPrev(m, t), TcbPtr.schedNext(m, t))
            + (TcbPtr.queued(m, t) ? "  queued" : "  not queued");
    }

    static String inQueue(Machine m, long t) {
        return neighbours(TcbPtr.epPrev(m, t), TcbPtr.epNext(m, t));
    }

    private static String neighbours(long prev, long next) {
        return "prev " + pointer(prev) + "  next " + pointer(next);
    }

    static String registers(Machine m, long t) {
        long[] message = new long[(int) TcbPtr.MESSAGE_REGISTERS];
        for (int i = 0; i < message.length; i++)
            message[i] = TcbPtr.register(m, t, TcbPtr.FIRST_MESSAGE_REGISTER + i);
        return SpecWords.registers(TcbPtr.register(m, t, TcbPtr.BADGE_REGISTER),
            TcbPtr.register(m, t, TcbPtr.INFO_REGISTER), message, TcbPtr.register(m, t, TcbPtr.FAULT_IP),
            TcbPtr.register(m, t, TcbPtr.NEXT_IP));
    }

    /// Whether slot holds no capability and is not linked.
    static boolean isEmpty(Machine m, long slot) {
        return Caps.isNull(m, slot) && MdbPtr.prev(m, slot) == KernelPtr.NULL
            && MdbPtr.next(m, slot) == KernelPtr.NULL;
    }

    static String capability(Machine m, long slot) {
        return switch (CapPtr.type(m, slot)) {
            case CapPtr.NULL_CAP     -> "NULL_CAP";
            case CapPtr.ENDPOINT     -> "ENDPOINT " + badged(m, slot);
            case CapPtr.NOTIFICATION -> "NOTIFICATION " + badged(m, slot);
            case CapPtr.REPLY        -> "REPLY " + object(m, slot) + "  isMaster "
                + Caps.isReplyMaster(m, slot) + "  canGrant " + CapPtr.canGrant(m, slot);
            case CapPtr.CNODE        -> "CNODE " + object(m, slot) + "  radixBits "
                + CapPtr.radixBits(m, slot) + "  guard " + Words.of(Caps.guard(m, slot)) + "  guardSize "
                + CapPtr.guardSize(m, slot);
            case CapPtr.THREAD       -> "THREAD " + object(m, slot);
            default                  -> "type " + CapPtr.type(m, slot);
        };
    }

    private static String object(Machine m, long slot) {
        return pointer(CapPtr.object(m, slot));
    }

    private static String badged(Machine m, long slot) {
        return object(m, slot) + "  badge " + Words.of(Caps.badge(m, slot)) + "  "
            + SpecWords.rights(CapPtr.canRead(m, slot), CapPtr.canWrite(m, slot), CapPtr.canGrant(m, slot),
                CapPtr.canGrantReply(m, slot));
    }

    static String links(Machine m, long slot) {
        return neighbours(MdbPtr.prev(m, slot), MdbPtr.next(m, slot))
            + (MdbPtr.revocable(m, slot) ? "  revocable" : "")
            + (MdbPtr.firstBadged(m, slot) ? "  firstBadged" : "");
    }
}
