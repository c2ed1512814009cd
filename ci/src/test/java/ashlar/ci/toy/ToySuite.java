package ashlar.ci.toy;

import ashlar.refinement.api.Frame;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import java.lang.reflect.Method;
import java.util.List;
import java.util.random.RandomGenerator;

/// Obligations about numbers.
public final class ToySuite implements Suite {
    @Override public List<Class<?>> obligations() {
        return List.of(Obligations.class);
    }

    @Override public List<Class<?>> layouts() {
        return List.of();
    }

    @Override public List<Frame> frames() {
        return List.of();
    }

    @Override public boolean isOnTrial(String className) {
        return className.endsWith("/Decrement") || className.endsWith("/Forgotten");
    }

    @Override public Sampler sampler() {
        return new Numbers();
    }

    private static final class Numbers implements Sampler {
        @Override public Object[] arguments(Method obligation, int size, RandomGenerator random) {
            return new Object[] {random.nextLong(64L * size)};
        }

        @Override public List<Row> picture(String when, Object[] values) {
            return List.of();
        }

        @Override public boolean isInObject(Object[] arguments, long address) {
            return true;
        }

        @Override public Object[] copy(Object[] arguments) {
            return arguments.clone();
        }
    }
}
