package ashlar.drivergen.ast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A step of a rule, or of a driver's body.
public sealed interface Statement {
    Place place();

    record Let(Place place, String name, Expression value) implements Statement { }

    record SetState(Place place, String state, Expression value) implements Statement { }

    record SetElement(Place place, String array, Expression index, Expression value) implements Statement { }

    record SetRegister(Place place, RegisterPart part, Expression value) implements Statement { }

    record SetShared(Place place, SharedPart part, Expression value) implements Statement { }

    record Store(Place place, Expression address, Expression value) implements Statement { }

    record Push(Place place, String queue, Expression value) implements Statement { }

    record Clear(Place place, String queue) implements Statement { }

    /// Takes the head and drops it.
    record Drop(Place place, String queue) implements Statement { }

    record Send(Place place, String output, Expression value) implements Statement { }

    record Call(Place place, String action, List<Expression> arguments) implements Statement {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record If(Place place, Expression condition, List<Statement> yes, List<Statement> no)
            implements Statement {
        public If {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
        }
    }

    /// One of the blocks, whichever.
    record Choose(Place place, List<List<Statement>> blocks) implements Statement {
        public Choose {
            blocks = blocks.stream().map(List::copyOf).toList();
        }
    }

    /// @param to is left out
    record For(Place place, String name, Expression from, Expression to, List<Statement> body)
            implements Statement {
        public For {
            body = List.copyOf(body);
        }
    }

    /// The manual says nothing of what happens now: a driver must not let it come to this.
    record Undefined(Place place, String reason) implements Statement { }

    record Give(Place place, SharedPart part, Owner to) implements Statement { }

    /// The driver writes a whole register, or one field of it while the others get what their policy says.
    record WriteRegister(Place place, RegisterPart part, Expression value) implements Statement { }

    /// The driver writes several fields at once.
    /// @param update whether the other fields keep what they read as
    record WriteFields(Place place, RegisterPart part, Map<String, Expression> fields, boolean update)
            implements Statement {
        public WriteFields {
            fields = new TreeMap<>(fields);
        }
    }

    /// Polls until the condition holds; after so many tries the driver gives up and does otherwise.
    record Wait(Place place, Expression until, Expression tries, List<Statement> otherwise)
            implements Statement {
        public Wait {
            otherwise = List.copyOf(otherwise);
        }
    }

    enum BarrierKind { STORE, LOAD, FULL }

    record Barrier(Place place, BarrierKind kind) implements Statement { }

    record Return(Place place, Optional<Expression> value) implements Statement { }

    record Fail(Place place, String error) implements Statement { }

    /// Statements that synthesis is to find.
    record Hole(Place place) implements Statement { }
}
