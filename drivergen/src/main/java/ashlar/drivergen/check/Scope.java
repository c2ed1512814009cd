package ashlar.drivergen.check;

import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What names mean, from the inside out.
final class Scope {
    /// Where expressions stand, and so what they may do.
    enum Kind { RULE, WRITE_RULE, CONTRACT, BODY }

    sealed interface Meaning { }

    record Declared(Named named) implements Meaning { }

    record OfRegister(Register register) implements Meaning { }

    /// @param bits  0 if its width is yet to be found
    /// @param readAs the register that it was read from, if it was
    record LocalName(int bits, Optional<Register> readAs) implements Meaning { }

    /// A bus or an interrupt line: taken, but no value.
    record Taken(String what) implements Meaning { }

    private final Scope outer;
    private final Kind kind;
    private final Optional<Register> written;
    private final Map<String, Meaning> names = new HashMap<>();

    private Scope(Scope outer, Kind kind, Optional<Register> written) {
        this.outer = outer;
        this.kind = kind;
        this.written = written;
    }

    static Scope outermost() {
        return new Scope(null, Kind.RULE, Optional.empty());
    }

    Scope inner() {
        return new Scope(this, kind, written);
    }

    Scope inner(Kind newKind) {
        return new Scope(this, newKind, Optional.empty());
    }

    /// Within a rule on a write to the register.
    Scope writing(Register register) {
        return new Scope(this, Kind.WRITE_RULE, Optional.of(register));
    }

    Kind kind() {
        return kind;
    }

    Optional<Register> written() {
        return written;
    }

    /// @return false if the name is taken here
    boolean declare(String name, Meaning meaning) {
        return names.putIfAbsent(name, meaning) == null;
    }

    void replace(String name, Meaning meaning) {
        names.put(name, meaning);
    }

    boolean local(String name, int bits) {
        return declare(name, new LocalName(bits, Optional.empty()));
    }

    Optional<Meaning> find(String name) {
        for (Scope s = this; s != null; s = s.outer)
            if (s.names.containsKey(name)) return Optional.of(s.names.get(name));
        return Optional.empty();
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        for (Scope s = this; s != null; s = s.outer) all.addAll(s.names.keySet());
        return all;
    }
}
