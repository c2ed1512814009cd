package ashlar.proofs.refines;

import ashlar.impl.layout.CapPtr;
import ashlar.model.machine.Machine;

/// What the kernel's memory holds at the address of a capability, whatever it means.
record Words(int type, long object, long data, long radixBits, long guardSize, boolean canRead,
             boolean canWrite, boolean canGrant, boolean canGrantReply) {
    static Words at(Machine m, long cap) {
        return new Words(CapPtr.type(m, cap), CapPtr.object(m, cap), CapPtr.data(m, cap),
            CapPtr.radixBits(m, cap), CapPtr.guardSize(m, cap), CapPtr.canRead(m, cap),
            CapPtr.canWrite(m, cap), CapPtr.canGrant(m, cap), CapPtr.canGrantReply(m, cap));
    }
}
