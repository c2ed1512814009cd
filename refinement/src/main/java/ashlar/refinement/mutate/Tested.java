package ashlar.refinement.mutate;

/// What tests say of a mutant.
/// @param by the test that fails; empty if none does
public record Tested(Outcome outcome, String by) {

    /// How a run of the tests ends.
    public enum Outcome {
        /// A test fails.
        KILLED("killed"),
        /// A test does not end.
        TIMED_OUT("timed out"),
        /// All tests pass.
        SURVIVED("survived"),
        /// No test runs the mutated line.
        NO_COVERAGE("not run");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        /// In words.
        public String text() {
            return text;
        }
    }

    /// Whether tests notice the fault.
    public boolean isKilled() {
        return outcome == Outcome.KILLED || outcome == Outcome.TIMED_OUT;
    }
}
