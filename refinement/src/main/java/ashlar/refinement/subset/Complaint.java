package ashlar.refinement.subset;

/// Something that its layer may not use.
/// @param file    path of the source from the root of its packages
/// @param allowed what may stand in its place
public record Complaint(String file, int line, String what, String allowed) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + "; allowed: " + allowed;
    }
}
