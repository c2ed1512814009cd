package ashlar.refinement.lift;

import ashlar.refinement.heap.Value;
import java.util.List;

/// Methods that the engine knows by heart, in place of their bytecode.
public interface Known {
    boolean knows(String owner, String name, String descriptor);

    /// Whether a loop at the very start of the method is taken as a call of the method itself, with what its
    /// parameters then hold.
    default boolean takesLoop(String key) {
        return false;
    }

    /// The result of the call; null for void. For an instance method the receiver comes first.
    Value call(Site site, String owner, String name, String descriptor, List<Value> arguments);
}
