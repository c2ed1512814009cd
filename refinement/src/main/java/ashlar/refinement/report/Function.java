package ashlar.refinement.report;

import java.util.List;

/// A static function, or the body of a lambda, whose calls a trace holds.
/// @param owner      internal name of its class
/// @param descriptor the types of its parameters and its result
/// @param parameters their names; empty where the class file has none
/// @param captured   how many of the first parameters a lambda has from around it
record Function(String owner, String name, String descriptor, List<String> parameters, int captured) {
    static String key(String owner, String name, String descriptor) {
        return owner + "." + name + descriptor;
    }

    String key() {
        return key(owner, name, descriptor);
    }

    boolean isLambda() {
        return name.startsWith("lambda$");
    }

    boolean isPredicate() {
        return descriptor.endsWith(")Z");
    }

    /// The package of its class, with a slash at the end.
    String packageName() {
        return owner.substring(0, owner.lastIndexOf('/') + 1);
    }

    /// `Ipc.send`; the class without its package.
    String shortName() {
        return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + name;
    }
}
