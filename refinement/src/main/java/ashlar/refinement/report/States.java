package ashlar.refinement.report;

import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The states before and after a run, in words.
record States(List<Row> before, List<Row> after) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{5,16}");

    static States of(Run run, Optional<Call> claim, Sampler sampler) {
        List<Row> before = sampler.picture("before", run.before());
        List<Row> after = claim.map(c -> sampler.picture("after", c.arguments().toArray())).orElse(List.of());
        if (after.isEmpty()) after = sampler.picture("after", newest(run));
        return new States(before, after.stream().map(r -> marked(r, before)).toList());
    }

    /// The arguments, but in the place of each the last value of its class that a call in the run returned.
    private static Object[] newest(Run run) {
        Object[] values = run.after().clone();
        for (Call c : run.trace().first().calls()) {
            if (c.result() == null) continue;
            for (int i = 0; i < values.length; i++)
                if (c.result().getClass() == values[i].getClass()) values[i] = c.result();
        }
        return values;
    }

    private static Row marked(Row r, List<Row> before) {
        boolean isUnchanged = before.stream().anyMatch(b -> b.what().equals(r.what())
            && b.spec().equals(r.spec()) && b.kernel().equals(r.kernel()));
        return new Row(r.when(), r.what(), r.spec(), r.kernel(), !isUnchanged);
    }

    /// The parts that the run changed or that words name by their address; if there are none such, all that
    /// were before it.
    List<Row> about(List<String> words) {
        Set<String> changed = after.stream().filter(Row::changed).map(Row::what).collect(Collectors.toSet());
        List<Row> rows = rows(r -> changed.contains(r.what()) || isNamed(r, words));
        return rows.isEmpty() ? before : rows;
    }

    private List<Row> rows(Predicate<Row> isShown) {
        List<Row> rows = new ArrayList<>(before.stream().filter(isShown).toList());
        rows.addAll(after.stream().filter(isShown).toList());
        return rows;
    }

    private static boolean isNamed(Row r, List<String> words) {
        return Arrays.stream(r.what().split(" ")).filter(ADDRESS.asMatchPredicate())
            .anyMatch(a -> words.stream().anyMatch(w -> List.of(w.split("\\W+")).contains(a)));
    }
}
