package ashlar.spec.thread;

/// A priority, or a maximum controlled priority, that may be given.
public record Priority(long value) { }
