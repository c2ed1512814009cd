package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Place;
import ashlar.drivergen.check.Complaint;
import java.util.List;
import java.util.stream.Collectors;

/// A file cannot be read; all that was found to be wrong is told.
public final class BadFile extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Complaint> complaints;

    BadFile(List<Complaint> complaints) {
        super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        this.complaints = List.copyOf(complaints);
    }

    BadFile(Place place, String wrong, String expected) {
        this(List.of(new Complaint(place, wrong, expected)));
    }

    public List<Complaint> complaints() {
        return complaints;
    }
}
