package ashlar.refinement.solve;

import ashlar.refinement.term.Term;
import java.util.List;

/// Queries as SMT-LIB 2 scripts: to keep, to send with a report, to ask other solvers. The same query gives
/// the same text.
public final class Smt2 {
    private Smt2() { }

    /// The exact question, on bit-vectors. `unsat` means that clause follows from assumptions and guard.
    /// @param comment lines to stand on top
    public static String script(List<Term> assumptions, Term guard, Term clause, String comment) {
        return new BitsScript().asking(assumptions, guard, clause, comment);
    }

    /// The question that is asked first, on uninterpreted sorts and integers. `unsat` means that clause
    /// follows; `sat` means nothing.
    /// @param all every assumption and goal of the obligation: from them the sorts are inferred
    public static String abstractScript(List<Term> all, List<Term> assumptions, Term guard, Term clause,
        String comment) {
        Classes classes = new Classes();
        all.forEach(classes::add);
        assumptions.forEach(classes::add);
        classes.add(guard);
        classes.add(clause);
        classes.close();
        return new AbstractScript(classes).asking(assumptions, guard, clause, comment);
    }
}
