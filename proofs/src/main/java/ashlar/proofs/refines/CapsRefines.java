package ashlar.proofs.refines;

import static ashlar.impl.layout.KernelPtr.NEW_CAP;
import static ashlar.proofs.refines.SlotRelation.capabilityRelated;
import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.object.Caps;
import ashlar.model.machine.Machine;
import ashlar.model.word.Word;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// Capabilities by themselves, in slots and where the kernel makes them: kernel against specification.
public final class CapsRefines {
    private CapsRefines() { }

    @Obligation(text = "sameRegionAs tells whether two slots hold capabilities to one object")
    static void sameRegionAs_is_sameObject(State s, Machine m, Slot a, Slot b) {
        assume(related(s, m) && s.caps().has(a) && s.caps().has(b));
        prove(Caps.sameRegionAs(m, a.addr(), b.addr())
            == Capabilities.sameObject(s.capability(a), s.capability(b)));
    }

    @Obligation(text = "isCapRevocable tells whether a derived capability has a new badge")
    static void isCapRevocable_is_isRevocable(State s, Machine m, Capability cap, Slot src) {
        assume(related(s, m) && s.caps().has(src) && capabilityRelated(cap, m, NEW_CAP));
        assume(Capabilities.sameObject(cap, s.capability(src)));
        prove(Caps.isCapRevocable(m, NEW_CAP, src.addr())
            == Capabilities.isRevocable(cap, s.capability(src)));
    }

    @Obligation(text = "copy makes the new capability what a slot holds")
    static void copy_copies_capability(State s, Machine m, Slot src) {
        assume(related(s, m) && Invariants.aligned(s) && s.caps().has(src));
        Caps.copy(m, src.addr(), NEW_CAP);
        prove(capabilityRelated(s.capability(src), m, NEW_CAP) && related(s, m));
    }

    @Obligation(text = "maskRights takes away the rights that its word lacks")
    static void maskRights_refines_maskRights(State s, Machine m, Capability cap, long rights) {
        assume(related(s, m) && Invariants.aligned(s) && capabilityRelated(cap, m, NEW_CAP));
        Caps.maskRights(m, NEW_CAP, rights);
        prove(capabilityRelated(Capabilities.maskRights(cap, rights(rights)), m, NEW_CAP) && related(s, m));
    }

    @Obligation(text = "derive makes a capability what a copy of it is")
    static void derive_refines_derive(State s, Machine m, Capability cap) {
        assume(related(s, m) && Invariants.aligned(s) && capabilityRelated(cap, m, NEW_CAP));
        Caps.derive(m, NEW_CAP);
        prove(capabilityRelated(Capabilities.derive(cap), m, NEW_CAP) && related(s, m));
    }

    @Obligation(text = "updateData gives a capability a badge or a guard, or makes it null")
    static void updateData_refines_withData(State s, Machine m, Capability cap, boolean preserve, long data) {
        assume(related(s, m) && Invariants.aligned(s) && capabilityRelated(cap, m, NEW_CAP));
        Caps.updateData(m, preserve, data, NEW_CAP);
        prove(capabilityRelated(Capabilities.withData(cap, data, preserve), m, NEW_CAP) && related(s, m));
    }

    /// The rights that the kernel's word stands for.
    static Rights rights(long word) {
        return new Rights(Word.bit(word, 1), Word.bit(word, 0), Word.bit(word, 2), Word.bit(word, 3));
    }
}
