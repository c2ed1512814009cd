package ashlar.refinement.api;

/// What is known of an obligation.
public sealed interface Verdict {
    /// It holds in all states.
    record Proved() implements Verdict { }

    /// It holds in all states within bound.
    record Bounded(String bound) implements Verdict { }

    /// It fails in a state that the JVM confirms.
    record Refuted(Counterexample counterexample) implements Verdict { }

    /// Neither proved nor refuted.
    record Unknown(String reason) implements Verdict { }

    /// No state satisfies what is assumed.
    record Vacuous() implements Verdict { }

    /// It could not be checked: what and where.
    record Failed(String complaint) implements Verdict { }

    /// The engine went wrong: it broke off, or contradicts the JVM.
    record Faulty(String complaint) implements Verdict { }

    /// The word in tables and JSON.
    default String text() {
        return switch (this) {
            case Proved()   -> "proved";
            case Bounded _  -> "bounded";
            case Refuted _  -> "refuted";
            case Unknown _  -> "unknown";
            case Vacuous()  -> "vacuous";
            case Failed _, Faulty _ -> "error";
        };
    }
}
