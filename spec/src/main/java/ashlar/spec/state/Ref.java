package ashlar.spec.state;

/// The object of type T at addr.
@SuppressWarnings("UnusedTypeParameter")
public record Ref<T>(long addr) { }
