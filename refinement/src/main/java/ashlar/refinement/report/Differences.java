package ashlar.refinement.report;

import java.util.BitSet;
import java.util.List;

/// What two sequences have in common.
final class Differences {
    private Differences() { }

    /// The places in after that belong to a longest common subsequence of before and after.
    static <T> BitSet kept(List<T> before, List<T> after) {
        int[][] length = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                length[i][j] = before.get(i).equals(after.get(j)) ? 1 + length[i + 1][j + 1]
                    : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        BitSet kept = new BitSet();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                kept.set(j);
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }
}
