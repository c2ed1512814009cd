package ashlar.refinement.report;

import java.util.ArrayList;
import java.util.List;

/// A call in a trace, with all that happens in it.
final class Call implements Event {
    private final Call caller;
    private final Function function;
    private final List<Object> arguments;
    private final List<Event> events = new ArrayList<>();
    private boolean hasReturned;
    private Object result;

    /// @param caller null for the outermost
    Call(Call caller, Function function, List<Object> arguments) {
        this.caller = caller;
        this.function = function;
        this.arguments = arguments;
    }

    void add(Event event) {
        events.add(event);
    }

    void returns(Object value) {
        hasReturned = true;
        result = value;
    }

    Call caller() {
        return caller;
    }

    Function function() {
        return function;
    }

    List<Object> arguments() {
        return arguments;
    }

    /// In order.
    List<Event> events() {
        return events;
    }

    /// The calls among its events.
    List<Call> calls() {
        return events.stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
    }

    /// Whether it, or a call in it, stores to memory.
    boolean stores() {
        return events.stream().anyMatch(e -> e instanceof Store || e instanceof Call c && c.stores());
    }

    /// Whether it ended otherwise than by an exception.
    boolean hasReturned() {
        return hasReturned;
    }

    /// Null if there is none.
    Object result() {
        return result;
    }

    boolean isFalsePredicate() {
        return function.isPredicate() && Boolean.FALSE.equals(result);
    }
}
