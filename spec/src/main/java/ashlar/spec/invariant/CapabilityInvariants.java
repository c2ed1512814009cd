package ashlar.spec.invariant;

import static ashlar.spec.cspace.Capabilities.isNull;

import ashlar.model.collection.Range;
import ashlar.model.word.Word;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// Slots, what they hold, and the derivation forest.
public final class CapabilityInvariants {
    private static final long WORD_BITS = 64;
    private static final long MAX_RADIX_BITS = 40;
    private static final long THREAD_SIZE = 2048;

    private CapabilityInvariants() { }

    public static boolean all(State s) {
        return guardsFit(s) && threadSlotsExist(s) && cnodeSlotsExist(s) && capabilitiesPointAtObjects(s)
            && notificationsGrantNothing(s) && cnodesAreApart(s) && cnodesAreApartFromThreads(s)
            && slotsOfOneObjectAreOfOneChain(s) && slotsOfOneObjectLieTogether(s) && forestHoldsFullSlots(s)
                && originalsAreFull(s)
                && ancestorsMayBeParents(s);
    }

    /// Every slot of a thread is there.
    public static boolean threadSlotsExist(State s) {
        return s.threads().forAll((t, _) ->
            Range.forAll(0, Slots.PER_THREAD, i -> s.caps().has(Slots.ofThread(t, i))));
    }

    /// Every slot of a CNode that a capability points at is there.
    public static boolean cnodeSlotsExist(State s) {
        return s.caps().forAll((_, cap) -> !(cap instanceof CNodeCap(var cnode, var radixBits, _, _))
            || Range.forAll(0, 1L << radixBits, i -> s.caps().has(Slots.ofCNode(cnode, i))));
    }

    /// The object that a capability points at is there.
    public static boolean capabilitiesPointAtObjects(State s) {
        return s.caps().forAll((_, cap) -> switch (cap) {
            case NullCap(), CNodeCap _           -> true;
            case EndpointCap(var ep, _, _)       -> s.endpoints().has(ep);
            case NotificationCap(var ntfn, _, _) -> s.notifications().has(ntfn);
            case ReplyCap(var t, _, _)           -> s.threads().has(t);
            case ThreadCap(var t)                -> s.threads().has(t);
        });
    }

    /// A CNode capability resolves at least one bit and at most a word, and its guard has guardSize bits.
    public static boolean guardsFit(State s) {
        return s.caps().forAll((_, cap) ->
            !(cap instanceof CNodeCap(_, var radixBits, var guard, var guardSize))
            || radixBits >= 1 && radixBits <= MAX_RADIX_BITS && guardSize >= 0
                && guardSize + radixBits <= WORD_BITS && (guard & ~Word.mask(guardSize)) == 0);
    }

    /// A capability to a notification has no grant rights.
    public static boolean notificationsGrantNothing(State s) {
        return s.caps().forAll((_, cap) -> !(cap instanceof NotificationCap(_, _, var rights))
            || !rights.grant() && !rights.grantReply());
    }

    /// Capabilities to CNodes that share a slot are to one CNode.
    public static boolean cnodesAreApart(State s) {
        return s.caps().forAll((_, a) -> s.caps().forAll((_, b) -> areOneOrApart(a, b)));
    }

    private static boolean areOneOrApart(Capability a, Capability b) {
        return !(a instanceof CNodeCap x) || !(b instanceof CNodeCap y)
            || x.cnode().equals(y.cnode()) && x.radixBits() == y.radixBits()
            || end(x) <= y.cnode().addr() || end(y) <= x.cnode().addr();
    }

    private static long end(CNodeCap cap) {
        return cap.cnode().addr() + (Slots.SIZE << cap.radixBits());
    }

    /// No slot of a CNode is one of a thread.
    public static boolean cnodesAreApartFromThreads(State s) {
        return s.caps().forAll((_, cap) -> !(cap instanceof CNodeCap node)
            || s.threads().forAll((t, _) -> isApart(node, t)));
    }

    private static boolean isApart(CNodeCap node, Ref<Tcb> t) {
        return end(node) <= t.addr() || t.addr() + THREAD_SIZE <= node.cnode().addr();
    }

    /// The forest holds exactly the slots that are full.
    public static boolean forestHoldsFullSlots(State s) {
        return s.caps().forAll((slot, cap) -> s.derivation().contains(slot) != isNull(cap))
            && s.derivation().forAll(slot -> s.caps().has(slot));
    }

    /// Of two slots with capabilities to one object, one comes before the other.
    public static boolean slotsOfOneObjectAreOfOneChain(State s) {
        return s.derivation().forAll(x -> s.derivation().forAll(y -> x.equals(y) || !sameObject(s, x, y)
            || s.derivation().precedes(x, y) || s.derivation().precedes(y, x)));
    }

    /// In preorder, all slots between two with capabilities to one object have capabilities to it.
    public static boolean slotsOfOneObjectLieTogether(State s) {
        return s.derivation().forAll(x -> s.derivation().forAll(y -> s.derivation().forAll(z ->
            !s.derivation().precedes(x, y) || !s.derivation().precedes(y, z)
            || !sameObject(s, x, z) || sameObject(s, x, y))));
    }

    private static boolean sameObject(State s, Slot x, Slot y) {
        return s.caps().has(x) && s.caps().has(y)
            && Capabilities.sameObject(s.capability(x), s.capability(y));
    }

    /// Only full slots are marked as originals.
    public static boolean originalsAreFull(State s) {
        return s.originals().forAll(slot -> s.derivation().contains(slot));
    }

    /// A slot's capability may count as derived from that of each of its ancestors.
    public static boolean ancestorsMayBeParents(State s) {
        return s.derivation().forAll(slot -> s.derivation().forAll(other ->
            !s.derivation().isDescendant(slot, other)
            || s.caps().has(slot) && s.caps().has(other) && Derivation.mayBeParent(s, other, slot)));
    }
}
