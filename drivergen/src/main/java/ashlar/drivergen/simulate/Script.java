package ashlar.drivergen.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Choices in order: first those given, then the first of each. Any word is all zeros, or all ones.
final class Script implements Choices {
    private final List<Integer> given;
    private final List<Integer> made = new ArrayList<>();
    private final List<Integer> among = new ArrayList<>();
    private final boolean ones;

    Script(List<Integer> given, boolean ones) {
        this.given = given;
        this.ones = ones;
    }

    @Override public int pick(int n) {
        int choice = made.size() < given.size() ? Math.min(given.get(made.size()), n - 1) : 0;
        made.add(choice);
        among.add(n);
        return choice;
    }

    @Override public long any(int bits) {
        return ones && bits > 0 ? -1L >>> 64 - bits : 0;
    }

    List<Integer> made() {
        return List.copyOf(made);
    }

    /// The choices of the next run, if there are more to try.
    Optional<List<Integer>> next() {
        for (int i = made.size() - 1; i >= 0; i--) {
            if (made.get(i) + 1 == among.get(i)) continue;
            List<Integer> next = new ArrayList<>(made.subList(0, i));
            next.add(made.get(i) + 1);
            return Optional.of(next);
        }
        return Optional.empty();
    }
}
