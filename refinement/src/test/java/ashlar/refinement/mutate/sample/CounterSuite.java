package ashlar.refinement.mutate.sample;

import java.util.List;

/// The suite whose obligations are those of `CounterRefines`.
public final class CounterSuite extends AbstractSuite {
    @Override
    public List<Class<?>> obligations() {
        return List.of(CounterRefines.class);
    }
}
