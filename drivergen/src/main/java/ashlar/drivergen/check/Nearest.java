package ashlar.drivergen.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what a mistyped name was meant to be.
final class Nearest {
    private Nearest() { }

    /// A name that needs few changes.
    static Optional<String> to(String name, Collection<String> names) {
        return names.stream().filter(n -> distance(name, n) <= Math.max(1, name.length() / 3))
            .min(Comparator.comparingInt((String n) -> distance(name, n)).thenComparing(n -> n));
    }

    /// Characters to insert, drop or replace; case does not count.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same =
                    Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int best = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[b.length()];
    }
}
