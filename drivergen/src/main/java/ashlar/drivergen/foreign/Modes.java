package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.WriteEffect;
import java.util.Optional;

/// Mackerel's attributes.
/// @param lost what our modes do not tell
record Modes(Access access, ReadEffect onRead, WriteEffect onWrite, Policy policy, Optional<String> lost) {
    static Modes of(String attribute) {
        return switch (attribute) {
            case "ro"           -> plain(Access.RO);
            case "wo"           -> plain(Access.WO);
            case "rc"           -> new Modes(Access.RO, ReadEffect.CLEARS, WriteEffect.REPLACES, Policy.NONE,
                Optional.empty());
            case "ros"          -> plain(Access.RO).losing("ros: a reset does not change it");
            case "rws"          -> plain(Access.RW).losing("rws: a reset does not change it");
            case "rwl"          -> plain(Access.RW).losing("rwl: what locks it");
            case "wor"          -> plain(Access.RW).losing("wor");
            case "rwo"          -> plain(new Access(true, true, true));
            case "rwc", "rw1c"  -> writing(WriteEffect.ONE_CLEARS);
            case "rwcs"         -> writing(WriteEffect.ONE_CLEARS).losing("rwcs: a reset does not change it");
            case "rwzc", "rw0c" -> writing(WriteEffect.ZERO_CLEARS);
            case "mbz"          -> obeying(Policy.MUST_BE_ZERO);
            case "mb1"          -> obeying(Policy.MUST_BE_ONE);
            case "rsvd"         -> obeying(Policy.PRESERVE);
            case "none"         -> plain(Access.NONE);
            default             -> plain(Access.RW);
        };
    }

    private static Modes plain(Access access) {
        return new Modes(access, ReadEffect.NONE, WriteEffect.REPLACES, Policy.NONE, Optional.empty());
    }

    private static Modes writing(WriteEffect effect) {
        return new Modes(Access.RW, ReadEffect.NONE, effect, Policy.NONE, Optional.empty());
    }

    private static Modes obeying(Policy policy) {
        return new Modes(Access.RW, ReadEffect.NONE, WriteEffect.REPLACES, policy, Optional.empty());
    }

    private Modes losing(String what) {
        return new Modes(access, onRead, onWrite, policy, Optional.of(what));
    }
}
