package ashlar.spec.state;

/// The capability slot at addr.
public record Slot(long addr) { }
