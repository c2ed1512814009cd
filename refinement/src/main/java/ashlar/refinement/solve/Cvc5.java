package ashlar.refinement.solve;

import ashlar.refinement.solve.SecondOpinion.Opinion;
import io.github.cvc5.CVC5ParserException;
import io.github.cvc5.Command;
import io.github.cvc5.Context;
import io.github.cvc5.InputParser;
import io.github.cvc5.Solver;
import io.github.cvc5.SymbolManager;
import io.github.cvc5.TermManager;
import io.github.cvc5.modes.InputLanguage;

/// A script through cvc5's parser.
final class Cvc5 {
    private Cvc5() { }

    /// One thread at a time: the library keeps a list of all its objects.
    static synchronized Opinion ask(String script, int millis) {
        try {
            TermManager terms = new TermManager();
            Solver solver = new Solver(terms);
            solver.setOption("tlimit-per", Integer.toString(millis));
            return opinion(run(solver, new SymbolManager(terms), script));
        } catch (CVC5ParserException | RuntimeException e) {
            return new Opinion.Unknown(String.valueOf(e.getMessage()).strip());
        } finally {
            Context.deletePointers();
        }
    }

    private static String run(Solver solver, SymbolManager symbols, String script)
        throws CVC5ParserException {
        InputParser parser = new InputParser(solver, symbols);
        parser.setStringInput(InputLanguage.SMT_LIB_2_6, script, "query");
        StringBuilder said = new StringBuilder();
        for (Command c = parser.nextCommand(); !c.isNull(); c = parser.nextCommand()) {
            said.append(c.invoke(solver, symbols));
        }
        return said.toString().strip();
    }

    private static Opinion opinion(String said) {
        return switch (said) {
            case "unsat" -> new Opinion.Unsat();
            case "sat"   -> new Opinion.Sat();
            default      -> new Opinion.Unknown(said);
        };
    }
}
