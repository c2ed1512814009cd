package ashlar.refinement.solve;

import ashlar.refinement.term.Term;
import java.util.List;

/// A question that the solver answered: yes, the clauses follow from assumptions and guard.
/// @param classes the sorts of the abstraction in which it was asked; null if it was asked of bit-vectors
public record Question(List<Term> assumptions, Term guard, List<Term> clauses, Classes classes) {
    public boolean isExact() {
        return classes == null;
    }

    /// It as an SMT-LIB 2 script, whose answer is `unsat`.
    /// @param comment lines to stand on top
    public String script(String comment) {
        Script script = isExact() ? new BitsScript() : new AbstractScript(classes);
        return script.asking(assumptions, guard, clauses, comment);
    }
}
