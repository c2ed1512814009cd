package ashlar.drivergen.check;

import ashlar.drivergen.ast.Place;
import java.util.Comparator;

/// One thing that is wrong in a file.
/// @param expected what would be right; empty if the message tells
public record Complaint(Place place, String wrong, String expected) {
    static final Comparator<Complaint> IN_ORDER = Comparator.comparing((Complaint c) -> c.place.file())
        .thenComparingInt(c -> c.place.line()).thenComparingInt(c -> c.place.column());

    @Override public String toString() {
        return place + ": " + wrong + (expected.isEmpty() ? "" : "; expected: " + expected);
    }
}
