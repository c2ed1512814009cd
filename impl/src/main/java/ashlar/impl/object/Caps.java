package ashlar.impl.object;

import static ashlar.impl.layout.CapPtr.CNODE;
import static ashlar.impl.layout.CapPtr.ENDPOINT;
import static ashlar.impl.layout.CapPtr.NOTIFICATION;
import static ashlar.impl.layout.CapPtr.NULL_CAP;
import static ashlar.impl.layout.CapPtr.REPLY;

import ashlar.impl.layout.CapPtr;
import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// What a capability says and what becomes of it when it is copied (seL4 manual ch. 3). A capability that
/// cannot be what it is asked to become turns into the null capability.
///
/// | type                   | object     | data  | other fields                                    |
/// |------------------------|------------|-------|-------------------------------------------------|
/// | endpoint, notification | the object | badge | the four rights                                 |
/// | reply                  | the caller | -     | canGrant; canWrite: whether it is the master    |
/// | CNode                  | the CNode  | guard | guardSize, radixBits                            |
/// | thread                 | its TCB    | -     | -                                               |
public final class Caps {
    private Caps() { }

    public static long badge(Machine m, long cap) {
        return CapPtr.data(m, cap);
    }

    public static void setBadge(Machine m, long cap, long badge) {
        CapPtr.setData(m, cap, badge);
    }

    public static long guard(Machine m, long cap) {
        return CapPtr.data(m, cap);
    }

    public static void setGuard(Machine m, long cap, long guard) {
        CapPtr.setData(m, cap, guard);
    }

    public static boolean isReplyMaster(Machine m, long cap) {
        return CapPtr.canWrite(m, cap);
    }

    public static void setReplyMaster(Machine m, long cap, boolean isMaster) {
        CapPtr.setCanWrite(m, cap, isMaster);
    }

    public static boolean isNull(Machine m, long cap) {
        return CapPtr.type(m, cap) == NULL_CAP;
    }

    /// Makes cap the null capability; what its other fields hold means nothing then.
    public static void setNull(Machine m, long cap) {
        CapPtr.setType(m, cap, NULL_CAP);
    }

    public static void setReply(Machine m, long cap, long thread, boolean isMaster, boolean canGrant) {
        CapPtr.setType(m, cap, REPLY);
        CapPtr.setObject(m, cap, thread);
        setReplyMaster(m, cap, isMaster);
        CapPtr.setCanGrant(m, cap, canGrant);
    }

    public static void copy(Machine m, long from, long to) {
        CapPtr.setType(m, to, CapPtr.type(m, from));
        CapPtr.setGuardSize(m, to, CapPtr.guardSize(m, from));
        CapPtr.setRadixBits(m, to, CapPtr.radixBits(m, from));
        CapPtr.setObject(m, to, CapPtr.object(m, from));
        CapPtr.setCanGrantReply(m, to, CapPtr.canGrantReply(m, from));
        CapPtr.setCanGrant(m, to, CapPtr.canGrant(m, from));
        CapPtr.setCanRead(m, to, CapPtr.canRead(m, from));
        CapPtr.setCanWrite(m, to, CapPtr.canWrite(m, from));
        CapPtr.setData(m, to, CapPtr.data(m, from));
    }

    /// Whether a and b speak of the same object, of which a may be the parent's capability.
    public static boolean sameRegionAs(Machine m, long a, long b) {
        int type = CapPtr.type(m, a);
        if (type == NULL_CAP || type != CapPtr.type(m, b)) return false;
        if (CapPtr.object(m, a) != CapPtr.object(m, b)) return false;
        return type != CNODE || CapPtr.radixBits(m, a) == CapPtr.radixBits(m, b);
    }

    /// Whether cap, derived from what src holds, may have children of its own.
    public static boolean isCapRevocable(Machine m, long cap, long src) {
        return switch (CapPtr.type(m, cap)) {
            case ENDPOINT, NOTIFICATION -> badge(m, cap) != badge(m, src);
            default -> false;
        };
    }

    /// Whether cap is to an endpoint, with all rights.
    public static boolean mayCancelSends(Machine m, long cap) {
        return CapPtr.type(m, cap) == ENDPOINT && CapPtr.canRead(m, cap) && CapPtr.canWrite(m, cap)
            && CapPtr.canGrant(m, cap) && CapPtr.canGrantReply(m, cap);
    }

    /// Takes away the rights that the word rights lacks: bit 0 write, 1 read, 2 grant, 3 grantReply.
    public static void maskRights(Machine m, long cap, long rights) {
        switch (CapPtr.type(m, cap)) {
            case ENDPOINT, NOTIFICATION -> {
                CapPtr.setCanWrite(m, cap, CapPtr.canWrite(m, cap) && Word.bit(rights, 0));
                CapPtr.setCanRead(m, cap, CapPtr.canRead(m, cap) && Word.bit(rights, 1));
                CapPtr.setCanGrant(m, cap, CapPtr.canGrant(m, cap) && Word.bit(rights, 2));
                CapPtr.setCanGrantReply(m, cap, CapPtr.canGrantReply(m, cap) && Word.bit(rights, 3));
            }
            case REPLY -> CapPtr.setCanGrant(m, cap, CapPtr.canGrant(m, cap) && Word.bit(rights, 2));
            default -> { }
        }
    }

    /// Makes cap what a copy of it is.
    public static void derive(Machine m, long cap) {
        if (CapPtr.type(m, cap) == REPLY) setNull(m, cap);
    }

    /// Gives cap a badge or, a CNode's, the guard that the word data packs.
    /// @param preserve whether the badge that it has is to stay as it is
    public static void updateData(Machine m, boolean preserve, long data, long cap) {
        switch (CapPtr.type(m, cap)) {
            case ENDPOINT, NOTIFICATION -> updateBadge(m, preserve, data, cap);
            case CNODE -> updateGuard(m, data, cap);
            default -> { }
        }
    }

    private static void updateBadge(Machine m, boolean preserve, long badge, long cap) {
        if (preserve || badge(m, cap) != 0) setNull(m, cap);
        else                                setBadge(m, cap, badge);
    }

    private static void updateGuard(Machine m, long data, long cap) {
        long guardSize = Word.bits(data, 5, 0);
        if (guardSize + CapPtr.radixBits(m, cap) > Word.BITS) {
            setNull(m, cap);
        } else {
            CapPtr.setGuardSize(m, cap, guardSize);
            setGuard(m, cap, Word.bits(data, 63, 6) & Word.mask(guardSize));
        }
    }
}
