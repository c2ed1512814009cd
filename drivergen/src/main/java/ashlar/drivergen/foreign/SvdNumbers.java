package ashlar.drivergen.foreign;

import java.util.Locale;
import java.util.Optional;

/// Numbers and names as CMSIS-SVD writes them.
final class SvdNumbers {
    private SvdNumbers() { }

    static String name(Xml e) throws BadFile {
        return e.text("name").orElseThrow(() ->
            new BadFile(e.place(), "<" + e.name() + "> has no name", "<name>"));
    }

    static long required(Xml e, String child) throws BadFile {
        return optional(e, child).orElseThrow(() ->
            new BadFile(e.place(), "<" + e.name() + "> has no " + child, "<" + child + ">"));
    }

    static Optional<Long> optional(Xml e, String child) throws BadFile {
        Optional<Xml> found = e.child(child);
        return found.isEmpty() ? Optional.empty() : Optional.of(number(found.get()));
    }

    private static long number(Xml e) throws BadFile {
        try {
            return number(e.text());
        } catch (NumberFormatException _) {
            throw new BadFile(e.place(), "`" + e.text() + "` is not a number",
                "digits, 0x..., 0b... or #...");
        }
    }

    /// Decimal, 0x, 0b or #; with a unit, perhaps.
    static long number(String text) {
        String s = text.strip().toLowerCase(Locale.ROOT).replace("_", "");
        if (s.startsWith("+")) s = s.substring(1);
        if (s.startsWith("0x")) return Long.parseUnsignedLong(s.substring(2), 16);
        if (s.startsWith("0b")) return Long.parseUnsignedLong(s.substring(2), 2);
        if (s.startsWith("#")) return Long.parseUnsignedLong(s.substring(1), 2);
        int shift = s.endsWith("k") ? 10 : s.endsWith("m") ? 20 : s.endsWith("g") ? 30 : 0;
        return Long.parseUnsignedLong(shift == 0 ? s : s.substring(0, s.length() - 1)) << shift;
    }
}
