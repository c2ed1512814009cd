package ashlar.drivergen.ast;

import java.util.Optional;

/// Adjacent bits of a register.
/// @param name  `_` for bits that the manual reserves
/// @param reset empty if the manual gives none
public record Field(Place place, String name, int high, int low, Type.Word type, Access access,
                    Optional<Long> reset, ReadEffect onRead, WriteEffect onWrite, Policy policy,
                    String title) {
    public static final String RESERVED = "_";

    public int bits() {
        return high - low + 1;
    }

    /// Ones where the field lies in its register.
    public long mask() {
        return Type.Word.mask(bits()) << low;
    }

    public boolean isReserved() {
        return name.equals(RESERVED);
    }

    public Field withAccess(Access access) {
        return new Field(place, name, high, low, type, access, reset, onRead, onWrite, policy, title);
    }
}
