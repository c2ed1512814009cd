package ashlar.refinement.check;

import java.util.HashSet;
import java.util.Set;

/// What a proof depends on beside the engine.
/// @param methods keys of the methods whose code it read, `owner.name(descriptor)`
/// @param shapes  classes whose members it read
/// @param uses    ids of the obligations whose contracts it relies on
record Dependencies(Set<String> methods, Set<String> shapes, Set<String> uses) {
    Dependencies and(Dependencies other) {
        return new Dependencies(union(methods, other.methods), union(shapes, other.shapes),
            union(uses, other.uses));
    }

    /// These, and contracts that are relied on beside.
    Dependencies using(Set<String> contracts) {
        return new Dependencies(methods, shapes, union(uses, contracts));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }
}
