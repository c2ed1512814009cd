package ashlar.proofs.lockstep;

import static ashlar.proofs.lockstep.Operation.asking;
import static ashlar.proofs.lockstep.Operation.silent;

import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.object.CNodeOps;
import ashlar.impl.object.Mdb;
import ashlar.proofs.sample.Represent;
import ashlar.spec.cspace.CNodes;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Slot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Capability slots and their derivation.
final class SlotOperations {
    private SlotOperations() { }

    static List<Function<Draw, Optional<Operation>>> all() {
        return List.of(SlotOperations::insert, SlotOperations::move, SlotOperations::swap,
            SlotOperations::empty, SlotOperations::deleteOne, SlotOperations::delete,
            SlotOperations::revoke, SlotOperations::revokeStep, SlotOperations::isFinal,
            SlotOperations::hasDescendants);
    }

    private static Optional<Operation> insert(Draw draw) {
        Slot src = full(draw), dest = open(draw, true);
        Capability cap = Capabilities.maskRights(draw.s().capability(src), draw.choice().rights());
        if (draw.choice().either())
            cap = Capabilities.withData(cap, draw.choice().dataFor(cap), false);
        return insert(draw, Capabilities.derive(cap), src, dest);
    }

    private static Optional<Operation> insert(Draw draw, Capability cap, Slot src, Slot dest) {
        if (Capabilities.isNull(cap) || !isOpen(draw, dest) || !draw.isEmpty(dest)) return Optional.empty();
        return Optional.of(silent("insert " + cap + " " + src + " " + dest,
            s -> Derivation.insert(s, cap, src, dest), m -> {
                Represent.capability(m, KernelPtr.NEW_CAP, cap);
                CNodeOps.cteInsert(m, KernelPtr.NEW_CAP, src.addr(), dest.addr());
            }));
    }

    private static Optional<Operation> move(Draw draw) {
        Slot src = full(draw), dest = open(draw, true);
        if (draw.isEmpty(src) || draw.isReplySlot(src) || !draw.isEmpty(dest) || !isOpen(draw, dest))
            return Optional.empty();
        Capability cap = moved(draw, src);
        return Optional.of(silent("move " + cap + " " + src + " " + dest,
            s -> Derivation.move(s, cap, src, dest), m -> {
                Represent.capability(m, KernelPtr.NEW_CAP, cap);
                CNodeOps.cteMove(m, KernelPtr.NEW_CAP, src.addr(), dest.addr());
            }));
    }

    private static Optional<Operation> swap(Draw draw) {
        Slot slot1 = open(draw, false), slot2 = open(draw, false);
        if (slot1.equals(slot2) || !isOpen(draw, slot1) || !isOpen(draw, slot2) || draw.isEmpty(slot1)
            || draw.isEmpty(slot2)) return Optional.empty();
        Capability cap1 = moved(draw, slot1), cap2 = moved(draw, slot2);
        return Optional.of(silent("swap " + cap1 + " " + slot1 + " " + cap2 + " " + slot2,
            s -> Derivation.swap(s, cap1, slot1, cap2, slot2), m -> {
                Represent.capability(m, KernelPtr.NEW_CAP, cap1);
                Represent.capability(m, KernelPtr.NEW_PIVOT_CAP, cap2);
                CNodeOps.cteSwap(m, KernelPtr.NEW_CAP, slot1.addr(), KernelPtr.NEW_PIVOT_CAP, slot2.addr());
            }));
    }

    private static Capability moved(Draw draw, Slot slot) {
        Capability cap = draw.s().capability(slot);
        Capability changed = Capabilities.withData(cap, draw.choice().dataFor(cap), true);
        return Capabilities.isNull(changed) ? cap : changed;
    }

    private static Optional<Operation> empty(Draw draw) {
        Slot slot = draw.pick().slot();
        if (draw.isReplySlot(slot)) return Optional.empty();
        return Optional.of(silent("empty " + slot, s -> Derivation.empty(s, slot),
            m -> CNodeOps.emptySlot(m, slot.addr())));
    }

    private static Optional<Operation> deleteOne(Draw draw) {
        Slot slot = draw.pick().slot();
        if (draw.isReplySlot(slot)) return Optional.empty();
        return Optional.of(silent("deleteOne " + slot, s -> CNodes.deleteOne(s, slot),
            m -> CNodeOps.cteDeleteOne(m, slot.addr())));
    }

    private static Optional<Operation> delete(Draw draw) {
        Slot slot = full(draw);
        if (draw.isReplySlot(slot) || draw.s().capability(slot) instanceof ThreadCap(var t)
            && (draw.isIdle(t) || draw.isCandidate(t))) return Optional.empty();
        return Optional.of(silent("delete " + slot, s -> CNodes.delete(s, slot),
            m -> CNodeOps.cteDelete(m, slot.addr())));
    }

    private static Optional<Operation> revoke(Draw draw) {
        Slot slot = draw.pick().slot();
        return Optional.of(silent("revoke " + slot, s -> CNodes.revoke(s, slot),
            m -> CNodeOps.cteRevoke(m, slot.addr())));
    }

    private static Optional<Operation> revokeStep(Draw draw) {
        Slot slot = draw.pick().slot();
        return Optional.of(new Operation("revokeStep " + slot,
            s -> new Operation.Answered(CNodes.revokeStep(s, slot), Derivation.hasDescendants(s, slot)),
            m -> CNodeOps.revokeStep(m, slot.addr())));
    }

    private static Optional<Operation> isFinal(Draw draw) {
        Slot slot = draw.pick().slot();
        return Optional.of(asking("isFinal " + slot, s -> Derivation.isFinal(s, slot),
            m -> Mdb.isFinalCapability(m, slot.addr())));
    }

    private static Optional<Operation> hasDescendants(Draw draw) {
        Slot slot = draw.pick().slot();
        return Optional.of(asking("hasDescendants " + slot, s -> Derivation.hasDescendants(s, slot),
            m -> Mdb.ensureNoChildren(m, slot.addr()) == SyscallError.REVOKE_FIRST));
    }

    private static Slot full(Draw draw) {
        return draw.pick().full();
    }

    /// A slot that may hold anything, and is empty or full as asked, if there is one.
    private static Slot open(Draw draw, boolean isEmpty) {
        return draw.pick().slot(slot -> isOpen(draw, slot) && draw.isEmpty(slot) == isEmpty);
    }

    private static boolean isOpen(Draw draw, Slot slot) {
        return !draw.isReplySlot(slot) && !draw.isCallerSlot(slot);
    }
}
