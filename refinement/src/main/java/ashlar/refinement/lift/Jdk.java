package ashlar.refinement.lift;

import java.util.Set;

/// What of the JDK is executed as its class files say.
final class Jdk {
    private static final Set<String> LIFTABLE =
        Set.of("java/lang/Long", "java/lang/Integer", "java/lang/Math");

    private Jdk() { }

    static boolean isLiftable(String owner) {
        return LIFTABLE.contains(owner);
    }
}
