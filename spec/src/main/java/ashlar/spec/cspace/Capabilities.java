package ashlar.spec.cspace;

import static ashlar.model.word.Word.bits;
import static ashlar.model.word.Word.mask;

import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Rights;

/// Capabilities by themselves: comparing them, and what can be made from one. seL4 manual ch. 3.
public final class Capabilities {
    private static final long WORD_BITS = 64;

    private Capabilities() { }

    public static boolean isNull(Capability cap) {
        return cap instanceof NullCap;
    }

    /// Whether both are capabilities to one object.
    public static boolean sameObject(Capability a, Capability b) {
        return switch (a) {
            case NullCap()                      -> false;
            case EndpointCap(var ep, _, _)      -> b instanceof EndpointCap(var ep2, _, _) && ep.equals(ep2);
            case NotificationCap(var n, _, _)   -> b instanceof NotificationCap(var n2, _, _) && n.equals(n2);
            case ReplyCap(var t, _, _)          -> b instanceof ReplyCap(var t2, _, _) && t.equals(t2);
            case CNodeCap(var c, var radix, _, _) -> b instanceof CNodeCap(var c2, var radix2, _, _)
                && c.equals(c2) && radix == radix2;
            case ThreadCap(var t)               -> b instanceof ThreadCap(var t2) && t.equals(t2);
        };
    }

    /// The badge of a capability to an endpoint or notification; 0 of another.
    public static long badge(Capability cap) {
        return switch (cap) {
            case EndpointCap(_, var badge, _)     -> badge;
            case NotificationCap(_, var badge, _) -> badge;
            default                               -> 0;
        };
    }

    /// Whether cap, made from source, starts a subtree of its own: its badge is new.
    public static boolean isRevocable(Capability cap, Capability source) {
        return badge(cap) != badge(source);
    }

    /// cap with no more than the given rights.
    public static Capability maskRights(Capability cap, Rights rights) {
        return switch (cap) {
            case EndpointCap(var ep, var badge, var own)     -> new EndpointCap(ep, badge, own.and(rights));
            case NotificationCap(var n, var badge, var own)  ->
                new NotificationCap(n, badge, own.and(rights));
            case ReplyCap(var t, var isMaster, var canGrant) ->
                new ReplyCap(t, isMaster, canGrant && rights.grant());
            default                                          -> cap;
        };
    }

    /// The copy of cap that another slot may hold; null if there is to be none.
    public static Capability derive(Capability cap) {
        return cap instanceof ReplyCap ? new NullCap() : cap;
    }

    /// cap with data: a badge for an endpoint or notification, a guard for a CNode; null if it may not have
    /// it. Others take no data.
    /// @param isMoved whether the capability moves: then its badge stays as it is
    public static Capability withData(Capability cap, long data, boolean isMoved) {
        return switch (cap) {
            case EndpointCap(var ep, var badge, var rights) ->
                isMoved || badge != 0 ? new NullCap() : new EndpointCap(ep, data, rights);
            case NotificationCap(var n, var badge, var rights) ->
                isMoved || badge != 0 ? new NullCap() : new NotificationCap(n, data, rights);
            case CNodeCap node -> withGuard(node, bits(data, 63, 6), bits(data, 5, 0));
            default            -> cap;
        };
    }

    private static Capability withGuard(CNodeCap cap, long guard, long guardSize) {
        return guardSize + cap.radixBits() > WORD_BITS ? new NullCap()
            : new CNodeCap(cap.cnode(), cap.radixBits(), guard & mask(guardSize), guardSize);
    }
}
