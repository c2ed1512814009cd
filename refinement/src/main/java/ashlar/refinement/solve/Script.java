package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A query as an SMT-LIB script: booleans, quantifiers and names here, bit-vectors in the subclasses. A
/// shared term is written once: by `define-fun`, or by `let` if it depends on a quantifier's variables.
abstract class Script {
    static final String BOOL = "Bool";

    final Symbols symbols = new Symbols();
    private final List<String> declarations = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final Sharing sharing = new Sharing();
    private final Map<Term, String> defined = new HashMap<>();
    private Map<Term, String> local = new HashMap<>();
    private final Map<Object, String> declared = new HashMap<>();
    private int locals;
    private boolean isQuantified;
    private boolean hasFunctions;

    abstract String sort(Term t);

    /// The constant k where a term of sort expected stands beside it; expected may be null.
    abstract String constant(Term k, String expected);

    abstract String application(Term t);

    abstract String operation(Term t);

    /// The logic where neither quantifiers nor functions occur, without the letters that say so.
    abstract String logic(boolean hasFunctions);

    /// Commands to stand before the question, once everything else is written.
    List<String> afterthoughts() {
        return List.of();
    }

    /// The script that asks whether all of assumed and guard can hold and clause not.
    String asking(List<Term> assumed, Term guard, Term clause, String comment) {
        return asking(assumed, guard, List.of(clause), comment);
    }

    /// The script that asks whether all of assumed and guard can hold and some clause not.
    String asking(List<Term> assumed, Term guard, List<Term> clauses, String comment) {
        boolean isOne = clauses.size() == 1;
        List<Term> denied = isOne && clauses.getFirst().op() == Op.OR ? clauses.getFirst().args() : clauses;
        assumed.forEach(sharing::add);
        sharing.add(guard);
        denied.forEach(sharing::add);
        section("assumed", assumed.stream().map(this::write).toList());
        section("guard", guard.isTrue() ? List.of() : List.of(write(guard)));
        section("denied", isOne ? denied.stream().map(this::denial).toList()
            : List.of("(not (and " + each(clauses) + "))"));
        StringBuilder text = new StringBuilder();
        comment.lines().forEach(line -> text.append(("; " + line).stripTrailing()).append('\n'));
        String logic = (isQuantified ? "" : "QF_") + logic(hasFunctions);
        text.append("(set-logic ").append(logic).append(")\n");
        declarations.forEach(d -> text.append(d).append('\n'));
        text.append(body);
        afterthoughts().forEach(d -> text.append(d).append('\n'));
        return text.append("(check-sat)\n").toString();
    }

    private void section(String title, List<String> claims) {
        if (!claims.isEmpty()) body.append("; ").append(title).append('\n');
        claims.forEach(c -> body.append("(assert ").append(c).append(")\n"));
    }

    private String denial(Term part) {
        return part.op() == Op.NOT ? write(part.arg(0)) : "(not " + write(part) + ")";
    }

    String declare(Object thing, String wanted, List<String> domain, String range) {
        return declared.computeIfAbsent(thing, _ -> {
            String name = symbols.of(thing, wanted);
            hasFunctions |= !domain.isEmpty();
            declarations.add("(declare-fun " + name + " (" + String.join(" ", domain) + ") " + range + ")");
            return name;
        });
    }

    void declareOther(String command) {
        declarations.add(command);
    }

    /// t where a term of sort expected stands.
    String at(Term t, String expected) {
        return t.isConstant() ? constant(t, expected) : write(t);
    }

    String write(Term t) {
        String name = t.hasBound() ? local.get(t) : defined.get(t);
        if (name != null) return name;
        if (t.hasBound() || !sharing.isShared(t)) return plain(t);
        String definition = plain(t);
        name = symbols.of(List.of("definition", t), "def" + (defined.size() + 1));
        defined.put(t, name);
        body.append("(define-fun ").append(name).append(" () ").append(sort(t)).append(' ').append(definition)
            .append(")\n");
        return name;
    }

    private String plain(Term t) {
        return switch (t.op()) {
            case TRUE     -> "true";
            case FALSE    -> "false";
            case NOT      -> "(not " + write(t.arg(0)) + ")";
            case AND      -> "(and " + each(t.args()) + ")";
            case OR       -> "(or " + each(t.args()) + ")";
            case EQ       -> equation(t);
            case ITE      -> choice(t);
            case VAR      -> declare(t, t.name(), List.of(), sort(t));
            case BOUND    -> symbols.of(t, t.name());
            case APP      -> application(t);
            case FORALL   -> quantified(t);
            default       -> operation(t);
        };
    }

    private String each(List<Term> all) {
        return all.stream().map(this::write).collect(Collectors.joining(" "));
    }

    private String equation(Term t) {
        String sort = t.arg(0).isConstant() ? sort(t.arg(1)) : sort(t.arg(0));
        return "(= " + at(t.arg(0), sort) + " " + at(t.arg(1), sort) + ")";
    }

    private String choice(Term t) {
        String sort = sort(t);
        return "(ite " + write(t.arg(0)) + " " + at(t.arg(1), sort) + " " + at(t.arg(2), sort) + ")";
    }

    private String quantified(Term t) {
        isQuantified = true;
        Map<Term, String> outer = local;
        local = new HashMap<>(outer);
        local.keySet().removeIf(known -> t.bound().stream().anyMatch(known.free()::contains));
        String variables = t.bound().stream().map(x -> "(" + write(x) + " " + sort(x) + ")")
            .collect(Collectors.joining(" "));
        String patterns = Patterns.of(t).stream().map(p -> " :pattern (" + each(p) + ")")
            .collect(Collectors.joining());
        String inner = withLocals(t);
        local = outer;
        String guided = patterns.isEmpty() ? inner : "(! " + inner + patterns + ")";
        return "(forall (" + variables + ") " + guided + ")";
    }

    private String withLocals(Term forAll) {
        StringBuilder text = new StringBuilder();
        List<Term> shared = Sharing.within(forAll);
        for (Term t : shared) {
            String value = plain(t);
            String name = symbols.of(List.of("local", ++locals), "let" + locals);
            local.put(t, name);
            text.append("(let ((").append(name).append(' ').append(value).append(")) ");
        }
        return text.append(write(forAll.arg(0))).append(")".repeat(shared.size())).toString();
    }
}
