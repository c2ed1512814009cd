package ashlar.model.collection;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;

/// A value that may be missing.
public sealed interface Option<T> {
    record None<T>() implements Option<T> { }

    record Some<T>(T value) implements Option<T> {
        public Some {
            Objects.requireNonNull(value);
        }
    }

    static <T> Option<T> none() {
        return new None<>();
    }

    static <T> Option<T> some(T value) {
        return new Some<>(value);
    }

    default boolean isPresent() {
        return this instanceof Some;
    }

    /// The value.
    /// @throws NoSuchElementException if there is none
    default T get() {
        if (this instanceof Some<T>(var value)) return value;
        throw new NoSuchElementException("none");
    }

    default T orElse(T other) {
        return this instanceof Some<T>(var value) ? value : other;
    }

    /// Whether there is a value and it satisfies p.
    default boolean exists(Predicate<T> p) {
        return this instanceof Some<T>(var value) && p.test(value);
    }

    /// Whether the value, if there is one, satisfies p.
    default boolean forAll(Predicate<T> p) {
        return !(this instanceof Some<T>(var value)) || p.test(value);
    }
}
