package ashlar.proofs.refines;

import static ashlar.proofs.refines.ResultRelation.resolvedRelated;
import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Lookup;
import ashlar.spec.cspace.Resolved;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// From capability addresses to slots: kernel against specification.
public final class LookupRefines {
    private LookupRefines() { }

    @Obligation(contract = true, text =
        "resolveFrom finds the slot that an address leads to through CNodes, or notes why there is none")
    static void resolveFrom_refines_resolveFrom(State s, Machine m, long rootSlot, long cptr, long depthBits,
        CNodeCap node) {
        assume(related(s, m) && addressing(s) && holds(s, rootSlot, node));
        assume(depthBits >= 0 && depthBits <= 64);
        decreases(depthBits);
        var result = Lookup.resolveFrom(s, node, cptr, depthBits);
        long slot = ashlar.impl.kernel.Lookup.resolveFrom(m, rootSlot, cptr, depthBits);
        prove(resolvedRelated(result, m, slot));
        prove(!(result instanceof Ok(Resolved(var found, _))) || s.caps().has(found));
    }

    /// What addresses rely on: CNodes have all their slots.
    static boolean addressing(State s) {
        return Invariants.aligned(s) && CapabilityInvariants.guardsFit(s)
            && CapabilityInvariants.cnodeSlotsExist(s);
    }

    /// The slot at addr holds cap.
    static boolean holds(State s, long addr, Capability cap) {
        return s.caps().has(new Slot(addr)) && s.capability(new Slot(addr)).equals(cap);
    }
}
