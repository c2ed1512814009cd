package ashlar.refinement.mutate.sample;

import ashlar.refinement.api.Frame;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import java.util.List;

/// What suites about the counter have in common.
abstract class AbstractSuite implements Suite {
    @Override
    public List<Class<?>> layouts() {
        return List.of(CounterPtr.class);
    }

    @Override
    public List<Frame> frames() {
        return List.of();
    }

    @Override
    public boolean isOnTrial(String className) {
        return className.endsWith("/CounterOps");
    }

    @Override
    public Sampler sampler() {
        return new CounterSampler();
    }
}
