package ashlar.refinement.solve;

import ashlar.refinement.solve.SecondOpinion.Opinion;
import java.util.regex.Pattern;
import org.sosy_lab.java_smt.solvers.bitwuzla.api.Option;
import org.sosy_lab.java_smt.solvers.bitwuzla.api.Options;
import org.sosy_lab.java_smt.solvers.bitwuzla.api.Parser;
import org.sosy_lab.java_smt.solvers.bitwuzla.api.Result;
import org.sosy_lab.java_smt.solvers.bitwuzla.api.TermManager;

/// A script through Bitwuzla's parser.
final class Bitwuzla {
    /// The system property that names the native library's file.
    private static final String LIBRARY = "ashlar.bitwuzla";
    private static final Pattern FOREIGN = Pattern.compile("^\\(set-logic (?!QF_)|\\(declare-sort|\\bInt\\b",
        Pattern.MULTILINE);

    private Bitwuzla() { }

    /// One thread at a time: the library keeps a list of all its objects.
    static synchronized Opinion ask(String script, int millis) {
        String library = System.getProperty(LIBRARY);
        if (library == null) return new Opinion.Unavailable("the property " + LIBRARY + " names no library");
        if (FOREIGN.matcher(script).find())
            return new Opinion.Unavailable("reads quantifier-free bit-vectors only");
        System.load(library);
        Options options = new Options();
        options.set(Option.TIME_LIMIT_PER, millis);
        TermManager terms = new TermManager();
        try {
            return opinion(check(new Parser(terms, options), script));
        } catch (RuntimeException e) {
            return new Opinion.Unknown(String.valueOf(e.getMessage()));
        } finally {
            TermManager.deleteReferences();
            options.delete();
        }
    }

    private static Result check(Parser parser, String script) {
        parser.parse(script, true, false);
        return parser.bitwuzla().check_sat();
    }

    private static Opinion opinion(Result r) {
        return r == Result.UNSAT ? new Opinion.Unsat()
            : r == Result.SAT ? new Opinion.Sat() : new Opinion.Unknown("time is up");
    }
}
