package ashlar.proofs.refines;

import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.model.collection.Option;
import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import ashlar.model.machine.Machine;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// How the kernel's memory holds capability slots, and how its list tells who descends from whom.
public final class SlotRelation {
    private SlotRelation() { }

    public static boolean slotsRelated(State s, Machine m) {
        return capabilitiesRelated(s, m) && linksRelated(s, m) && badgesMarked(s, m)
            && descendantsAreUnmarked(s, m)
                && testFindsDescendants(s, m);
    }

    static boolean capabilitiesRelated(State s, Machine m) {
        return s.caps().forAll((slot, cap) -> capabilityRelated(cap, m, slot.addr()));
    }

    public static boolean capabilityRelated(Capability cap, Machine m, long at) {
        return switch (cap) {
            case NullCap()                            -> CapPtr.type(m, at) == CapPtr.NULL_CAP;
            case EndpointCap(var ep, var badge, var r) -> CapPtr.type(m, at) == CapPtr.ENDPOINT
                && CapPtr.object(m, at) == ep.addr() && CapPtr.data(m, at) == badge
                    && rightsRelated(r, m, at);
            case NotificationCap(var n, var badge, var r) -> CapPtr.type(m, at) == CapPtr.NOTIFICATION
                && CapPtr.object(m, at) == n.addr() && CapPtr.data(m, at) == badge && rightsRelated(r, m, at);
            case ReplyCap(var t, var isMaster, var canGrant) -> CapPtr.type(m, at) == CapPtr.REPLY
                && CapPtr.object(m, at) == t.addr() && CapPtr.canWrite(m, at) == isMaster
                && CapPtr.canGrant(m, at) == canGrant;
            case CNodeCap(var c, var radixBits, var guard, var guardSize) ->
                CapPtr.type(m, at) == CapPtr.CNODE
                && CapPtr.object(m, at) == c.addr() && CapPtr.radixBits(m, at) == radixBits
                && CapPtr.data(m, at) == guard && CapPtr.guardSize(m, at) == guardSize;
            case ThreadCap(var t)                     -> CapPtr.type(m, at) == CapPtr.THREAD
                && CapPtr.object(m, at) == t.addr();
        };
    }

    private static boolean rightsRelated(Rights r, Machine m, long at) {
        return CapPtr.canRead(m, at) == r.read() && CapPtr.canWrite(m, at) == r.write()
            && CapPtr.canGrant(m, at) == r.grant() && CapPtr.canGrantReply(m, at) == r.grantReply();
    }

    /// Full slots are linked in preorder, the others not at all; the originals are marked as revocable.
    static boolean linksRelated(State s, Machine m) {
        return s.caps().forAll((slot, _) -> MdbPtr.next(m, slot.addr()) == addr(s.derivation().after(slot))
            && MdbPtr.prev(m, slot.addr()) == addr(s.derivation().before(slot))
            && MdbPtr.revocable(m, slot.addr()) == s.isOriginal(slot));
    }

    /// Where the badge changes between neighbours that are capabilities to one object, the mark of a first
    /// badge
    /// is set.
    static boolean badgesMarked(State s, Machine m) {
        return s.derivation().forAll(x -> s.derivation().after(x).forAll(y ->
            !Capabilities.sameObject(s.capability(x), s.capability(y)) || badge(s, y) == 0
            || badge(s, y) == badge(s, x) || MdbPtr.firstBadged(m, y.addr())));
    }

    /// A descendant of a capability with a badge has no such mark.
    static boolean descendantsAreUnmarked(State s, Machine m) {
        return s.derivation().forAll(y -> s.derivation().forAll(x ->
            !s.derivation().isDescendant(y, x) || badge(s, x) == 0 || !MdbPtr.firstBadged(m, y.addr())));
    }

    /// Behind a capability and its descendants comes another descendant if the kernel's test says so.
    static boolean testFindsDescendants(State s, Machine m) {
        return s.derivation().forAll(y -> s.derivation().forAll(x -> s.derivation().before(y).forAll(p ->
            !(x.equals(p) || s.derivation().isDescendant(p, x)) || !passesTest(s, m, x, y)
            || s.derivation().isDescendant(y, x))));
    }

    private static boolean passesTest(State s, Machine m, Slot x, Slot y) {
        return s.isOriginal(x) && Capabilities.sameObject(s.capability(x), s.capability(y))
            && (badge(s, x) == 0 || badge(s, x) == badge(s, y) && !MdbPtr.firstBadged(m, y.addr()));
    }

    private static long badge(State s, Slot slot) {
        return Capabilities.badge(s.capability(slot));
    }

    static long addr(Option<Slot> slot) {
        return switch (slot) {
            case None<Slot> _         -> KernelPtr.NULL;
            case Some<Slot>(var there) -> there.addr();
        };
    }
}
