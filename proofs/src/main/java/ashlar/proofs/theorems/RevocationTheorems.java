package ashlar.proofs.theorems;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.proofs.invariants.RevocationKeepsInvariants;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.CNodes;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// What was derived from a capability can be taken back from whoever has it.
public final class RevocationTheorems {
    private RevocationTheorems() { }

    @Obligation(value = Kind.INVARIANT, contract = true, by = {"delete_keeps_waiting",
        "delete_keeps_reply_invariants", "delete_keeps_derivation", "delete_keeps_objects"},
        text = "revoke leaves no descendant")
    static void revoke_leaves_no_descendant(State s, Slot slot) {
        assume(RevocationKeepsInvariants.isSound(s) && s.caps().has(slot));
        decreases(s.derivation());
        s = CNodes.revoke(s, slot);
        prove(!Derivation.hasDescendants(s, slot));
    }
}
