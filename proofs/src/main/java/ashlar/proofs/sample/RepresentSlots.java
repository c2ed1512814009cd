package ashlar.proofs.sample;

import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.object.Caps;
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
import java.util.List;

/// Writes capability slots and their derivation list into a machine's memory.
final class RepresentSlots {
    private RepresentSlots() { }

    static void write(State s, Machine m) {
        for (Slot slot : s.caps().keys()) {
            capability(m, slot.addr(), s.capability(slot));
            if (Capabilities.isNull(s.capability(slot)))
                node(m, slot.addr(), KernelPtr.NULL, KernelPtr.NULL, false, false);
        }
        List<Slot> list = s.derivation().toList();
        for (int i = 0; i < list.size(); i++) {
            node(m, list.get(i).addr(), at(list, i - 1), at(list, i + 1), s.isOriginal(list.get(i)),
                isFirstBadged(s, list.get(i)));
        }
    }

    private static long at(List<Slot> list, int i) {
        return i < 0 || i >= list.size() ? KernelPtr.NULL : list.get(i).addr();
    }

    private static void node(Machine m, long slot, long prev, long next, boolean revocable,
        boolean firstBadged) {
        MdbPtr.setPrev(m, slot, prev);
        MdbPtr.setNext(m, slot, next);
        MdbPtr.setRevocable(m, slot, revocable);
        MdbPtr.setFirstBadged(m, slot, firstBadged);
    }

    /// Whether slot, which has a badge, descends from none with the same.
    private static boolean isFirstBadged(State s, Slot slot) {
        long badge = Capabilities.badge(s.capability(slot));
        if (badge == 0) return false;
        for (var up = s.derivation().parent(slot); up.isPresent(); up = s.derivation().parent(up.get())) {
            Capability cap = s.capability(up.get());
            if (Capabilities.badge(cap) == badge && Capabilities.sameObject(cap, s.capability(slot)))
                return false;
        }
        return true;
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
