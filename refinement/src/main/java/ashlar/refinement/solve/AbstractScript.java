package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The meaning with more models, as in `Abstraction`: uninterpreted sorts, integers, uninterpreted functions.
final class AbstractScript extends Script {
    private static final String INT = "Int";

    private final Classes classes;
    private final Map<Object, String> sorts = new HashMap<>();
    private final Map<String, Set<String>> constants = new LinkedHashMap<>();
    private final Set<String> helpers = new HashSet<>();

    AbstractScript(Classes classes) {
        this.classes = classes;
    }

    @Override
    String logic(boolean hasFunctions) {
        return "UFLIA";
    }

    /// That constants of one sort differ.
    @Override
    List<String> afterthoughts() {
        return constants.values().stream().filter(c -> c.size() > 1)
            .map(c -> "(assert (distinct " + String.join(" ", c) + "))").toList();
    }

    private String sort(Object clazz) {
        if (clazz == Classes.NUMBERS) return INT;
        return sorts.computeIfAbsent(clazz, _ -> {
            String name = "U" + sorts.size();
            declareOther("(declare-sort " + name + " 0)");
            return name;
        });
    }

    @Override
    String sort(Term t) {
        if (t.width() == 0) return BOOL;
        return t.isConstant() ? INT : sort(classes.of(t));
    }

    @Override
    String constant(Term k, String expected) {
        if (expected == null || expected.equals(INT)) return integer(BigInteger.valueOf(k.toSigned()));
        String wanted = expected + "#" + Long.toHexString(k.constant());
        String name = declare(List.of(expected, k.constant()), wanted, List.of(), expected);
        constants.computeIfAbsent(expected, _ -> new LinkedHashSet<>()).add(name);
        return name;
    }

    private static String integer(BigInteger i) {
        return i.signum() < 0 ? "(- " + i.negate() + ")" : i.toString();
    }

    @Override
    String application(Term t) {
        var f = t.function();
        List<String> domain = new ArrayList<>();
        List<String> args = new ArrayList<>();
        for (int i = 0; i < t.args().size(); i++) {
            domain.add(f.parameters().get(i) instanceof Sort.Bool ? BOOL : sort(classes.of(f, i)));
            args.add(at(t.arg(i), domain.get(i)));
        }
        String range = f.result() instanceof Sort.Bool ? BOOL : sort(classes.of(f, -1));
        return "(" + declare(f, f.name(), domain, range) + " " + String.join(" ", args) + ")";
    }

    @Override
    String operation(Term t) {
        return switch (t.op()) {
            case CONST -> constant(t, null);
            case ADD   -> wrapped(t, "(+ " + numbers(t) + ")");
            case MUL   -> t.arg(1).isConstant() ? wrapped(t, "(* " + numbers(t) + ")") : opaque(t);
            case SLT   -> "(< " + numbers(t) + ")";
            case ULT   -> unsignedLess(t);
            default    -> opaque(t);
        };
    }

    private String numbers(Term t) {
        return t.args().stream().map(a -> at(a, INT)).collect(Collectors.joining(" "));
    }

    /// The exact sum or product where it is in range; some value elsewhere.
    private String wrapped(Term t, String exact) {
        String name = "int" + t.width();
        if (helpers.add(name)) {
            BigInteger bound = BigInteger.ONE.shiftLeft(t.width() - 1);
            String wrap = declare(name, "wrap" + t.width(), List.of(INT), INT);
            declareOther("(define-fun " + name + " ((n Int)) Int (ite (and (<= " + integer(bound.negate())
                + " n) (< n " + bound + ")) n (" + wrap + " n)))");
        }
        return "(" + name + " " + exact + ")";
    }

    private String unsignedLess(Term t) {
        if (helpers.add("ult")) {
            declareOther("(define-fun ult ((a Int) (b Int)) Bool (or (and (= (>= a 0) (>= b 0)) (< a b))"
                + " (and (>= a 0) (< b 0))))");
        }
        return "(ult " + numbers(t) + ")";
    }

    /// An uninterpreted function, one for each operation and each choice of sorts.
    private String opaque(Term t) {
        List<String> domain = t.args().stream().map(this::sort).toList();
        String args = t.args().stream().map(a -> at(a, sort(a))).collect(Collectors.joining(" "));
        String name = t.op() + "/" + t.width() + (t.op() == Op.EXTRACT ? "/" + t.high() + "/" + t.low() : "")
            + t.args().stream().map(a -> "/" + a.width()).collect(Collectors.joining())
            + domain.stream().map(s -> "/" + s).collect(Collectors.joining()) + "/" + sort(t);
        return "(" + declare(List.of("operation", name), name, domain, sort(t)) + " " + args + ")";
    }
}
