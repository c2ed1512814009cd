package ashlar.refinement.mutate.sample;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import java.lang.reflect.Method;
import java.util.List;
import java.util.random.RandomGenerator;

/// A counter and the memory that holds it.
public final class CounterSampler implements Sampler {
    private static final long AT = 4096;

    @Override
    public Object[] arguments(Method obligation, int size, RandomGenerator random) {
        Tally s = new Tally(random.nextInt(size + 1), random.nextInt(8));
        Machine m = new Machine();
        CounterPtr.setCount(m, AT, s.count());
        CounterPtr.setLast(m, AT, s.last());
        return obligation.getParameterCount() == 3 ? new Object[] {s, m, AT}
            : new Object[] {s, m, AT, (long) random.nextInt(1, 9)};
    }

    @Override
    public List<Row> picture(String when, Object[] values) {
        return List.of();
    }

    @Override
    public boolean isInObject(Object[] arguments, long address) {
        return address == AT || address == AT + 8;
    }

    @Override
    public Object[] copy(Object[] arguments) {
        Object[] copies = arguments.clone();
        for (int i = 0; i < copies.length; i++) if (copies[i] instanceof Machine m) copies[i] = m.copy();
        return copies;
    }
}
