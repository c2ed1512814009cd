package ashlar.refinement.report.sample.line;

/// The person at addr.
public record Person(long addr) { }
