package ashlar.proofs.refines;

import static ashlar.proofs.refines.ResultRelation.invocationRelated;
import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.layout.KernelPtr;
import ashlar.impl.object.CNodeOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.CNodeInvocation.CancelBadgedSends;
import ashlar.spec.cspace.CNodeInvocation.Insert;
import ashlar.spec.cspace.CNodeInvocation.Move;
import ashlar.spec.cspace.CNodeInvocation.Rotate;
import ashlar.spec.cspace.CNodeInvocation.SaveCaller;
import ashlar.spec.cspace.CNodes;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// What CNodes are asked to do, once it is checked and noted: kernel against specification.
public final class PerformRefines {
    private PerformRefines() { }

    @Obligation(text = "performInsert puts the copy into the destination")
    static void performInsert_refines_perform(State s, Machine m, Slot src, Slot dest, Capability cap) {
        var invocation = new Insert(cap, src, dest);
        assume(related(s, m) && Context.derivation(s) && invocationRelated(invocation, m));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isDerived(s, cap, src));
        s = CNodes.perform(s, invocation);
        CNodeOps.performInsert(m);
        prove(related(s, m));
    }

    @Obligation(text = "performMove moves the capability to the destination")
    static void performMove_refines_perform(State s, Machine m, Slot src, Slot dest, Capability cap) {
        var invocation = new Move(cap, src, dest);
        assume(related(s, m) && Context.derivation(s) && invocationRelated(invocation, m));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isMoved(s, cap, src));
        s = CNodes.perform(s, invocation);
        CNodeOps.performMove(m);
        prove(related(s, m));
    }

    @Obligation(text = "performRotate moves two capabilities on, or exchanges them")
    static void performRotate_refines_perform(State s, Machine m, Slot src, Slot pivot, Slot dest,
        Capability srcCap, Capability pivotCap) {
        var invocation = new Rotate(srcCap, src, pivotCap, pivot, dest);
        assume(related(s, m) && Context.derivation(s) && invocationRelated(invocation, m));
        assume(Context.isFull(s, src) && Context.isMoved(s, srcCap, src) && !src.equals(pivot));
        assume(Context.isFull(s, pivot) && Context.isMoved(s, pivotCap, pivot));
        assume(src.equals(dest) || Context.isEmpty(s, dest));
        s = CNodes.perform(s, invocation);
        CNodeOps.performRotate(m);
        prove(related(s, m));
    }

    @Obligation(text = "performSaveCaller moves the current thread's right to answer to the destination")
    static void performSaveCaller_refines_perform(State s, Machine m, Slot dest) {
        var invocation = new SaveCaller(dest);
        assume(related(s, m) && Context.derivation(s) && invocationRelated(invocation, m));
        assume(Context.choosing(s) && ReplyInvariants.callerSlotsHoldReplies(s) && Context.isEmpty(s, dest));
        s = CNodes.perform(s, invocation);
        CNodeOps.performSaveCaller(m);
        prove(related(s, m));
    }

    @Obligation(text = "performCancelBadgedSends makes those that wait to send with the badge try anew")
    static void performCancelBadgedSends_refines_perform(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.queues(s) && s.caps().has(slot));
        assume(s.capability(slot) instanceof EndpointCap && Context.isOfObject(s, s.capability(slot)));
        var cap = (EndpointCap) s.capability(slot);
        var invocation = new CancelBadgedSends(cap.ep(), cap.badge());
        assume(invocationRelated(invocation, m) && KernelPtr.destSlot(m) == slot.addr());
        s = CNodes.perform(s, invocation);
        CNodeOps.performCancelBadgedSends(m);
        prove(related(s, m));
    }
}
