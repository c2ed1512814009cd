package ashlar.drivergen.ast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a device declares beside registers and rules.
public sealed interface Named {
    Place place();

    String name();

    record Constant(Place place, String name, Type.Word type, long value, String title) implements Named { }

    record Enumeration(Place place, String name, Type.Word type, List<Value> values) implements Named {
        public Enumeration {
            values = List.copyOf(values);
        }

        public record Value(String name, long value, String title) { }
    }

    /// @param initial of words and of elements of an array; empty if the manual gives none
    record State(Place place, String name, Type type, Optional<Long> initial, String title)
        implements Named { }

    /// What the world around sets.
    record Input(Place place, String name, Type.Word type, String title) implements Named { }

    record Output(Place place, String name, Type type, String title) implements Named { }

    record Interrupt(Place place, String name, Expression line, String title) implements Named { }

    record Function(Place place, String name, List<Parameter> parameters, Type.Word type, Expression value,
                    String title) implements Named {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    record Action(Place place, String name, List<Parameter> parameters, List<Statement> body, String title)
            implements Named {
        public Action {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /// A structure in memory; its fields lie one after the other.
    /// @param aligned bytes
    record Layout(Place place, String name, long aligned, List<Member> members, String title)
            implements Named {
        public Layout {
            members = List.copyOf(members);
        }

        /// @param offset in bytes
        /// @param fields bits with a name, if any
        public record Member(Place place, String name, Type type, long offset, List<Field> fields,
                String title) {
            public Member {
                fields = List.copyOf(fields);
            }
        }

        public Optional<Member> member(String wanted) {
            return members.stream().filter(m -> m.name().equals(wanted)).findFirst();
        }

        public long size() {
            return members.stream().mapToLong(m -> m.offset() + size(m.type())).max().orElse(0);
        }

        /// In bytes.
        public static long size(Type type) {
            return type.word().bits() / 8L * (type instanceof Type.Array(_, int n) ? n : 1);
        }
    }

    /// @param count empty for a single one
    record Shared(Place place, String name, String layout, Optional<Expression> count, Expression address,
                  Owner owner, String title) implements Named { }

    /// @param low  inclusive, as high is
    record Given(Place place, String name, Type.Word type, OptionalLong low, OptionalLong high, String title)
            implements Named { }
}
