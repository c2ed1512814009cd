package ashlar.spec.state;

/// Where threads queue for the processor.
public record Level(long domain, long priority) { }
