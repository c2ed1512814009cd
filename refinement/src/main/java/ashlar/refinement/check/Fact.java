package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.term.Term;
import java.util.List;

/// What a lifted obligation says, in the order of its execution.
sealed interface Fact {
    /// May be used in all goals that follow.
    record Assumed(Term holds) implements Fact { }

    /// Of each contract whose assumptions are shown, the claims may be used in all goals that follow. Those
    /// of at least one are to be shown.
    /// @param where file and line of the call
    /// @param guard the condition under which the call is made
    record Offered(String function, String where, Term guard, List<Offer> contracts) implements Fact { }

    /// What a contract assumes and claims.
    record Offer(String id, Term assumed, Term claimed) { }

    /// Is to be proved from what was assumed before it.
    /// @param kind  TOTAL or FRAME, or else the obligation's own kind
    /// @param name  what fails if it does
    /// @param where file and line
    /// @param guard the condition under which it is claimed
    record Goal(Kind kind, String name, String where, Term guard, Term holds) implements Fact { }
}
