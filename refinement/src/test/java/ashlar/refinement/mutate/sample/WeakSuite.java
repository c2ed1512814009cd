package ashlar.refinement.mutate.sample;

import java.util.List;

/// The suite whose obligations are those of `WeakRefines`.
public final class WeakSuite extends AbstractSuite {
    @Override
    public List<Class<?>> obligations() {
        return List.of(WeakRefines.class);
    }
}
