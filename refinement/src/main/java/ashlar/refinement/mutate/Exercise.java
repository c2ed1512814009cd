package ashlar.refinement.mutate;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// An obligation ready to be tried.
final class Exercise {
    private final String id;
    private final Method original;
    private final Method obligation;
    private final Map<String, Integer> depths;
    private final Function<Exercise, List<Sample>> drawing;
    private final Function<Exercise, String> digesting;
    private List<Sample> samples;
    private String digest;

    /// @param original   as the suite itself has it
    /// @param obligation in metered classes
    /// @param depths     how deep it calls each method
    Exercise(String id, Method original, Method obligation, Map<String, Integer> depths,
        Function<Exercise, List<Sample>> drawing, Function<Exercise, String> digesting) {
        this.id = id;
        this.original = original;
        this.obligation = obligation;
        this.depths = depths;
        this.drawing = drawing;
        this.digesting = digesting;
    }

    String id() {
        return id;
    }

    Method original() {
        return original;
    }

    Method obligation() {
        return obligation;
    }

    Map<String, Integer> depths() {
        return depths;
    }

    /// Arguments on which it holds. Asked first on a thread that is a meter.
    synchronized List<Sample> samples() {
        if (samples == null) samples = drawing.apply(this);
        return samples;
    }

    /// Of all code that its runs depend on.
    synchronized String digest() {
        if (digest == null) digest = digesting.apply(this);
        return digest;
    }

    long mostSteps() {
        return samples().stream().mapToLong(Sample::steps).max().orElse(0);
    }
}
