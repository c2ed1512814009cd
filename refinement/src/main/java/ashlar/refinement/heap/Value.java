package ashlar.refinement.heap;

import ashlar.refinement.term.Term;
import java.util.List;
import java.util.Map;

/// What a local, a stack cell or a field holds while a method is executed on terms.
public sealed interface Value {
    /// An int (also boolean, byte, char, short; 32 bits) or a long (64 bits).
    record Num(Term term) implements Value { }

    /// An instance of a record. Identity is not kept: records are values.
    record Rec(String type, List<Value> fields) implements Value { }

    /// One of several: exactly one `is` holds in every state. The key is the type, or NULL.
    record Sum(Map<String, Alternative> alternatives) implements Value { }

    record Alternative(Term is, Value value) { }

    record Null() implements Value { }

    /// A lambda or method reference: the method it runs and the values that come before its arguments.
    record Closure(String owner, String name, String descriptor, boolean isStatic, List<Value> captured)
        implements Value { }

    /// A string; what it says is not known, so that no two are known to be equal.
    final class Text implements Value { }

    /// A mutable object or an array, at id in the heap.
    record Ref(int id, String type) implements Value { }

    /// An exception.
    record Fault(String type) implements Value { }

    /// Two values that cannot be merged; an error where it is used.
    record Conflict(String why) implements Value { }

    /// A value of a class that the engine knows by heart.
    non-sealed interface Known extends Value {
        /// The value that is this where c holds and other elsewhere; null if other is of another kind.
        Value orElse(Term c, Value other);
    }

    String NULL = "null";
}
