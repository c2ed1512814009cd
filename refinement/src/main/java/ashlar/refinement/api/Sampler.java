package ashlar.refinement.api;

import java.lang.reflect.Method;
import java.util.random.RandomGenerator;

/// Makes arguments for obligations: small, likely to satisfy what they assume, and diverse.
public interface Sampler {
    /// Fresh arguments for obligation; the larger size, the more objects.
    /// @param size 1 to 8
    Object[] arguments(Method obligation, int size, RandomGenerator random);

    /// The arguments in words, one line for each part of the state that differs or matters.
    String describe(Method obligation, Object[] before, Object[] after);

    /// A copy of arguments that a run may change.
    Object[] copy(Object[] arguments);
}
