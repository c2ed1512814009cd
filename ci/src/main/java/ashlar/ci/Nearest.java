package ashlar.ci;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Names that someone may have meant.
final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() { }

    /// `; did you mean A, B or C?`
    static String question(String name, Collection<String> names) {
        List<String> nearest = names.stream().sorted(Comparator.comparingInt(n -> distance(name, n)))
            .limit(SHOWN).collect(Collectors.toList());
        if (nearest.isEmpty()) return "";
        String last = nearest.removeLast();
        String others = nearest.isEmpty() ? "" : String.join(", ", nearest) + " or ";
        return "; did you mean " + others + last + "?";
    }

    /// How far name is from id or from what follows the dot in it; less if it is a part.
    private static int distance(String name, String id) {
        String wanted = name.replace("*", "").toLowerCase(Locale.ROOT);
        String whole = id.toLowerCase(Locale.ROOT);
        int edits = Math.min(edits(wanted, whole), edits(wanted, whole.substring(whole.indexOf('.') + 1)));
        return !wanted.isEmpty() && whole.contains(wanted) ? edits - whole.length() : edits;
    }

    /// The least number of characters to insert, delete or replace that makes b of a.
    static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
