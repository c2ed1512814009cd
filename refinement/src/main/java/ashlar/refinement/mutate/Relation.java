package ashlar.refinement.mutate;

import ashlar.refinement.api.Suite;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Which fields of memory an obligation speaks of itself, not only the code on trial that it runs.
final class Relation {
    private final Trials trials;
    private final Map<String, String> fields = new HashMap<>();

    Relation(Trials trials, Suite suite) {
        this.trials = trials;
        for (Class<?> layout : suite.layouts()) {
            for (Method m : layout.getDeclaredMethods())
                if (m.getReturnType() != void.class)
                    fields.put(Trials.key(m), layout.getSimpleName() + "." + m.getName());
        }
    }

    /// Whether an obligation reads the field `X.f`, however indirectly.
    boolean reads(Exercise e, String field) {
        Set<String> own = trials.calls().below(Trials.key(e.obligation()), this::isOnTrial);
        return own.stream().flatMap(m -> trials.calls().callees(m).stream())
            .anyMatch(c -> field.equals(fields.get(c)));
    }

    private boolean isOnTrial(String key) {
        return trials.suite.isOnTrial(key.substring(0, key.indexOf('.')));
    }

    /// The layout that the class with this internal name is, if it is one.
    static Class<?> layout(Suite suite, String owner) {
        return suite.places().keySet().stream().filter(l -> l.getName().replace('.', '/').equals(owner))
            .findFirst().orElse(null);
    }
}
