package ashlar.spec.cspace;

import static ashlar.spec.cspace.Capabilities.badge;
import static ashlar.spec.cspace.Capabilities.isRevocable;
import static ashlar.spec.cspace.Capabilities.sameObject;

import ashlar.model.collection.Option;
import ashlar.model.collection.PForest;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// The capability derivation tree: seL4 manual ch. 3 "Deletion, Revocation, and Recycling".
public final class Derivation {
    private Derivation() { }

    /// Whether the capability in child may count as derived from the one in parent.
    public static boolean mayBeParent(State s, Slot parent, Slot child) {
        return s.isOriginal(parent) && sameObject(s.capability(parent), s.capability(child))
            && badgeDescends(s, badge(s.capability(parent)), child);
    }

    private static boolean badgeDescends(State s, long parentBadge, Slot child) {
        return parentBadge == 0 || parentBadge == badge(s.capability(child)) && !s.isOriginal(child);
    }

    public static boolean hasDescendants(State s, Slot slot) {
        return s.derivation().hasDescendants(slot);
    }

    /// The first slot in preorder whose capability is derived from slot's.
    public static Option<Slot> firstDescendant(State s, Slot slot) {
        return hasDescendants(s, slot) ? s.derivation().after(slot) : Option.none();
    }

    /// The empty slot dest gets cap, made from what src holds: src's first child, or else its next sibling.
    public static State insert(State s, Capability cap, Slot src, Slot dest) {
        boolean isOriginal = isRevocable(cap, s.capability(src));
        s = s.withCapability(dest, cap).withOriginal(dest, isOriginal);
        return s.withDerivation(mayBeParent(s, src, dest) ? s.derivation().addChild(src, dest)
            : s.derivation().addSibling(src, dest));
    }

    /// The empty slot dest gets cap, and the place that src has; src is empty.
    public static State move(State s, Capability cap, Slot src, Slot dest) {
        s = s.withOriginal(dest, s.isOriginal(src)).withOriginal(src, false);
        s = s.withCapability(dest, cap).withCapability(src, new NullCap());
        return s.withDerivation(s.derivation().replace(src, dest));
    }

    /// cap1, for what is in slot1, gets slot2 and its place; cap2, for what is in slot2, gets slot1 and its.
    public static State swap(State s, Capability cap1, Slot slot1, Capability cap2, Slot slot2) {
        boolean isOriginal1 = s.isOriginal(slot1);
        s = s.withOriginal(slot1, s.isOriginal(slot2)).withOriginal(slot2, isOriginal1);
        s = s.withCapability(slot1, cap2).withCapability(slot2, cap1);
        return s.withDerivation(exchanged(s.derivation(), slot1, slot2));
    }

    private static PForest<Slot> exchanged(PForest<Slot> forest, Slot x, Slot y) {
        var aside = new Slot(0);                                        // no slot is there, by aligned
        return forest.replace(x, aside).replace(y, x).replace(aside, y);
    }

    /// slot is empty; the children of its capability rise to where it was.
    public static State empty(State s, Slot slot) {
        return s.withCapability(slot, new NullCap()).withOriginal(slot, false)
            .withDerivation(s.derivation().remove(slot));
    }

    /// Whether no other slot holds a capability to the same object.
    public static boolean isFinal(State s, Slot slot) {
        var cap = s.capability(slot);
        return s.caps().forAll((other, c) -> other.equals(slot) || !sameObject(cap, c));
    }
}
