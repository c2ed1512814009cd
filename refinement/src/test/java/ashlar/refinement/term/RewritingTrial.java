package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Evaluates terms before and after rewriting: random ones, and those of every form that a rule looks for.
public final class RewritingTrial {
    private static final int POINTS = 15;
    private static final List<Integer> WIDTHS = List.of(1, 5, 8, 16, 32, 64);

    private final SplittableRandom random;

    private RewritingTrial(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// Terms whose value changes, among so many random ones and all shapes of eight bits.
    public static List<String> differences(int trees, long seed) {
        var trial = new RewritingTrial(seed);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < trees; i++) trial.compare(i, differences);
        trial.compareShapes(differences);
        return differences;
    }

    private void compareShapes(List<String> differences) {
        Terms terms = new Terms();
        Raw raw = new Raw(terms);
        Shapes shapes = new Shapes(terms, 8);
        List<Term> all = new ArrayList<>(shapes.operations());
        all.addAll(shapes.connectives());
        for (Term t : all) {
            String difference = difference(raw.onRewritten(t), raw.rewritten(t));
            if (!difference.isEmpty()) differences.add(difference);
        }
    }

    private void compare(int i, List<String> differences) {
        Terms terms = new Terms();
        var trees = new RandomTerms(terms, random, true);
        Term before = i % 3 == 0 ? trees.bool(4)
            : trees.bits(WIDTHS.get(random.nextInt(WIDTHS.size())), 4);
        String difference = difference(before, new Raw(terms).rewritten(before));
        if (!difference.isEmpty()) differences.add("tree " + i + ": " + difference);
    }

    private String difference(Term before, Term after) {
        for (int i = 0; i < POINTS; i++) {
            Map<Term, Long> point = point();
            long x = new Evaluator(point, (_, _) -> 0L).value(before);
            long y = new Evaluator(point, (_, _) -> 0L).value(after);
            if (x != y) return before + " is " + x + ", rewritten " + after + " is " + y + " at " + point;
        }
        return "";
    }

    /// Values for variables as they are asked for.
    private Map<Term, Long> point() {
        return new HashMap<>() {
            @Override
            public Long get(Object key) {
                Term t = (Term) key;
                long mask = t.width() == 0 ? 1 : Terms.mask(t.width());
                return mask & computeIfAbsent(t, _ -> random.nextInt(3) == 0 ? random.nextLong()
                    : random.nextInt(-3, 4));
            }
        };
    }
}
