package ashlar.drivergen.foreign;

import ashlar.drivergen.grammar.SystemRdlParser.ComponentContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What names mean in a SystemRDL component: types, enumerations, parameters, default properties.
final class RdlScope {
    private final RdlScope outer;
    private final Map<String, Definition> types = new HashMap<>();
    private final Map<String, Map<String, Long>> enumerations = new HashMap<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final Map<String, Object> defaults = new HashMap<>();

    /// A component's definition, and where it stands.
    record Definition(ComponentContext tree, RdlScope scope) { }

    RdlScope(RdlScope outer) {
        this.outer = outer;
    }

    void define(String name, ComponentContext tree) {
        types.put(name, new Definition(tree, this));
    }

    Optional<Definition> definition(String name) {
        for (RdlScope s = this; s != null; s = s.outer)
            if (s.types.containsKey(name)) return Optional.of(s.types.get(name));
        return Optional.empty();
    }

    void enumeration(String name, Map<String, Long> values) {
        enumerations.put(name, values);
    }

    Optional<Map<String, Long>> enumeration(String name) {
        for (RdlScope s = this; s != null; s = s.outer)
            if (s.enumerations.containsKey(name)) return Optional.of(s.enumerations.get(name));
        return Optional.empty();
    }

    Optional<Long> enumerator(String owner, String name) {
        return enumeration(owner).map(e -> e.get(name));
    }

    void parameter(String name, Object value) {
        parameters.put(name, value);
    }

    Optional<Object> parameter(String name) {
        for (RdlScope s = this; s != null; s = s.outer)
            if (s.parameters.containsKey(name)) return Optional.of(s.parameters.get(name));
        return Optional.empty();
    }

    void byDefault(String property, Object value) {
        defaults.put(property, value);
    }

    /// The default properties that hold here, inner ones first.
    Map<String, Object> defaults() {
        Map<String, Object> all = outer == null ? new HashMap<>() : outer.defaults();
        all.putAll(defaults);
        return all;
    }
}
