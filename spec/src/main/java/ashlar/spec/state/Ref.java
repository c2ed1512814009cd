package ashlar.spec.state;

/// The object of type T at addr.
public record Ref<T>(long addr) { }
