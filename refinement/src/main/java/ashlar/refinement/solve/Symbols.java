package ashlar.refinement.solve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names in an SMT-LIB script: each thing has one, no two have the same.
final class Symbols {
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z][A-Za-z0-9_.~]*");
    private static final Pattern TAKEN = Pattern.compile("true|false|not|and|or|xor|ite|distinct|let|forall"
        + "|exists|match|par|as|concat|extract|repeat|select|store|abs|div|mod|divisible|assert|push|pop"
        + "|reset|exit|echo|lambda|ult|to_int|to_real|is_int|bv[a-z]*|int[0-9]+");

    private final Map<Object, String> known = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// The symbol of thing, which is wanted if nothing else has that name.
    String of(Object thing, String wanted) {
        return known.computeIfAbsent(thing, _ -> quoted(unique(wanted.replace('|', '/').replace('\\', '/'))));
    }

    private String unique(String wanted) {
        if (!TAKEN.matcher(wanted).matches() && taken.add(wanted)) return wanted;
        int n = 2;
        while (!taken.add(wanted + "~~" + n)) n++;
        return wanted + "~~" + n;
    }

    private static String quoted(String name) {
        return SIMPLE.matcher(name).matches() ? name : "|" + name + "|";
    }
}
