package ashlar.drivergen.ast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What happens in a device, in one go.
public sealed interface Rule {
    Place place();

    Optional<Expression> guard();

    List<Statement> body();

    enum Event { READ, WRITE }

    /// Part of an access to a register. A rule on reading runs before the value is taken; one after reading
    /// runs when it has been; a rule on writing runs when the register has taken what is written.
    /// @param index the name of the element's index, for an array
    record OnAccess(Place place, Event event, boolean after, String register, Optional<String> index,
                    Optional<Expression> guard, String title, List<Statement> body) implements Rule {
        public OnAccess {
            body = List.copyOf(body);
        }
    }

    /// What the device does by itself, at last, if its guard stays true.
    /// @param withinNs how soon, if the manual tells
    record Step(Place place, String name, Optional<Expression> guard, OptionalLong withinNs, String title,
                List<Statement> body) implements Rule {
        public Step {
            body = List.copyOf(body);
        }
    }

    /// What the world around may do to the device, at any time or never.
    record Environment(Place place, String name, List<Parameter> parameters, Optional<Expression> guard,
                       String title, List<Statement> body) implements Rule {
        public Environment {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }
}
