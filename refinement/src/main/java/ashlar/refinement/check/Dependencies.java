package ashlar.refinement.check;

import java.util.Set;

/// What a proof depends on beside the engine.
/// @param methods keys of the methods whose code it read, `owner.name(descriptor)`
/// @param shapes  classes whose members it read
/// @param uses    ids of the obligations whose contracts it relies on
record Dependencies(Set<String> methods, Set<String> shapes, Set<String> uses) { }
