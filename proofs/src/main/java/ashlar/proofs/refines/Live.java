package ashlar.proofs.refines;

import ashlar.impl.layout.KernelPtr;
import ashlar.model.platform.Platform;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// Where each layout's fields may be accessed.
public final class Live {
    private Live() { }

    public static boolean thread(State s, long thread) {
        return s.threads().has(new Ref<>(thread));
    }

    public static boolean endpoint(State s, long ep) {
        return s.endpoints().has(new Ref<>(ep));
    }

    public static boolean notification(State s, long ntfn) {
        return s.notifications().has(new Ref<>(ntfn));
    }

    public static boolean slot(State s, long slot) {
        return s.caps().has(new Slot(slot));
    }

    /// A slot, or one of the places where the kernel makes capabilities.
    public static boolean capability(State s, long cap) {
        return slot(s, cap) || cap == KernelPtr.NEW_CAP || cap == KernelPtr.NEW_PIVOT_CAP
            || cap == KernelPtr.REMAINDER_CAP || cap == KernelPtr.SWAPPED_CAP;
    }

    public static boolean level(State s, long domain, long priority) {
        return domain >= 0 && domain < Platform.NUM_DOMAINS && priority >= 0
            && priority < Platform.NUM_PRIORITIES;
    }
}
