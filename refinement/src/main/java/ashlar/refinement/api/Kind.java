package ashlar.refinement.api;

/// What sort of claim an obligation makes.
public enum Kind {
    REFINES, INVARIANT, TOTAL, FRAME, LEMMA, LAYOUT, ISA, DRIVER, SECURITY, ENGINE;

    /// The name in reports.
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
