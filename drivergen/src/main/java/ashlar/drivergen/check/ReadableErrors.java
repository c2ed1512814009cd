package ashlar.drivergen.check;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.FailedPredicateException;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/// Tells what stands where the parser stumbled, and what may stand there.
public final class ReadableErrors extends DefaultErrorStrategy {
    private static final int LONGEST_LIST = 12;
    /// What a value can begin with.
    private static final List<String> VALUE = List.of("read", "(", "[", "if", "true", "false", "any", "??",
        "written",
        "old", "~", "-", "not", "a name", "a number");

    /// Who is told.
    public interface Listener {
        void complain(Token at, String wrong, String expected);
    }

    private ReadableErrors() { }

    /// From now on the parser tells the listener, and goes on reading.
    public static void install(Parser parser, Listener listener) {
        parser.removeErrorListeners();
        parser.setErrorHandler(new ReadableErrors());
        parser.addErrorListener(new BaseErrorListener() {
            @Override public void syntaxError(Recognizer<?, ?> recognizer, Object at, int line, int column,
                                              String message, RecognitionException e) {
                int cut = message.indexOf('\n');
                listener.complain((Token) at, message.substring(0, cut), message.substring(cut + 1));
            }
        });
    }

    @Override protected void reportNoViableAlternative(Parser parser, NoViableAltException e) {
        report(parser, e.getOffendingToken(), parser.getExpectedTokens(), e);
    }

    @Override protected void reportInputMismatch(Parser parser, InputMismatchException e) {
        report(parser, e.getOffendingToken(), e.getExpectedTokens(), e);
    }

    @Override protected void reportFailedPredicate(Parser parser, FailedPredicateException e) {
        report(parser, e.getOffendingToken(), parser.getExpectedTokens(), e);
    }

    @Override protected void reportUnwantedToken(Parser parser) {
        if (inErrorRecoveryMode(parser)) return;
        beginErrorCondition(parser);
        report(parser, parser.getCurrentToken(), getExpectedTokens(parser), null);
    }

    @Override protected void reportMissingToken(Parser parser) {
        if (inErrorRecoveryMode(parser)) return;
        beginErrorCondition(parser);
        report(parser, parser.getCurrentToken(), getExpectedTokens(parser), null);
    }

    private static void report(Parser parser, Token at, IntervalSet expected, RecognitionException e) {
        parser.notifyErrorListeners(at, found(at) + "\n" + names(parser, expected), e);
    }

    private static String found(Token at) {
        return at.getType() == Token.EOF ? "the file ends too early" : "`" + at.getText()
            + "` cannot stand here";
    }

    private static String names(Parser parser, IntervalSet expected) {
        List<String> names = new ArrayList<>();
        for (int type : expected.toList()) names.add(name(parser, type));
        names.remove("OTHER");
        if (names.containsAll(VALUE)) {
            names.removeAll(VALUE);
            names.addFirst("a value");
        }
        if (names.size() <= LONGEST_LIST) return String.join(", ", names);
        return String.join(", ", names.subList(0, LONGEST_LIST)) + ", ...";
    }

    private static String name(Parser parser, int type) {
        String literal = parser.getVocabulary().getLiteralName(type);
        if (literal != null) return literal.substring(1, literal.length() - 1);
        return switch (parser.getVocabulary().getDisplayName(type)) {
            case "ID"     -> "a name";
            case "NUMBER" -> "a number";
            case "STRING" -> "a text in quotes";
            case "EOF"    -> "the end of the file";
            case String s -> s;
        };
    }
}
