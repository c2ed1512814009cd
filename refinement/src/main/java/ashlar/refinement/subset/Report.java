package ashlar.refinement.subset;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;

/// Gathers what is to be said of one class.
final class Report {
    private final String file;
    private final List<Complaint> complaints = new ArrayList<>();

    Report(ClassModel c) {
        this.file = file(c);
    }

    /// The source of c with its folder.
    static String file(ClassModel c) {
        String name = c.thisClass().asInternalName();
        String source = c.findAttribute(Attributes.sourceFile()).map(s -> s.sourceFile().stringValue())
            .orElse("?");
        return name.substring(0, name.lastIndexOf('/') + 1) + source;
    }

    void add(int line, String what, String allowed) {
        complaints.add(new Complaint(file, line, what, allowed));
    }

    List<Complaint> complaints() {
        return complaints;
    }
}
