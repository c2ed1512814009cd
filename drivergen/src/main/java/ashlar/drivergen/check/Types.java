package ashlar.drivergen.check;

import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Parameter;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// Reads types.
final class Types {
    private static final int LARGEST = 1 << 20;
    private static final String WORDS = "bool, u1 to u64, or an enumeration";

    private final Complaints complaints;
    private final Scope scope;

    Types(Complaints complaints, Scope scope) {
        this.complaints = complaints;
        this.scope = scope;
    }

    /// u1 to u64, or bool.
    static Optional<Type.Word> word(String name) {
        if (name.equals("bool")) return Optional.of(new Type.Word(name, 1));
        if (!name.matches("u[1-9][0-9]?")) return Optional.empty();
        int bits = Integer.parseInt(name.substring(1));
        return bits > 64 ? Optional.empty() : Optional.of(Type.Word.of(bits));
    }

    /// What stands for a type that is wrong already.
    private static Type.Word guess() {
        return Type.Word.of(64);
    }

    private Type.Word word(Token name) {
        Optional<Type.Word> word = word(Texts.name(name));
        if (word.isPresent()) return word.get();
        if (scope.find(Texts.name(name)).orElse(null) instanceof Scope.Declared(Named.Enumeration e))
            return new Type.Word(e.name(), e.type().bits());
        complaints.addUnknown(name, "`" + name.getText() + "` is not a type", WORDS);
        return guess();
    }

    Type.Word word(TypeContext t) {
        if (t instanceof WordTypeContext w) return word(w.name);
        complaints.add(t, "`" + t.getText() + "` is not a word", WORDS);
        return guess();
    }

    Type of(TypeContext t) {
        return switch (t) {
            case WordTypeContext w   -> word(w.name);
            case ArrayTypeContext a  -> new Type.Array(word(a.name), size(a.size));
            case QueueTypeContext q  -> new Type.Queue(word(q.name), size(q.size));
            case StreamTypeContext s -> new Type.Stream(word(s.name));
            default -> throw new IllegalStateException(t.getText());
        };
    }

    private int size(ExpressionContext e) {
        return (int) new Expressions(complaints, scope).constant(e, 1, LARGEST, "size").orElse(1);
    }

    List<Parameter> parameters(ParametersContext list) {
        List<Parameter> parameters = new ArrayList<>();
        if (list == null) return parameters;
        for (ParameterContext p : list.parameter()) {
            String name = Texts.name(p.name);
            if (parameters.stream().anyMatch(q -> q.name().equals(name)))
                complaints.add(p, "there are two parameters `" + name + "`", "another name");
            parameters.add(new Parameter(name, word(p.type())));
        }
        return parameters;
    }
}
