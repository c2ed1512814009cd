package ashlar.refinement.api;

import java.util.List;
import java.util.Map;

/// What there is to prove, and of what.
public interface Suite {
    /// The classes whose methods marked `Obligation` are to be checked.
    List<Class<?>> obligations();

    /// The classes of field accessors: static `f(m, object, …)` and `setF(m, object, …, value)`.
    List<Class<?>> layouts();

    /// Where each layout's fields may be accessed: in obligations whose first parameter is what `live` takes
    /// first.
    List<Frame> frames();

    /// For each layout whose fields are to be proved separate, the class that says where they may be accessed
    /// and
    /// which words an object covers (`refinement.layout.LayoutProof`).
    default Map<Class<?>, Class<?>> places() {
        return Map.of();
    }

    /// Whether what the class (internal name, `java/lang/Object`) does to memory is to be proved right; the
    /// predicates of the suite itself may read what they like.
    boolean isOnTrial(String className);

    Sampler sampler();
}
