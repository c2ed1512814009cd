package ashlar.proofs.lockstep;

import ashlar.model.machine.Machine;
import ashlar.spec.state.State;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One thing that both sides do.
/// @param name what it is, with its arguments
/// @param spec the new state, and what the specification answers
/// @param impl what the kernel answers, in the specification's words
record Operation(String name, Function<State, Answered> spec, Function<Machine, Object> impl) {
    /// A state and what its caller is told.
    record Answered(State state, Object answer) { }

    private static final String NOTHING = "nothing";

    /// An operation that answers nothing.
    static Operation silent(String name, UnaryOperator<State> spec, Consumer<Machine> impl) {
        return new Operation(name, s -> new Answered(spec.apply(s), NOTHING), m -> {
            impl.accept(m);
            return NOTHING;
        });
    }

    /// An operation that answers one word or one truth, and changes nothing by that.
    static Operation asking(String name, Function<State, Object> spec, Function<Machine, Object> impl) {
        return new Operation(name, s -> new Answered(s, spec.apply(s)), impl);
    }
}
