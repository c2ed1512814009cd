package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.term.Term;

/// What a lifted obligation says, in the order of its execution.
sealed interface Fact {
    /// May be used in all goals that follow.
    record Assumed(Term holds) implements Fact { }

    /// Is to be proved from what was assumed before it.
    /// @param kind  TOTAL or FRAME, or else the obligation's own kind
    /// @param name  what fails if it does
    /// @param where file and line
    /// @param guard the condition under which it is claimed
    record Goal(Kind kind, String name, String where, Term guard, Term holds) implements Fact { }
}
