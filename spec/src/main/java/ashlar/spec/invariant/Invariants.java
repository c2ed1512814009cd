package ashlar.spec.invariant;

import ashlar.model.platform.Platform;
import ashlar.model.word.Word;
import ashlar.spec.state.State;

/// What holds of every reachable state.
public final class Invariants {
    private static final long THREAD_BITS = 11;
    private static final long ENDPOINT_BITS = 4;
    private static final long NOTIFICATION_BITS = 5;
    private static final long SLOT_BITS = 5;

    private Invariants() { }

    public static boolean all(State s) {
        return aligned(s) && IpcInvariants.all(s) && NotificationInvariants.all(s)
            && SchedulingInvariants.all(s) && CapabilityInvariants.all(s) && ReplyInvariants.all(s);
    }

    /// Every object's address is a multiple of its size, not 0, one that the platform has, and none of the
    /// kernel's
    /// own.
    public static boolean aligned(State s) {
        return s.threads().forAll((t, _) -> isAddress(t.addr(), THREAD_BITS))
            && s.endpoints().forAll((ep, _) -> isAddress(ep.addr(), ENDPOINT_BITS))
            && s.notifications().forAll((ntfn, _) -> isAddress(ntfn.addr(), NOTIFICATION_BITS))
            && s.caps().forAll((slot, _) -> isAddress(slot.addr(), SLOT_BITS));
    }

    private static boolean isAddress(long addr, long sizeBits) {
        return addr >= 1L << sizeBits && addr < 1L << Platform.ADDRESS_BITS && Word.isAligned(addr, sizeBits)
            && (addr < Platform.KERNEL_DATA || addr >= Platform.KERNEL_DATA_END);
    }
}
