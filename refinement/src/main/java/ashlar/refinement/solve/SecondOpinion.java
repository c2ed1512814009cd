package ashlar.refinement.solve;

/// Asks other solvers, where their libraries are at hand. They run inside this process: one that crashes
/// takes the JVM along, so ask where that may be.
public enum SecondOpinion {
    CVC5 {
        @Override
        Opinion answer(String script, int millis) {
            return Cvc5.ask(script, millis);
        }
    },
    /// Scripts without quantifiers over booleans and bit-vectors only.
    BITWUZLA {
        @Override
        Opinion answer(String script, int millis) {
            return Bitwuzla.ask(script, millis);
        }
    };

    /// What another solver says of a script.
    public sealed interface Opinion {
        record Unsat() implements Opinion { }

        record Sat() implements Opinion { }

        record Unknown(String reason) implements Opinion { }

        /// The solver is not installed, or cannot read such scripts.
        record Unavailable(String reason) implements Opinion { }
    }

    abstract Opinion answer(String script, int millis);

    /// The answer to script, one `check-sat` at its end. Threads take turns at a solver.
    /// @param millis the solver gives up soon after
    public Opinion ask(String script, int millis) {
        try {
            return answer(script, millis);
        } catch (LinkageError e) {
            return new Opinion.Unavailable("its library cannot be loaded: " + e.getMessage());
        }
    }
}
