package ashlar.impl;

import ashlar.impl.kernel.Threads;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.CtePtr;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.impl.object.Caps;
import ashlar.impl.object.CNodeOps;
import ashlar.impl.object.EndpointOps;
import ashlar.impl.object.Mdb;
import ashlar.impl.object.NotificationOps;
import ashlar.impl.object.ReplyOps;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import java.util.ArrayList;
import java.util.List;

/// A memory with a few objects. At first there are the idle thread and the current thread, which runs at
/// priority 100 and has its master reply capability, as all threads made here.
public final class SmallMemory {
    public static final long PRIORITY = 100;

    public final Machine m = new Machine();
    public final long idle;
    public final long current;

    private long free = 0x1_0000;

    public SmallMemory() {
        idle = thread(0, TcbPtr.IDLE);
        current = thread(PRIORITY, TcbPtr.RUNNING);
        KernelPtr.setIdle(m, idle);
        KernelPtr.setCurrent(m, current);
    }

    private long allocate(long sizeBits) {
        long size = 1L << sizeBits;
        long at = (free + size - 1) & -size;
        free = at + size;
        return at;
    }

    public long thread(long priority, int state) {
        long thread = allocate(TcbPtr.SIZE_BITS);
        TcbPtr.setState(m, thread, state);
        TcbPtr.setPriority(m, thread, priority);
        TcbPtr.setMaxPriority(m, thread, 255);
        TcbPtr.setTimeSlice(m, thread, Platform.TIME_SLICE);
        ReplyOps.setupReplyMaster(m, thread);
        return thread;
    }

    /// An inactive thread of priority 100.
    public long thread() {
        return thread(PRIORITY, TcbPtr.INACTIVE);
    }

    /// A running thread in its ready queue.
    public long ready(long priority) {
        long thread = thread(priority, TcbPtr.RUNNING);
        Threads.enqueue(m, thread);
        return thread;
    }

    public long receiver(long ep) {
        return receiver(ep, false);
    }

    public long receiver(long ep, boolean canGrant) {
        long thread = thread(PRIORITY, TcbPtr.RUNNING);
        EndpointOps.receiveIPC(m, true, thread, ep, canGrant);
        return thread;
    }

    public long sender(long ep, long badge) {
        return sender(ep, badge, false, false, false);
    }

    public long sender(long ep, long badge, boolean isCall, boolean canGrant, boolean canGrantReply) {
        long thread = thread(PRIORITY, TcbPtr.RUNNING);
        EndpointOps.sendIPC(m, true, isCall, badge, canGrant, canGrantReply, thread, ep);
        return thread;
    }

    public long waiter(long ntfn) {
        long thread = thread(PRIORITY, TcbPtr.RUNNING);
        NotificationOps.receiveSignal(m, thread, ntfn, true);
        return thread;
    }

    /// A thread whose call was taken by receiver.
    public long caller(long receiver) {
        long thread = thread(PRIORITY, TcbPtr.RUNNING);
        ReplyOps.setupCallerCap(m, thread, receiver, false);
        return thread;
    }

    public long endpoint() {
        return allocate(EndpointPtr.SIZE_BITS);
    }

    public long notification() {
        return allocate(NotificationPtr.SIZE_BITS);
    }

    public long activeNotification(long badge) {
        long ntfn = notification();
        NotificationPtr.setState(m, ntfn, NotificationPtr.ACTIVE);
        NotificationPtr.setBadge(m, ntfn, badge);
        return ntfn;
    }

    public long cnode(long radixBits) {
        return allocate(radixBits + CtePtr.SIZE_BITS);
    }

    /// An empty slot.
    public long slot() {
        return cnode(0);
    }

    /// A slot with the original capability to the endpoint or notification at object, with all rights.
    public long original(int type, long object, long badge) {
        long slot = slot();
        setCap(slot, type, object);
        Caps.setBadge(m, slot, badge);
        CapPtr.setCanRead(m, slot, true);
        CapPtr.setCanWrite(m, slot, true);
        CapPtr.setCanGrant(m, slot, true);
        CapPtr.setCanGrantReply(m, slot, true);
        return slot;
    }

    public long endpointCap(long ep) {
        return original(CapPtr.ENDPOINT, ep, 0);
    }

    public long notificationCap(long ntfn) {
        return original(CapPtr.NOTIFICATION, ntfn, 0);
    }

    public long threadCap(long thread) {
        long slot = slot();
        setCap(slot, CapPtr.THREAD, thread);
        return slot;
    }

    public long cnodeCap(long cnode, long radixBits, long guardSize, long guard) {
        long slot = slot();
        putCNodeCap(slot, cnode, radixBits, guardSize, guard);
        return slot;
    }

    public void putCNodeCap(long slot, long cnode, long radixBits, long guardSize, long guard) {
        setCap(slot, CapPtr.CNODE, cnode);
        CapPtr.setRadixBits(m, slot, radixBits);
        CapPtr.setGuardSize(m, slot, guardSize);
        Caps.setGuard(m, slot, guard);
    }

    private void setCap(long slot, int type, long object) {
        CapPtr.setType(m, slot, type);
        CapPtr.setObject(m, slot, object);
        Mdb.insertAlone(m, slot);
    }

    /// A slot with a copy of what src holds.
    public long copy(long src) {
        long dest = slot();
        CNodeOps.cteInsert(m, src, src, dest);
        return dest;
    }

    /// A slot with a copy, under another badge, of what src holds.
    public long mint(long src, long badge) {
        long dest = slot();
        Caps.copy(m, src, KernelPtr.NEW_CAP);
        Caps.setBadge(m, KernelPtr.NEW_CAP, badge);
        CNodeOps.cteInsert(m, KernelPtr.NEW_CAP, src, dest);
        return dest;
    }

    /// The threads that wait for ep, by the links ahead; those back must agree.
    public List<Long> waitingFor(long ep) {
        return waiting(EndpointPtr.head(m, ep), EndpointPtr.tail(m, ep));
    }

    public List<Long> waitingForSignal(long ntfn) {
        return waiting(NotificationPtr.head(m, ntfn), NotificationPtr.tail(m, ntfn));
    }

    private List<Long> waiting(long head, long tail) {
        List<Long> threads = new ArrayList<>();
        long prev = KernelPtr.NULL;
        for (long t = head; t != KernelPtr.NULL; t = TcbPtr.epNext(m, t)) {
            agree(TcbPtr.epPrev(m, t), prev);
            threads.add(t);
            prev = t;
        }
        agree(tail, prev);
        return threads;
    }

    /// The threads in the current domain's ready queue.
    public List<Long> readyAt(long priority) {
        List<Long> threads = new ArrayList<>();
        long prev = KernelPtr.NULL;
        for (long t = ReadyQueuePtr.head(m, 0, priority); t != KernelPtr.NULL; t = TcbPtr.schedNext(m, t)) {
            agree(TcbPtr.schedPrev(m, t), prev);
            threads.add(t);
            prev = t;
        }
        agree(ReadyQueuePtr.tail(m, 0, priority), prev);
        return threads;
    }

    /// The derivation list from first on.
    public List<Long> derived(long first) {
        List<Long> slots = new ArrayList<>();
        long prev = MdbPtr.prev(m, first);
        for (long slot = first; slot != KernelPtr.NULL; slot = MdbPtr.next(m, slot)) {
            agree(MdbPtr.prev(m, slot), prev);
            slots.add(slot);
            prev = slot;
        }
        return slots;
    }

    private static void agree(long found, long expected) {
        if (found != expected)
            throw new AssertionError("link is 0x%x, must be 0x%x".formatted(found, expected));
    }

    public int state(long thread) {
        return TcbPtr.state(m, thread);
    }

    public long badge(long thread) {
        return TcbPtr.register(m, thread, TcbPtr.BADGE_REGISTER);
    }

    public void setRegister(long thread, long i, long value) {
        TcbPtr.setRegister(m, thread, i, value);
    }

    public long callerSlot(long thread) {
        return CtePtr.at(thread, TcbPtr.CALLER);
    }

    public long replySlot(long thread) {
        return CtePtr.at(thread, TcbPtr.REPLY);
    }

    /// Registers MR0 to MR3.
    public List<Long> message(long thread) {
        return List.of(TcbPtr.register(m, thread, 2), TcbPtr.register(m, thread, 3),
                       TcbPtr.register(m, thread, 4), TcbPtr.register(m, thread, 5));
    }

    /// Writes MR0 to MR3 and the info word.
    public void setMessage(long thread, long info, long mr0, long mr1, long mr2, long mr3) {
        TcbPtr.setRegister(m, thread, TcbPtr.INFO_REGISTER, info);
        TcbPtr.setRegister(m, thread, 2, mr0);
        TcbPtr.setRegister(m, thread, 3, mr1);
        TcbPtr.setRegister(m, thread, 4, mr2);
        TcbPtr.setRegister(m, thread, 5, mr3);
    }
}
