package ashlar.refinement.report.sample.line;

/// What somebody wants.
public record Order(long count, boolean urgent) { }
