package ashlar.spec.state;

/// A value, or why there is none.
public sealed interface Result<T, E> {
    record Ok<T, E>(T value) implements Result<T, E> { }

    record Err<T, E>(E error) implements Result<T, E> { }
}
