package ashlar.proofs.sample;

import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import ashlar.spec.state.Notification;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// Memory as earlier work may have left it, where it means nothing in the state to come.
final class Stale {
    private static final long[] CAPABILITIES_IN_THE_MAKING = {KernelPtr.NEW_CAP, KernelPtr.NEW_PIVOT_CAP,
        KernelPtr.REMAINDER_CAP, KernelPtr.SWAPPED_CAP};

    private final Choice choice;
    private final Pick pick;
    private final Machine m = new Machine();

    private Stale(State s, Choice choice) {
        this.choice = choice;
        this.pick = new Pick(s, choice);
        for (Ref<Tcb> t : Choice.sorted(s.threads().keys(), Ref::addr)) thread(t.addr());
        for (Ref<Notification> ntfn : Choice.sorted(s.notifications().keys(), Ref::addr))
            NotificationPtr.setBadge(m, ntfn.addr(), choice.word());
        for (Slot slot : Choice.sorted(s.caps().keys(), Slot::addr)) slot(slot.addr());
        kernel();
    }

    /// A machine for the objects of s.
    static Machine memory(State s, Choice choice) {
        return new Stale(s, choice).m;
    }

    private void thread(long t) {
        TcbPtr.setBlockingObject(m, t, choice.either() ? pick.endpoint().addr() : pick.notification().addr());
        TcbPtr.setBlockingBadge(m, t, choice.badge());
        TcbPtr.setBlockingCanGrant(m, t, choice.either());
        TcbPtr.setBlockingCanGrantReply(m, t, choice.either());
        TcbPtr.setBlockingIsCall(m, t, choice.either());
        TcbPtr.setEpNext(m, t, threadOrNull());
        TcbPtr.setEpPrev(m, t, threadOrNull());
        TcbPtr.setSchedNext(m, t, threadOrNull());
        TcbPtr.setSchedPrev(m, t, threadOrNull());
    }

    private long threadOrNull() {
        return choice.oneIn(3) ? KernelPtr.NULL : pick.thread().addr();
    }

    private void slot(long slot) {
        capability(slot);
        MdbPtr.setFirstBadged(m, slot, choice.either());
    }

    private void capability(long cap) {
        CapPtr.setObject(m, cap, choice.either() ? pick.endpoint().addr() : pick.thread().addr());
        CapPtr.setData(m, cap, choice.badge());
        CapPtr.setRadixBits(m, cap, choice.below(4));
        CapPtr.setGuardSize(m, cap, choice.below(4));
        CapPtr.setCanRead(m, cap, choice.either());
        CapPtr.setCanWrite(m, cap, choice.either());
        CapPtr.setCanGrant(m, cap, choice.either());
        CapPtr.setCanGrantReply(m, cap, choice.either());
    }

    private void kernel() {
        for (long cap : CAPABILITIES_IN_THE_MAKING) capability(cap);
        KernelPtr.setError(m, (int) choice.below(11));
        KernelPtr.setErrorIsSource(m, choice.either());
        KernelPtr.setErrorMax(m, choice.word());
        KernelPtr.setLookupFailureType(m, (int) choice.below(5));
        KernelPtr.setLookupBitsLeft(m, choice.below(65));
        KernelPtr.setLookupBitsFound(m, choice.below(65));
        KernelPtr.setLookupGuardFound(m, choice.word());
        KernelPtr.setSourceSlot(m, pick.slot().addr());
        KernelPtr.setDestSlot(m, pick.slot().addr());
        KernelPtr.setPivotSlot(m, pick.slot().addr());
    }
}
