package ashlar.refinement.report;

import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The states before and after a run, in words.
record States(List<Row> before, List<Row> after) {
    private static final Pattern ADDRESS = Pattern.compile("\\b[0-9a-f]{5,16}\\b");

    static States of(Run run, Optional<Call> claim, Sampler sampler) {
        List<Row> before = sampler.picture("before", run.before().toArray());
        List<Row> after = claim.map(c -> sampler.picture("after", c.arguments().toArray())).orElse(List.of());
        if (after.isEmpty()) after = sampler.picture("after", newest(run));
        return new States(before, after.stream().map(r -> marked(r, before)).toList());
    }

    /// The arguments, but in the place of each the last value of its class that a call in the run returned.
    private static Object[] newest(Run run) {
        Object[] values = run.after().toArray();
        for (Call c : run.call().calls()) {
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

    /// The parts that the run changed, before and after; before also the first part of each object that words
    /// name by its address. If nothing has changed, all parts before.
    List<Row> about(List<String> words) {
        Set<String> changed = after.stream().filter(Row::changed).map(Row::what).collect(Collectors.toSet());
        if (changed.isEmpty()) return before;
        Set<String> named = named(words);
        List<Row> rows = new ArrayList<>();
        for (Row r : before) if (changed.contains(r.what()) || named.contains(r.what())) rows.add(r);
        for (Row r : after) if (r.changed()) rows.add(r);
        return rows;
    }

    private Set<String> named(List<String> words) {
        Map<String, String> firstParts = new HashMap<>();
        for (Row r : before) addresses(r.what()).forEach(a -> firstParts.putIfAbsent(a, r.what()));
        return words.stream().flatMap(States::addresses).map(firstParts::get).collect(Collectors.toSet());
    }

    private static Stream<String> addresses(String words) {
        return ADDRESS.matcher(words).results().map(MatchResult::group);
    }
}
