package ashlar.proofs.sample;

import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.object.Caps;
import ashlar.model.collection.Option;
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
import java.util.ArrayList;
import java.util.List;

/// Writes capability slots and their derivation list into a machine's memory.
final class RepresentSlots {
    private RepresentSlots() { }

    static void write(State s, Machine m) {
        for (Slot slot : s.caps().keys()) {
            capability(m, slot.addr(), s.capability(slot));
            node(s, m, slot);
        }
    }

    private static void node(State s, Machine m, Slot slot) {
        MdbPtr.setPrev(m, slot.addr(), address(s.derivation().before(slot)));
        MdbPtr.setNext(m, slot.addr(), address(s.derivation().after(slot)));
        MdbPtr.setRevocable(m, slot.addr(), s.isOriginal(slot));
        mark(s, m, slot);
    }

    private static long address(Option<Slot> slot) {
        return slot.isPresent() ? slot.get().addr() : KernelPtr.NULL;
    }

    /// Marks slot as the first with its badge if it must be, and not if it must not; else its mark is left.
    private static void mark(State s, Machine m, Slot slot) {
        if (descendsFromBadged(s, slot)) MdbPtr.setFirstBadged(m, slot.addr(), false);
        else if (Capabilities.badge(s.capability(slot)) != 0 && startsBadge(s, slot))
            MdbPtr.setFirstBadged(m, slot.addr(), true);
    }

    private static boolean descendsFromBadged(State s, Slot slot) {
        return ancestors(s, slot).stream().anyMatch(up -> Capabilities.badge(s.capability(up)) != 0);
    }

    /// Whether the slot before is to the same object with another badge, or an unmarked slot would count
    /// as a descendant of what is before.
    private static boolean startsBadge(State s, Slot slot) {
        if (!(s.derivation().before(slot) instanceof Some<Slot>(var before))) return false;
        Capability cap = s.capability(slot);
        if (!Capabilities.sameObject(s.capability(before), cap)) return false;
        if (Capabilities.badge(s.capability(before)) != Capabilities.badge(cap)) return true;
        List<Slot> up = ancestors(s, before);
        up.add(before);
        return up.stream().anyMatch(a -> s.isOriginal(a) && !s.derivation().isDescendant(slot, a)
            && Capabilities.badge(s.capability(a)) == Capabilities.badge(cap));
    }

    private static List<Slot> ancestors(State s, Slot slot) {
        List<Slot> ancestors = new ArrayList<>();
        for (var up = s.derivation().parent(slot); up.isPresent(); up = s.derivation().parent(up.get()))
            ancestors.add(up.get());
        return ancestors;
    }

    static void capability(Machine m, long at, Capability cap) {
        switch (cap) {
            case NullCap() -> Caps.setNull(m, at);
            case EndpointCap(var ep, var badge, var rights) ->
                badged(m, at, CapPtr.ENDPOINT, ep.addr(), badge, rights);
            case NotificationCap(var ntfn, var badge, var rights) ->
                badged(m, at, CapPtr.NOTIFICATION, ntfn.addr(), badge, rights);
            case ReplyCap(var t, var isMaster, var canGrant) ->
                Caps.setReply(m, at, t.addr(), isMaster, canGrant);
            case CNodeCap node -> cnode(m, at, node);
            case ThreadCap(var t) -> object(m, at, CapPtr.THREAD, t.addr());
        }
    }

    private static void object(Machine m, long at, int type, long object) {
        CapPtr.setType(m, at, type);
        CapPtr.setObject(m, at, object);
    }

    private static void badged(Machine m, long at, int type, long object, long badge, Rights rights) {
        object(m, at, type, object);
        Caps.setBadge(m, at, badge);
        CapPtr.setCanRead(m, at, rights.read());
        CapPtr.setCanWrite(m, at, rights.write());
        CapPtr.setCanGrant(m, at, rights.grant());
        CapPtr.setCanGrantReply(m, at, rights.grantReply());
    }

    private static void cnode(Machine m, long at, CNodeCap cap) {
        object(m, at, CapPtr.CNODE, cap.cnode().addr());
        CapPtr.setRadixBits(m, at, cap.radixBits());
        CapPtr.setGuardSize(m, at, cap.guardSize());
        Caps.setGuard(m, at, cap.guard());
    }
}
