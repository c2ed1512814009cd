package ashlar.refinement.trial;

import ashlar.refinement.api.Frame;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Options;
import ashlar.refinement.trial.sample.Claimed;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The suite of obligations over numbers, `Claimed`.
public final class ClaimedSuite implements Suite {
    @Override
    public List<Class<?>> obligations() {
        return List.of(Claimed.class);
    }

    @Override
    public List<Class<?>> layouts() {
        return List.of();
    }

    @Override
    public List<Frame> frames() {
        return List.of();
    }

    @Override
    public boolean isOnTrial(String className) {
        return false;
    }

    /// A sampler of random numbers that has no pictures to show.
    @Override
    public Sampler sampler() {
        return (Sampler) Proxy.newProxyInstance(ClaimedSuite.class.getClassLoader(),
            new Class<?>[] {Sampler.class}, (_, method, args) -> switch (method.getName()) {
                case "arguments" -> random((Method) args[0], (RandomGenerator) args[2]);
                case "copy"      -> ((Object[]) args[0]).clone();
                default          -> nothing(method.getReturnType());
            });
    }

    private static Object[] random(Method obligation, RandomGenerator random) {
        return Arrays.stream(obligation.getParameterTypes())
            .map(type -> Inputs.number(random, type.descriptorString().charAt(0))).toArray();
    }

    /// One job, ten seconds, no folders.
    static Options options() {
        try {
            RecordComponent[] components = Options.class.getRecordComponents();
            return Options.class.getDeclaredConstructor(Arrays.stream(components)
                .map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(Arrays.stream(components).map(c -> nothing(c.getType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object nothing(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "List"     -> List.of();
            case "Optional" -> Optional.empty();
            case "boolean"  -> false;
            case "int"      -> 1;
            case "double"   -> 10.0;
            default         -> "";
        };
    }
}
