package ashlar.refinement.api;

import java.lang.reflect.Method;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes arguments for obligations: small, likely to satisfy what they assume, and diverse.
public interface Sampler {
    /// Fresh arguments for obligation; the larger size, the more objects.
    /// @param size 1 to 8
    Object[] arguments(Method obligation, int size, RandomGenerator random);

    /// The parts of a state in words: those among values that are states, the specification's beside the
    /// kernel's. Two pictures of one run have the same parts in the same order as far as both have them.
    /// @param when   `before` or `after`
    /// @param values arguments of an obligation or of the predicate that it claims
    List<Row> picture(String when, Object[] values);

    /// Whether the word at address is part of an object that exists in the state among arguments.
    boolean isInObject(Object[] arguments, long address);

    /// A copy of arguments that a run may change.
    Object[] copy(Object[] arguments);
}
