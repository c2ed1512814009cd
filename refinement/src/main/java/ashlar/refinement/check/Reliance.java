package ashlar.refinement.check;

import ashlar.refinement.api.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who relies on whose contract. A claim counts as proved only if all that it relies on is proved, and
/// nothing
/// relies on itself.
final class Reliance {
    private Reliance() { }

    /// The ids of the obligations that the results rely on.
    static Set<String> used(Collection<List<Result>> results) {
        Set<String> used = new LinkedHashSet<>();
        results.forEach(rs -> rs.forEach(r -> used.addAll(r.uses())));
        return used;
    }

    static List<Result> checked(Collection<List<Result>> results) {
        Map<String, List<Result>> byObligation = new HashMap<>();
        for (List<Result> rs : results) byObligation.put(rs.getFirst().id(), rs);
        List<Result> all = new ArrayList<>();
        for (List<Result> rs : results) {
            String complaint = complaint(rs.getFirst().id(), byObligation);
            for (Result r : rs)
                all.add(complaint != null && r.verdict() instanceof Verdict.Proved ? r.unknown(complaint)
                : r);
        }
        return all;
    }

    private static String complaint(String id, Map<String, List<Result>> byObligation) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(byObligation.get(id).getFirst().uses());
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (next.equals(id)) return "relies on itself";
            if (!seen.add(next)) continue;
            List<Result> of = byObligation.get(next);
            if (of == null) return "relies on " + next + ", which was not checked";
            for (Result r : of) {
                if (!(r.verdict() instanceof Verdict.Proved)) return "relies on " + r.id() + ", which is "
                    + r.verdict().text();
            }
            open.addAll(of.getFirst().uses());
        }
        return null;
    }
}
