package ashlar.proofs.lockstep;

import ashlar.impl.kernel.Lookup;
import ashlar.impl.layout.KernelPtr;
import ashlar.model.machine.Machine;
import ashlar.spec.cspace.Resolved;
import ashlar.spec.state.Slot;

/// What the kernel's lookups find, in the specification's words.
final class Lookups {
    private Lookups() { }

    static Object resolve(Machine m, long root, long cptr, long depth) {
        long slot = Lookup.resolveAddressBits(m, root, cptr, depth);
        return slot == KernelPtr.NULL ? Errors.lookupFailure(m)
            : new Resolved(new Slot(slot), KernelPtr.lookupBitsLeft(m));
    }

    static Object slot(Machine m, boolean isSource, long root, long cptr, long depth) {
        long slot = Lookup.lookupSlot(m, isSource, root, cptr, depth);
        return slot == KernelPtr.NULL ? Errors.of(m, KernelPtr.error(m)) : new Slot(slot);
    }
}
