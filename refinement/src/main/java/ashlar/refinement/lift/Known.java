package ashlar.refinement.lift;

import ashlar.refinement.heap.Value;
import java.util.List;

/// Methods that the engine knows by heart, in place of their bytecode.
public interface Known {
    boolean knows(String owner, String name, String descriptor);

    /// The result of the call; null for void. For an instance method the receiver comes first.
    Value call(Site site, String owner, String name, String descriptor, List<Value> arguments);
}
