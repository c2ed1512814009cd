package ashlar.refinement.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Quantified terms keep their meaning, tried on all values of one bit.
final class QuantifierTest {
    private static final int TREES = 2_000;
    private static final int MODELS = 12;
    private static final Sort BIT = Sort.bits(1);
    private static final long SEED = Long.getLong("trial.seed", 1);

    private final Terms terms = new Terms();
    private final Raw raw = new Raw(terms);
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Term> variables =
        List.of(terms.bound("x", BIT), terms.bound("y", BIT), terms.bound("z", BIT));
    private final Function one = new Function("P", List.of(BIT), Sort.bool());
    private final Function two = new Function("Q", List.of(BIT, BIT), Sort.bool());
    private final Function inner = new Function("f", List.of(BIT), BIT);

    private Term app(Function f, Term... args) {
        return terms.make(Op.APP, f.result(), List.of(args), 0, f);
    }

    private Term number() {
        Term x = variables.get(random.nextInt(variables.size()));
        return switch (random.nextInt(6)) {
            case 0  -> app(inner, x);
            case 1  -> terms.bits(1, random.nextInt(2));
            case 2  -> terms.var("c", BIT);
            default -> x;
        };
    }

    private Term claim(int depth) {
        int kind = depth == 0 ? random.nextInt(3) : random.nextInt(12);
        return switch (kind) {
            case 0        -> app(one, number());
            case 1        -> app(two, number(), number());
            case 2        -> raw.of(Op.EQ, number(), number());
            case 3, 4     -> raw.of(Op.NOT, claim(depth - 1));
            case 5, 6     -> raw.of(Op.AND, claim(depth - 1), claim(depth - 1));
            case 7, 8     -> raw.of(Op.OR, claim(depth - 1), claim(depth - 1), claim(depth - 1));
            case 9        -> raw.of(Op.ITE, claim(depth - 1), claim(depth - 1), claim(depth - 1));
            default       -> raw.forAll(someVariables(), claim(depth - 1));
        };
    }

    private List<Term> someVariables() {
        List<Term> some = new ArrayList<>(variables);
        while (some.size() > 1 && random.nextBoolean()) some.remove(random.nextInt(some.size()));
        return some;
    }

    private Map<List<Object>, Long> table() {
        return new HashMap<>() {
            @Override
            @SuppressWarnings("unchecked")
            public Long get(Object key) {
                return computeIfAbsent((List<Object>) key, _ -> (long) random.nextInt(2));
            }
        };
    }

    private String differing(Term before, Term after) {
        Term x = raw.expanded(before, Map.of());
        Term y = raw.expanded(after, Map.of());
        for (int i = 0; i < MODELS; i++) {
            var table = table();
            Map<Term, Long> c = Map.of(terms.var("c", BIT), (long) random.nextInt(2));
            java.util.function.BiFunction<Function, List<Long>, Long> functions = (f, args) -> {
                long v = table.get(List.of(f.name(), args));
                return f.result() instanceof Sort.Bool ? v & 1 : v;
            };
            if (new Evaluator(c, functions).value(x) != new Evaluator(c, functions).value(y))
                return before + " became " + after;
        }
        return null;
    }

    @Test
    void random_quantified_terms_keep_their_values() {
        for (int i = 0; i < TREES; i++) {
            Term before = raw.forAll(variables, claim(3));
            assertThat(differing(before, raw.rewritten(before))).as("tree " + i + ", seed " + SEED).isNull();
        }
    }

    @Test
    void variable_bound_twice_is_not_captured() {
        Term x = variables.get(0);
        Term y = variables.get(1);
        Term some = terms.or(app(one, x), terms.forAll(List.of(y), app(two, x, y)),
            terms.forAll(List.of(y), app(two, y, x)));
        Term before = raw.forAll(List.of(x), some);
        assertThat(differing(before, terms.forAll(List.of(x), some))).isNull();
    }

    @Test
    void substitution_leaves_bound_variables_alone() {
        Term y = variables.get(1);
        Term inside = terms.forAll(List.of(y), app(one, y));
        Term replaced = terms.substitute(inside, Map.of(y, terms.bits(1, 0)));
        assertThat(replaced).isSameAs(inside);
    }

    @Test
    void substituted_variable_is_not_captured() {
        Term x = variables.get(0);
        Term y = variables.get(1);
        Term inside = terms.forAll(List.of(y), app(two, x, y));
        Term replaced = terms.substitute(inside, Map.of(x, y));
        assertThat(replaced.free()).containsExactly(y);
    }
}
